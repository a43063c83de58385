import ClusterModel
import Detection

/// Too few samples give no size, and one moment takes no replica away: it may be night. Those of a
/// VPA's checkpoint were counted by the VPA.
enum SampleGuard {
    static func check(_ draft: inout Draft, in context: GuardContext) {
        if let replicas = draft.replicas, replicas.method == ReplicaEstimator.momentaryMethod,
            replicas.proposed < replicas.current
        {
            draft.set(
                replicas: replicas.current, .minimumSamples,
                "a single moment takes no replica away; \(ReplicaEstimator.leastHours) hours are needed"
            )
        }
        for place in draft.sizes.indices {
            let size = draft.sizes[place]
            let entry = context.book[draft.subject.key, size.container]
            let usage = size.resource == .cpu ? entry?.cpu : entry?.memory
            let count = max(usage?.sampleCount ?? 0, entry?.checkpoint?.samples ?? 0)
            if count < context.settings.leastSamples {
                draft.hold(
                    place, .minimumSamples,
                    "\(count.of("sample")), \(context.settings.leastSamples) are needed")
            }
        }
    }
}
