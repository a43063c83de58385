import ClusterModel
import Detection

/// What keeps a deleted object: finalizers whose controller does not come, a pod that uses the
/// claim, a kubelet that does not confirm the end.
enum DeletionCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        let held = file.incident.evidence.first { $0.path.hasPrefix("metadata.finalizers") }
        let user = file.incident.evidence.first { $0.path == "spec.volumes" }
        if let held, let user {
            return [
                file.workloadCause(
                    .claimInUse(held.resource, pod: user.resource), .certain,
                    "\(held.resource) is protected as long as \(user.resource) uses it.",
                    on: held.resource)
            ]
        }
        if let held {
            let finalizers = file.incident.evidence
                .filter { $0.resource == held.resource && $0.path.hasPrefix("metadata.finalizers") }
                .map { Symbol($0.value) }
            return [
                file.workloadCause(
                    .finalizer(held.resource, finalizers), .certain,
                    "\(held.resource) waits for whoever set "
                        + "\(finalizers.map(\.string).joined(separator: ", ")) to clean up and "
                        + "remove it.", on: held.resource)
            ]
        }
        if file.incident.resource.kind == .namespace {
            return [
                file.workloadCause(
                    .remains(file.incident.resource), .likely,
                    file.incident.message + " What that is was not read.")
            ]
        }
        guard let pod = file.pods.first(where: { $0.metadata.isTerminating }) else { return [] }
        let node = ObjectKey(.node, .empty, pod.spec.nodeName)
        let isGone = file.snapshot.isComplete(.node) && !file.index.contains(node)
        return [
            file.workloadCause(
                .unconfirmedEnd(pod: pod.key, nodeIsGone: isGone), isGone ? .certain : .likely,
                isGone
                    ? "\(node) of \(pod.key) is gone, so nobody confirms that the pod ended."
                    : "The kubelet on \(pod.spec.nodeName) does not confirm that \(pod.key) ended.",
                on: pod.key)
        ]
    }
}
