package import StructuredData

/// What is kept of a Secret's data: the keys, and from `tls.crt` the certificate's dates. Every
/// other value is skipped in the input buffer and never copied.
package struct SecretData: Hashable, Sendable {
    package private(set) var names: [Symbol] = []
    package private(set) var certificate: CertificateValidity?

    package init() {}

    package func contains(_ name: Symbol) -> Bool { names.contains(name) }
}

extension SecretData: WireValue {
    package var isAbsent: Bool { names.isEmpty }

    package mutating func read(from reader: inout Reader) throws {
        let json = reader.format == .json
        try reader.eachMapEntry { key, reader in
            let name = Symbol(bytes: key)
            names.append(name)
            guard name == "tls.crt" else { return try reader.skipValue() }
            certificate =
                try reader.string { value in
                    json
                        ? CertificateValidity(pem: Base64.decode(value))
                        : CertificateValidity(pem: Array(value))
                } ?? nil
        }
        names.sort()
    }

    package func write(to writer: inout DocumentWriter) {
        writer.beginObject()
        for name in names {
            writer.key(name.string)
            writer.string("")
        }
        writer.endObject()
    }
}
