package import ClusterModel

/// Why an image could not be pulled, as far as the kubelet's and the registry's words tell.
package enum ImagePullFailure: String, Sendable {
    case neverPulled, rateLimited, wrongPlatform, hostUnknown, timedOut, unreachable
    case untrustedCertificate, plainHTTP, unauthorised, diskFull, notFound, registryFailing
    case unknown

    /// The order matters: a registry says "not found" of a platform, "denied" of what it hides.
    package init(waiting reason: Symbol, _ text: MessageText) {
        if reason == "ErrImageNeverPull" {
            self = .neverPulled
        } else if text.says("toomanyrequests", "too many requests", "rate limit", "qps exceeded") {
            self = .rateLimited
        } else if text.says(
            "no match for platform", "no matching manifest", "does not match the specified platform"
        ) {
            self = .wrongPlatform
        } else {
            self = Self.transport(text) ?? Self.answer(text) ?? Self.fallback(reason)
        }
    }

    /// The registry was not reached.
    private static func transport(_ text: MessageText) -> ImagePullFailure? {
        if text.says("no such host", "tcp: lookup", "name resolution", "server misbehaving") {
            return .hostUnknown
        }
        if text.says("timeout", "timed out", "deadline exceeded") { return .timedOut }
        if text.says(
            "connection refused", "connection reset", "network is unreachable", "no route to host",
            ": eof")
        {
            return .unreachable
        }
        if text.says("x509:", "certificate") { return .untrustedCertificate }
        return text.says("http response to https client") ? .plainHTTP : nil
    }

    /// The registry, or the node's disk, said no.
    private static func answer(_ text: MessageText) -> ImagePullFailure? {
        if text.says(
            "unauthorized", "unauthenticated", "denied", "authentication required", "forbidden",
            "no basic auth credentials", "insufficient_scope", "authorization failed")
        {
            return .unauthorised
        }
        if text.says("no space left") { return .diskFull }
        if text.says("not found", "manifest unknown", "name unknown", "does not exist") {
            return .notFound
        }
        let isServerError = text.says(
            "500 internal", "502 bad gateway", "503 service", "504 gateway")
        return isServerError ? .registryFailing : nil
    }

    private static func fallback(_ reason: Symbol) -> ImagePullFailure {
        reason == "RegistryUnavailable" ? .unreachable : .unknown
    }

    /// What the registry or the node did, to follow the image's name.
    package var phrase: String {
        switch self {
        case .neverPulled: "is not on the node, and imagePullPolicy Never forbids to pull it"
        case .rateLimited: "is not delivered: pulls are rate-limited"
        case .wrongPlatform: "is not built for the node's platform"
        case .hostUnknown: "cannot be pulled: the registry's name does not resolve (DNS)"
        case .timedOut: "cannot be pulled: the registry does not answer in time"
        case .unreachable: "cannot be pulled: the registry is not reachable"
        case .untrustedCertificate: "cannot be pulled: the registry's certificate is not trusted"
        case .plainHTTP: "cannot be pulled: the registry speaks HTTP, not HTTPS"
        case .unauthorised:
            "cannot be pulled: unauthorised, the registry refuses access or hides that it has none"
        case .diskFull: "cannot be pulled: the node's disk is full"
        case .notFound: "is not found in the registry"
        case .registryFailing: "cannot be pulled: the registry fails"
        case .unknown: "cannot be pulled"
        }
    }
}
