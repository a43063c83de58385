package import StructuredData

/// A Secret's name and, where it was read whole, its type, its keys and its certificate's dates.
/// Values are skipped while reading.
package struct Secret: ChangedObject {
    package static let kind = Kind.secret
    package var changedMetadata = ChangedMeta()
    package var data = SecretData()
    package var type = Symbol.empty
    package var stringData = KeyNames()
    package var certificate: CertificateValidity?
    /// Only the metadata was read.
    package var keysUnknown = false

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("data", 2, &data)
        try visit.field("type", 3, &type)
        try visit.field("stringData", 4, &stringData)
        certificate = data.certificate ?? certificate
        // Ours, not the API's: a saved snapshot holds the dates instead of the certificate.
        try visit.field("aegis.io/certificate", 900, &certificate)
        try visit.field("aegis.io/keysUnknown", 901, &keysUnknown)
    }
}
