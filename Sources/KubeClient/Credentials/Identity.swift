/// What one request shows of its sender.
struct Identity: Sendable, Equatable {
    /// The `Authorization` field.
    var authorization: String?
    /// Instead of the kubeconfig's certificate, when a plugin hands one out.
    var certificatePEM: [UInt8]?
    var keyPEM: [UInt8]?

    static func bearer(_ token: String) -> Identity {
        Identity(authorization: "Bearer \(token)")
    }
}
