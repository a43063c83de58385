package import ClusterModel
internal import KubeClient

/// Why a change could not be put to the test at all.
package struct ShadowError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: Sendable, Equatable {
        /// The owner has not agreed; exit status 5.
        case refused
        case failed
    }

    package let code: Code
    package let description: String

    private init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    package static func notOptedIn(_ workload: ObjectKey) -> ShadowError {
        ShadowError(
            .refused,
            "\(workload) is not annotated with \(ShadowLabels.optIn): enabled, without which nothing "
                + "of it is copied; --runtime simulate and --runtime dry-run need no annotation")
    }

    static func notOptedIn(_ object: ObjectKey, _ annotation: String) -> ShadowError {
        ShadowError(
            .refused,
            "\(object) is not annotated with \(annotation): enabled, without which nothing is applied "
                + "to it")
    }

    /// Somebody else is at work.
    static func occupied(_ description: String) -> ShadowError {
        ShadowError(.refused, description)
    }

    /// A Secret's values may be part of what the server complains about; nil for anything else.
    static func hiding(_ error: KubeError, of target: ObjectKey) -> ShadowError? {
        guard target.kind == .secret, case .api(let code) = error.code else { return nil }
        return ShadowError(
            .failed, "\(target): refused (\(code)); the server's words may quote the Secret")
    }

    package static func noTarget(_ key: ObjectKey) -> ShadowError {
        ShadowError(.failed, "there is no \(key) in the cluster")
    }

    package static func notServed(_ kind: Kind) -> ShadowError {
        ShadowError(.failed, "the server does not have \(kind.plural)")
    }

    package static func failed(_ description: String) -> ShadowError {
        ShadowError(.failed, description)
    }
}
