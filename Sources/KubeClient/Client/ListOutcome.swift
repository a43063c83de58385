package import ClusterModel

/// How much of a resource was read. What cannot be read is coverage, not an error.
package enum ListOutcome: Sendable, Equatable {
    case complete(count: Int, resourceVersion: String)
    case partial(count: Int, reason: String)
    case forbidden(reason: String)
    /// The server does not have the resource.
    case absent(reason: String)
    case failed(reason: String)

    package func coverage(of kind: Kind) -> Coverage {
        switch self {
        case .complete(let count, _): Coverage(kind, .complete, count: count)
        case .partial(let count, let reason):
            Coverage(kind, .partial, count: count, reason: reason)
        case .forbidden(let reason): Coverage(kind, .forbidden, reason: reason)
        case .absent(let reason): Coverage(kind, .absent, reason: reason)
        case .failed(let reason): Coverage(kind, .failed, reason: reason)
        }
    }
}
