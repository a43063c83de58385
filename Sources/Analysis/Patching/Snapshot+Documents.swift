package import ClusterModel
import StructuredData

// Static functions, since an instance's would copy the whole snapshot for each call.
extension Snapshot {
    /// The object as the document its fields make; nil if it is not there.
    package static func document(of key: ObjectKey, in snapshot: Snapshot) throws -> JSONValue? {
        var visitor = DocumentWriting(key: key)
        var copy = snapshot
        try copy.each(&visitor)
        return visitor.document
    }

    /// Puts the object that the document makes in the place of the one with the key, if there is one.
    static func put(
        _ document: JSONValue, as key: ObjectKey, into snapshot: inout Snapshot
    ) throws {
        remove([key], from: &snapshot)
        try readDocument(document.bytes(.json), source: "") { reader in
            try snapshot.read(key.kind, from: &reader, filter: ObjectFilter())
        }
        snapshot.normalize()
    }

    static func remove(_ keys: Set<ObjectKey>, from snapshot: inout Snapshot) {
        var remover = ObjectRemoval(keys: keys)
        try? snapshot.each(&remover)
    }

    private struct DocumentWriting: ObjectListVisitor {
        let key: ObjectKey
        var document: JSONValue?

        mutating func visit<T: KubeObject>(_ objects: inout [T]) throws {
            guard T.kind == key.kind, let object = objects.first(where: { $0.key == key }) else {
                return
            }
            document = try JSONValue(object)
        }
    }

    private struct ObjectRemoval: ObjectListVisitor {
        let keys: Set<ObjectKey>

        mutating func visit<T: KubeObject>(_ objects: inout [T]) {
            guard keys.contains(where: { $0.kind == T.kind }) else { return }
            objects.removeAll { keys.contains($0.key) }
        }
    }
}
