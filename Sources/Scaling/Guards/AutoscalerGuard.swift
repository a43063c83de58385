import ClusterModel
import Detection

/// What another autoscaler sets is not set here as well: the two would undo each other.
///
/// - An HPA (KEDA's too) has the replicas, and each request that it measures use against: another
///   request would make it scale.
/// - A VPA that changes pods has their sizes.
enum AutoscalerGuard {
    static func check(_ draft: inout Draft, in context: GuardContext) {
        if let scaler = context.scaler(of: draft.subject.key) {
            let object = scaler.scaledObject.map { "KEDA's ScaledObject \($0)" }
            let message =
                "\(object ?? "HPA \(scaler.metadata.name)") sets the replicas"
                + wish(scaler, draft.subject, context)
            if let replicas = draft.replicas, replicas.proposed != replicas.current {
                draft.set(replicas: replicas.current, .autoscalerInCharge, message)
            } else {
                draft.note(.autoscalerInCharge, .noted, "replicas", message)
            }
            for place in draft.sizes.indices
            where scaler.measuresAgainstRequest(of: draft.sizes[place].resource) {
                draft.hold(
                    place, .autoscalerInCharge,
                    "HPA \(scaler.metadata.name) measures use against this request, and would scale "
                        + "the workload when it changes")
            }
        }
        if let sizer = context.sizer(of: draft.subject.key), sizer.changesPods {
            for place in draft.sizes.indices {
                draft.hold(
                    place, .autoscalerInCharge, "VPA \(sizer.metadata.name) sizes these pods")
            }
        }
    }

    /// What the HPA's own arithmetic gives at this moment, where pods were measured just now.
    private static func wish(
        _ scaler: HorizontalPodAutoscaler, _ subject: ScalingSubject, _ context: GuardContext
    ) -> String {
        let estimator = ReplicaEstimator(
            settings: context.settings, book: context.book, now: context.view.now)
        let current = subject.replicas ?? subject.count
        let outcomes = scaler.resourceMetrics.map { metric -> Result<HPAOutcome, HPAError> in
            guard let metric else { return .failure(.noTarget) }
            let pods = estimator.pods(of: subject, metric.resource, container: metric.container)
            return Result { () throws(HPAError) in
                try HPAArithmetic.outcome(
                    current: current, pods, metric.target, scaler.tolerance)
            }
        }
        let bounds = " (\(scaler.spec.minReplicas ?? 1) to \(scaler.spec.maxReplicas))"
        guard case .success(let desired) = HPAArithmetic.combined(current: current, outcomes)
        else { return bounds }
        var pace = HPAScaler(scaler)
        let decision = pace.decide(
            current: current, desired: desired, at: context.view.now.seconds)
        return bounds + "; its arithmetic gives \(desired) now, \(decision.replicas) after its "
            + "bounds and pace (\(decision.reason.rawValue))"
    }
}
