internal import ClusterModel
internal import StructuredData

/// A kubeconfig as it lies in one file (`client-go/tools/clientcmd/api/v1`).
///
/// Field numbers are ours: kubeconfigs have no protobuf form.
struct KubeconfigFile: Message {
    var currentContext = ""
    var clusters: [Located<NamedCluster>] = []
    var contexts: [Located<NamedContext>] = []
    var users: [Located<NamedUser>] = []

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("current-context", 1, &currentContext)
        try visit.field("clusters", 2, &clusters)
        try visit.field("contexts", 3, &contexts)
        try visit.field("users", 4, &users)
    }
}

struct NamedCluster: Message {
    var name = ""
    var cluster = ClusterEntry()

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("cluster", 2, &cluster)
    }
}

/// How to reach a cluster and whether to trust it.
struct ClusterEntry: Message, Equatable {
    var server = ""
    var tlsServerName = ""
    var insecureSkipTLSVerify = false
    var certificateAuthority = ""
    var certificateAuthorityData = ""
    var proxyURL = ""
    var disableCompression = false
    var extensions: [NamedExtension] = []

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("server", 1, &server)
        try visit.field("tls-server-name", 2, &tlsServerName)
        try visit.field("insecure-skip-tls-verify", 3, &insecureSkipTLSVerify)
        try visit.field("certificate-authority", 4, &certificateAuthority)
        try visit.field("certificate-authority-data", 5, &certificateAuthorityData)
        try visit.field("proxy-url", 6, &proxyURL)
        try visit.field("disable-compression", 7, &disableCompression)
        try visit.field("extensions", 8, &extensions)
    }
}

/// Data for other programs; exec plugins get theirs through `KUBERNETES_EXEC_INFO`.
struct NamedExtension: Message, Equatable {
    var name = ""
    var `extension` = AnyJSON()

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("extension", 2, &self.extension)
    }
}

struct NamedContext: Message {
    var name = ""
    var context = ContextEntry()

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("context", 2, &context)
    }
}

/// Which user asks which cluster, and about which namespace unless told otherwise.
struct ContextEntry: Message {
    var cluster = ""
    var user = ""
    var namespace = ""

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("cluster", 1, &cluster)
        try visit.field("user", 2, &user)
        try visit.field("namespace", 3, &namespace)
    }
}
