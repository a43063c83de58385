internal import ClusterModel
internal import StructuredData

/// What goes to a plugin (`spec`) and comes back (`status`).
struct ExecCredential: Message {
    var kind = ""
    var apiVersion = ""
    var spec: ExecSpec?
    var status: ExecStatus?

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("kind", 1, &kind)
        try visit.field("apiVersion", 2, &apiVersion)
        try visit.field("spec", 3, &spec)
        try visit.field("status", 4, &status)
    }
}

struct ExecSpec: Message {
    var cluster: ExecClusterInfo?
    /// Optional so that `false` is written too, which plugins expect.
    var interactive: Bool?

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("cluster", 1, &cluster)
        try visit.field("interactive", 2, &interactive)
    }
}

/// The cluster a credential is for.
struct ExecClusterInfo: Message, Equatable {
    /// The cluster extension whose content becomes `config`.
    static let extensionName = "client.authentication.k8s.io/exec"

    var server = ""
    var tlsServerName = ""
    var insecureSkipTLSVerify = false
    var certificateAuthorityData = ""
    var proxyURL = ""
    var disableCompression = false
    var config = AnyJSON()

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("server", 1, &server)
        try visit.field("tls-server-name", 2, &tlsServerName)
        try visit.field("insecure-skip-tls-verify", 3, &insecureSkipTLSVerify)
        try visit.field("certificate-authority-data", 4, &certificateAuthorityData)
        try visit.field("proxy-url", 5, &proxyURL)
        try visit.field("disable-compression", 6, &disableCompression)
        try visit.field("config", 7, &config)
    }
}

struct ExecStatus: Message, Equatable {
    var expirationTimestamp = Timestamp()
    var token = ""
    /// PEM as it is, not base64 of it.
    var clientCertificateData = ""
    var clientKeyData = ""

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("expirationTimestamp", 1, &expirationTimestamp)
        try visit.field("token", 2, &token)
        try visit.field("clientCertificateData", 3, &clientCertificateData)
        try visit.field("clientKeyData", 4, &clientKeyData)
    }
}
