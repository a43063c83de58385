package import StructuredData

extension Snapshot {
    /// Writes what was read as one `v1 List` that `-f` reads back to the same snapshot: the
    /// projections, so without values of Secrets, ConfigMaps and environment variables.
    /// - Parameters:
    ///   - info: when and of what it was taken; its coverage is filled in here.
    ///   - drain: takes what is written so far, again and again, so that no copy is held whole.
    package func write(
        _ info: SnapshotInfo, format: DocumentWriter.Format, drain: ([UInt8]) throws -> Void
    ) throws {
        try withoutActuallyEscaping(drain) { drain in
            var items = ItemWriter(writer: DocumentWriter(format: format), drain: drain)
            items.writer.beginObject()
            items.writer.key("apiVersion")
            items.writer.string("v1")
            items.writer.key("kind")
            items.writer.string("List")
            items.writer.key("items")
            items.writer.beginArray()
            var info = info
            info.coverage = coverageByName.map(SavedCoverage.init)
            info.clientIdentity = clientIdentity
            info.namespacesRead = namespacesRead.sorted()
            try items.write(info, SnapshotInfo.apiVersion, SnapshotInfo.kindName)
            var copy = self
            try copy.each(&items)
            items.writer.endArray()
            items.writer.endObject()
            try drain(items.writer.takeOutput())
        }
    }

    private struct ItemWriter: ObjectListVisitor {
        var writer: DocumentWriter
        let drain: ([UInt8]) throws -> Void

        mutating func visit<T: KubeObject>(_ objects: inout [T]) throws {
            for object in objects {
                try write(object, T.kind.apiVersion, T.kind.name)
            }
        }

        mutating func write(_ item: some Message, _ apiVersion: String, _ kind: String) throws {
            writer.beginObject()
            writer.key("apiVersion")
            writer.string(apiVersion)
            writer.key("kind")
            writer.string(kind)
            item.writeFields(to: &writer)
            writer.endObject()
            if writer.output.count > 1 << 16 { try drain(writer.takeOutput()) }
        }
    }
}
