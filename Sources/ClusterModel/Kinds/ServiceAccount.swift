package import StructuredData

/// An identity of pods.
package struct ServiceAccount: ChangedObject {
    package static let kind = Kind.serviceAccount
    package var changedMetadata = ChangedMeta()
    package var secrets: [ObjectReference] = []
    package var imagePullSecrets: [NameReference] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("secrets", 2, &secrets)
        try visit.field("imagePullSecrets", 3, &imagePullSecrets)
    }
}
