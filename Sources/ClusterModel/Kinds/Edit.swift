package import StructuredData

/// Who last changed some fields of an object, and when (`meta/v1` ManagedFieldsEntry).
package struct Edit: Message, Hashable {
    /// The program, as it calls itself: `kubectl-edit`, `helm`, `argocd-controller`.
    package var manager = Symbol.empty
    /// `Apply` or `Update`.
    package var operation = Symbol.empty
    package var time = Timestamp()
    package var subresource = Symbol.empty
    private var owned = OwnedFields()

    /// The fields that the manager has set, then or before, down to the second level:
    /// `spec.template`, `data.LOG_LEVEL`. Which of them it changed last is not written down.
    package var paths: [Symbol] { owned.paths }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("manager", 1, &manager)
        try visit.field("operation", 2, &operation)
        try visit.field("time", 4, &time)
        try visit.field("fieldsV1", 7, &owned)
        try visit.field("subresource", 8, &subresource)
        // Ours, not the API's: what is kept of `fieldsV1`.
        try visit.field("aegis.io/paths", 904, &owned.paths)
    }
}

extension Edit {
    /// Servers before 1.22 do not name the subresource.
    var isOfStatus: Bool { subresource == "status" || (owned.hasStatus && paths.isEmpty) }

    /// True for what Kubernetes' own controllers write down beside the specification.
    var isRoutine: Bool {
        Self.controllers.contains(manager) && !paths.contains { $0.string.hasPrefix("spec.") }
    }

    /// True if it was made by one of Kubernetes' own controllers: an HPA's, a node's lifecycle.
    package var isByController: Bool { Self.controllers.contains(manager) }

    /// True if it set the number of replicas and nothing else.
    package var isOfScale: Bool {
        subresource == "scale" || paths == [Self.replicas]
    }

    /// True if it set labels, annotations and the like, and nothing else.
    package var isOfMetadata: Bool {
        !paths.isEmpty && paths.allSatisfy { $0.string.hasPrefix("metadata") }
    }

    private static let replicas: Symbol = "spec.replicas"
    private static let controllers: [Symbol] = [
        "kube-controller-manager", "kube-scheduler", "kubelet",
    ]
}

/// What is kept of `fieldsV1`, which can outweigh the object: the names of the first two levels.
private struct OwnedFields: WireValue, Hashable {
    var paths: [Symbol] = []
    var hasStatus = false

    /// A ConfigMap may have a thousand keys; a line of evidence names a few.
    private static let limit = 16

    /// `paths` is written in its place.
    var isAbsent: Bool { true }

    mutating func read(from reader: inout Reader) throws {
        try reader.embeddedJSON { reader in
            try reader.eachMapEntry { key, reader in
                guard let name = Self.name(key) else { return }
                if name == "status" { hasStatus = true } else { try readField(name, &reader) }
            }
        }
    }

    private mutating func readField(_ name: String, _ reader: inout Reader) throws {
        let before = paths.count
        if try reader.peekKind() == .object {
            try reader.eachMapEntry { key, _ in
                if let inner = Self.name(key) { add("\(name).\(inner)") }
            }
        }
        if paths.count == before { add(name) }
    }

    private mutating func add(_ path: String) {
        if paths.count < Self.limit { paths.append(Symbol(path)) }
    }

    /// `f:data` is the field `data`; elements of lists (`k:`, `v:`, `i:`) and `.` have no name.
    private static func name(_ key: UnsafeRawBufferPointer) -> String? {
        guard key.starts(with: "f:") else { return nil }
        return String(decoding: key.dropFirst(2), as: UTF8.self)
    }

    func write(to writer: inout DocumentWriter) { writer.null() }
}
