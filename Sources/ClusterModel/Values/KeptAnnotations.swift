import Glibc
package import StructuredData

/// The annotations that some rule reads; all others are dropped while reading, since annotations
/// can outweigh the rest of an object and may hold anything, secrets included.
package struct KeptAnnotations: Hashable, Sendable {
    private var map = StringMap()

    package init() {}

    package init(_ pairs: [(Symbol, Symbol)]) { map = StringMap(pairs) }

    package subscript(key: Symbol) -> Symbol? { map[key] }

    private static let keptPrefixes: [StaticString] = [
        "aegis.io/", "argocd.argoproj.io/", "control-plane.alpha.kubernetes.io/leader",
        "deployment.kubernetes.io/revision", "downscaler/",
        "ingressclass.kubernetes.io/is-default-class", "kubernetes.io/ingress.class",
        "meta.helm.sh/", "nginx.ingress.kubernetes.io/auth-secret",
        "nginx.ingress.kubernetes.io/auth-tls-secret",
        "storageclass.beta.kubernetes.io/is-default-class",
        "storageclass.kubernetes.io/is-default-class", "volume.kubernetes.io/",
    ]

    private static func isKept(_ key: UnsafeRawBufferPointer) -> Bool {
        keptPrefixes.contains { key.starts(with: $0) }
    }
}

extension UnsafeRawBufferPointer {
    /// Compares bytes at once; `Sequence.starts(with:)` would go one by one.
    func starts(with prefix: StaticString) -> Bool {
        guard let base = baseAddress, count >= prefix.utf8CodeUnitCount else { return false }
        return memcmp(base, prefix.utf8Start, prefix.utf8CodeUnitCount) == 0
    }
}

extension KeptAnnotations: WireValue {
    package var isAbsent: Bool { map.isEmpty }

    package mutating func read(from reader: inout Reader) throws {
        var pairs: [(Symbol, Symbol)] = []
        try reader.eachMapEntry { key, reader in
            guard Self.isKept(key) else { return try reader.skipValue() }
            let key = Symbol(bytes: key)
            pairs.append((key, try reader.string { Symbol(bytes: $0) } ?? .empty))
        }
        if pairs.isEmpty { return }
        map = StringMap(map.entries.map { ($0.key, $0.value) } + pairs)
    }

    package func write(to writer: inout DocumentWriter) { map.write(to: &writer) }
}
