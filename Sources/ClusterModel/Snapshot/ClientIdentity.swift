package import StructuredData

/// The kubeconfig's user with the dates of its certificate.
package struct ClientIdentity: Message, Hashable {
    package var user = Symbol.empty
    package var certificate = CertificateValidity()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("user", 1, &user)
        try visit.field("certificate", 2, &certificate)
    }
}
