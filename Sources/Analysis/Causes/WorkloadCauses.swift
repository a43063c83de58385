import ClusterModel
import Detection

/// Why a workload lacks pods: it was scaled to zero, its governing Service is not there, or its pods
/// do not become ready.
enum WorkloadCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        let key = file.incident.resource
        guard let workload = file.index.maker(key) else { return [] }
        if workload.desiredReplicas == 0 { return [scaledToZero(key, &file)] }
        var causes: [RootCause] = []
        if let set = workload as? StatefulSet { causes += governingService(set, &file) }
        if let set = workload as? DaemonSet, set.status.numberMisscheduled > 0,
            set.status.numberUnavailable == 0
        {
            return [
                file.workloadCause(
                    .misplacedPods(key), .certain,
                    "Pods of \(key) run on nodes that its template no longer allows.")
            ]
        }
        return causes + pods(key, &file) + RevisionCauses.causes(of: &file)
    }

    private static func scaledToZero(_ key: ObjectKey, _ file: inout CaseFile) -> RootCause {
        let scaler = file.snapshot.horizontalPodAutoscalers.inNamespace(key.namespace)
            .first { $0.target == key }
        let replicas = max(scaler?.spec.minReplicas ?? 1, 1)
        let isServed = !file.index.services(selecting: key).isEmpty
        if let scaler, !isServed {
            let scalerFact = file.cite(scaler.key, "spec.minReplicas", "\(replicas)")
            return file.workloadCause(
                .scaledToZero(key, replicas: replicas), .certain,
                "\(key) was scaled to 0 replicas; \(scaler.key) wants at least \(replicas), and an "
                    + "HPA leaves 0 alone.", [scalerFact])
        }
        return file.workloadCause(
            .scaledToZero(key, replicas: replicas), .certain,
            "\(key) was scaled to 0 replicas while traffic is still sent to it.")
    }

    private static func governingService(
        _ set: StatefulSet, _ file: inout CaseFile
    ) -> [RootCause] {
        let (namespace, name) = (set.metadata.namespace, set.spec.serviceName)
        guard !name.isEmpty, file.snapshot.isComplete(.service, in: namespace),
            file.index.service(namespace, name) == nil
        else { return [] }
        let names = file.snapshot.services.inNamespace(namespace).map(\.metadata.name)
        let near = nearestName(to: name.string, among: names).map(Symbol.init)
        let fact = file.cite(
            set.key, "spec.serviceName", name.string, note: "no such Service in the namespace")
        return [
            file.workloadCause(
                .governingService(set.key, name: name, near: near), .certain,
                "\(set.key) gives its pods names by Service \"\(name)\", which does not exist"
                    + (near.map { "; there is \"\($0)\"" } ?? "") + ".", [fact])
        ]
    }

    private static func pods(_ key: ObjectKey, _ file: inout CaseFile) -> [RootCause] {
        let failure = file.index.maker(key).flatMap { file.view.lastCreationFailure(of: $0) }
        if let failure {
            return [
                file.workloadCause(
                    .refused(key, failure.message.excerpt), .likely,
                    "The API server refuses to create pods of \(key): \(failure.message.excerpt)",
                    [file.cite(failure.evidence(on: key))])
            ]
        }
        guard let pod = file.pods.first(where: { !$0.isReady }) else { return [] }
        let fact = file.cite(pod.key, "status.phase", pod.status.phase.string, note: pod.stateText)
        return [
            file.workloadCause(
                .workloadPods(key, pod.stateText), .possible,
                "\(pod.key) is \(pod.stateText), and says no more.", [fact])
        ]
    }
}

extension ClusterView {
    /// The newest word that a pod of the workload could not be created, while it lacks some.
    fileprivate func lastCreationFailure(of workload: any Workload) -> Event? {
        events(about: workload.key, createdAt: workload.metadata.creationTimestamp)
            .last { $0.reason == "FailedCreate" }
    }
}
