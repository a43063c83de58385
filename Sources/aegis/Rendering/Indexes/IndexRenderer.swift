import ClusterModel
import Detection
import StructuredData

/// Writes indexes to standard output, in the one place where formats are told apart.
struct IndexRenderer {
    let terminal: Terminal
    let noHeaders: Bool

    /// - Returns: how many entries were written; nil if the reader went away before the end.
    func write(_ dump: IndexDump, as format: TableFormat) throws -> Int? {
        do {
            switch format {
            case .table:
                var tables = IndexTables(dump, terminal: terminal, noHeaders: noHeaders)
                return try tables.write(dump)
            case .ndjson:
                var lines = IndexLines(dump.request.key)
                return try lines.write(dump)
            case .json:
                var document = IndexDocument(.prettyJSON, dump.request.key)
                return try document.write(dump)
            case .yaml:
                var document = IndexDocument(.yaml, dump.request.key)
                return try document.write(dump)
            }
        } catch is OutputPieces.ReaderGone {
            return nil
        }
    }
}

/// What is done with each index asked for.
protocol IndexVisitor {
    mutating func visit<I: Index>(_ name: IndexName, _ index: I) throws where I.Entry: TableRow
}

extension IndexDump {
    /// Makes the indexes asked for, one after another.
    func eachIndex<V: IndexVisitor>(_ visitor: inout V) throws {
        for name in request.names {
            switch name {
            case .podHealth: try visitor.visit(name, PodHealthIndex(source))
            case .podByLabel: try visitor.visit(name, PodByLabelIndex(source))
            case .deploymentReplica: try visitor.visit(name, DeploymentReplicaIndex(source))
            case .serviceEndpoint: try visitor.visit(name, ServiceEndpointIndex(source))
            case .nodeResource: try visitor.visit(name, NodeResourceIndex(source))
            case .owner: try visitor.visit(name, OwnerIndex(source))
            case .image: try visitor.visit(name, ImageIndex(source))
            case .configReference: try visitor.visit(name, ConfigReferenceIndex(source))
            }
        }
    }
}

extension Index {
    /// All entries, or the one that is asked for.
    func each(_ key: String?, _ body: (Entry) throws -> Void) rethrows {
        if let key {
            if let entry = self[key] { try body(entry) }
        } else {
            for place in 0..<count { try body(self[place]) }
        }
    }
}
