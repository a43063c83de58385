internal import ClusterModel
internal import StructuredData

struct NamedUser: Message {
    var name = ""
    var user = UserEntry()

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("user", 2, &user)
    }
}

/// How a user proves who they are (`AuthInfo`), and as whom they act.
struct UserEntry: Message {
    var clientCertificate = ""
    var clientCertificateData = ""
    var clientKey = ""
    var clientKeyData = ""
    var token = ""
    var tokenFile = ""
    var username = ""
    var password = ""
    var impersonate = ""
    var impersonateUID = ""
    var impersonateGroups: [String] = []
    var impersonateExtra = StringLists()
    var authProvider: AuthProvider?
    var exec: ExecEntry?

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("client-certificate", 1, &clientCertificate)
        try visit.field("client-certificate-data", 2, &clientCertificateData)
        try visit.field("client-key", 3, &clientKey)
        try visit.field("client-key-data", 4, &clientKeyData)
        try visit.field("token", 5, &token)
        try visit.field("tokenFile", 6, &tokenFile)
        try visit.field("username", 7, &username)
        try visit.field("password", 8, &password)
        try visit.field("as", 9, &impersonate)
        try visit.field("as-uid", 10, &impersonateUID)
        try visit.field("as-groups", 11, &impersonateGroups)
        try visit.field("as-user-extra", 12, &impersonateExtra)
        try visit.field("auth-provider", 13, &authProvider)
        try visit.field("exec", 14, &exec)
    }
}

/// The way before exec plugins, gone from kubectl since 1.26. Only its name is wanted, for the
/// sentence that says so.
struct AuthProvider: Message {
    var name = ""

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
    }
}

/// A program that hands out credentials (`client.authentication.k8s.io`).
struct ExecEntry: Message, Equatable {
    var command = ""
    var args: [String] = []
    var env: [ExecVariable] = []
    var apiVersion = ""
    var installHint = ""
    var provideClusterInfo = false
    var interactiveMode = ""

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("command", 1, &command)
        try visit.field("args", 2, &args)
        try visit.field("env", 3, &env)
        try visit.field("apiVersion", 4, &apiVersion)
        try visit.field("installHint", 5, &installHint)
        try visit.field("provideClusterInfo", 6, &provideClusterInfo)
        try visit.field("interactiveMode", 7, &interactiveMode)
    }
}

struct ExecVariable: Message, Equatable {
    var name = ""
    var value = ""

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("value", 2, &value)
    }
}
