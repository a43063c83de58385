import ClusterModel
import Detection

/// A LimitRange's bounds for containers: what lies outside them would be refused.
enum LimitRangeGuard {
    static func check(_ draft: inout Draft, in context: GuardContext) {
        let namespace = draft.subject.key.namespace
        for range in context.view.snapshot.limitRanges.inNamespace(namespace) {
            for item in range.spec.limits where item.type == "Container" {
                for place in draft.sizes.indices where draft.sizes[place].isChange {
                    let size = draft.sizes[place]
                    let name = range.metadata.name
                    if let least = item.min[size.resource.name], size.request < least {
                        draft.set(
                            place, to: least.amount, .limitRange,
                            "LimitRange \(name) allows no less than \(least)")
                    }
                    if let most = item.max[size.resource.name], size.request > most {
                        draft.set(
                            place, to: most.amount, .limitRange,
                            "LimitRange \(name) allows no more than \(most)")
                    }
                    if let most = item.max[size.resource.name]?.amount,
                        let limit = draft.sizes[place].limit, limit > most
                    {
                        draft.sizes[place].limit = most
                    }
                }
            }
        }
    }
}
