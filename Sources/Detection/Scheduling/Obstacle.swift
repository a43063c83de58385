package import ClusterModel

/// Why a pod cannot run on a node: the first of the scheduler's filters that says no.
package enum Obstacle: Hashable, Sendable {
    case cordoned
    case taint(Taint)
    case selector(key: Symbol, value: Symbol)
    case affinity
    /// The resource, and how much of it is free, in thousandths of the unit.
    case lacks(Symbol, free: Int64)
    case noPodSlot
    case antiAffinity(topologyKey: Symbol)
    case podAffinity(topologyKey: Symbol)
    case spread(topologyKey: Symbol)
    case volume(claim: Symbol)
}

extension Obstacle {
    /// What obstacles of several nodes are counted under.
    enum Group: Hashable {
        case cordoned, affinity, noPodSlot
        case taint(String)
        case selector(String)
        case lacks(Symbol)
        case antiAffinity(Symbol)
        case podAffinity(Symbol)
        case spread(Symbol)
        case volume(Symbol)
    }

    var group: Group {
        switch self {
        case .cordoned: .cordoned
        case .taint(let taint): .taint(taint.text)
        case .selector(let key, let value): .selector("\(key)=\(value)")
        case .affinity: .affinity
        case .lacks(let resource, _): .lacks(resource)
        case .noPodSlot: .noPodSlot
        case .antiAffinity(let key): .antiAffinity(key)
        case .podAffinity(let key): .podAffinity(key)
        case .spread(let key): .spread(key)
        case .volume(let claim): .volume(claim)
        }
    }

    /// True if the node itself is what is wrong: it is not ready, or under pressure.
    package var isNodeTrouble: Bool {
        if case .taint(let taint) = self { return taint.key.hasPrefix("node.kubernetes.io/") }
        return false
    }
}
