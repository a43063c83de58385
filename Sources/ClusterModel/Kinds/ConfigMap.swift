package import StructuredData

/// A ConfigMap's name and, where it was read whole, its keys.
package struct ConfigMap: ChangedObject {
    package static let kind = Kind.configMap
    package var changedMetadata = ChangedMeta()
    package var data = KeyNames()
    package var binaryData = KeyNames()
    /// Only the metadata was read.
    package var keysUnknown = false

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("data", 2, &data)
        try visit.field("binaryData", 3, &binaryData)
        try visit.field("aegis.io/keysUnknown", 901, &keysUnknown)
    }
}
