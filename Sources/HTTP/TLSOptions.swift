/// Whom to trust and who to be, as PEM bytes so that nothing has to lie in a file.
package struct TLSOptions: Sendable, Equatable {
    /// The only authorities trusted; `nil` trusts the system's.
    package var caPEM: [UInt8]?
    package var clientCertificatePEM: [UInt8]?
    package var clientKeyPEM: [UInt8]?
    /// The name asked for and verified instead of the URL's host.
    package var serverName: String?
    package var insecureSkipVerify: Bool

    package init(
        caPEM: [UInt8]? = nil,
        clientCertificatePEM: [UInt8]? = nil,
        clientKeyPEM: [UInt8]? = nil,
        serverName: String? = nil,
        insecureSkipVerify: Bool = false
    ) {
        self.caPEM = caPEM
        self.clientCertificatePEM = clientCertificatePEM
        self.clientKeyPEM = clientKeyPEM
        self.serverName = serverName
        self.insecureSkipVerify = insecureSkipVerify
    }
}
