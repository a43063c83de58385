package import StructuredData

/// An identity of pods.
package struct ServiceAccount: KubeObject {
    package static let kind = Kind.serviceAccount
    package var metadata = ObjectMeta()
    package var secrets: [ObjectReference] = []
    package var imagePullSecrets: [NameReference] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("secrets", 2, &secrets)
        try visit.field("imagePullSecrets", 3, &imagePullSecrets)
    }
}
