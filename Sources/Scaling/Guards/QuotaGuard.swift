import ClusterModel
import Detection

/// What a ResourceQuota has left bounds what is added. A roll-out's surge comes on top, and is not
/// counted here.
enum QuotaGuard {
    static func check(_ draft: inout Draft, in context: GuardContext) {
        let namespace = draft.subject.key.namespace
        for quota in context.view.snapshot.resourceQuotas.inNamespace(namespace)
        where quota.spec.scopes.isEmpty {
            let hard = quota.status.hard.isEmpty ? quota.spec.hard : quota.status.hard
            for entry in hard.entries {
                guard let measure = Measure(entry.name) else { continue }
                let left = entry.amount.amount - (quota.status.used[entry.name]?.amount ?? 0)
                limit(&draft, measure, left, quota, entry.name)
            }
        }
    }

    private enum Measure {
        case pods
        case request(MeasuredResource)
        case limit(MeasuredResource)

        init?(_ name: Symbol) {
            switch name.string {
            case "pods", "count/pods": self = .pods
            case "cpu", "requests.cpu": self = .request(.cpu)
            case "memory", "requests.memory": self = .request(.memory)
            case "limits.cpu": self = .limit(.cpu)
            case "limits.memory": self = .limit(.memory)
            default: return nil
            }
        }
    }

    private static func limit(
        _ draft: inout Draft, _ measure: Measure, _ left: Double, _ quota: ResourceQuota,
        _ name: Symbol
    ) {
        let before = Double(draft.subject.count) * each(draft, measure, isProposed: false)
        let unit = each(draft, measure, isProposed: true)
        let added = Double(draft.count) * unit - before
        guard added > max(left, 0) else { return }
        let message =
            "ResourceQuota \(quota.metadata.name) has \(text(measure, max(left, 0))) of \(name) left, "
            + "and this would take \(text(measure, added)) more"
        // Sizes first: what they add is added by every replica.
        for place in draft.sizes.indices where draft.sizes[place].raises {
            switch measure {
            case .pods: continue
            case .request(let resource), .limit(let resource):
                if draft.sizes[place].resource == resource {
                    draft.hold(place, .resourceQuota, message)
                }
            }
        }
        let single = each(draft, measure, isProposed: true)
        guard let replicas = draft.replicas, replicas.proposed > replicas.current, single > 0 else {
            return
        }
        let room = Int(min(max((before + max(left, 0)) / single, 0), 1e6))
        if room < replicas.proposed {
            draft.set(replicas: max(replicas.current, room), .resourceQuota, message)
        }
    }

    /// One pod's share.
    private static func each(_ draft: Draft, _ measure: Measure, isProposed: Bool) -> Double {
        func sum(_ resource: MeasuredResource, isLimit: Bool) -> Double {
            draft.subject.template.spec.containers.reduce(0.0) { sum, container in
                let size = draft.sizes.first {
                    $0.container == container.name && $0.resource == resource
                }
                let present =
                    isLimit
                    ? container.resources.limits[resource.name]
                    : container.resources.request(resource.name)
                guard isProposed, let size else { return sum + (present?.amount ?? 0) }
                return sum + (isLimit ? size.limit ?? 0 : size.request.amount)
            }
        }
        switch measure {
        case .pods: return 1
        case .request(let resource): return sum(resource, isLimit: false)
        case .limit(let resource): return sum(resource, isLimit: true)
        }
    }

    private static func text(_ measure: Measure, _ amount: Double) -> String {
        switch measure {
        case .pods: "\(Int(amount))"
        case .request(.cpu), .limit(.cpu): "\(Quantity.cores(amount))"
        case .request(.memory), .limit(.memory): AmountText.of("memory", bytes: amount)
        }
    }
}
