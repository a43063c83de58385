import StructuredData
import Testing

@testable import ClusterModel

@Suite("Edits")
struct EditTests {
    private func edits(_ entries: String) throws -> (edits: [Edit], changedAt: Timestamp) {
        let text = #"{"metadata": {"name": "a", "managedFields": [\#(entries)]}}"#
        let map = try readDocument(Array(text.utf8), source: "") { reader in
            var map = ConfigMap()
            try map.read(from: &reader)
            return map
        }
        return (map.changedMetadata.edits, map.changedAt)
    }

    private static func entry(_ manager: String, _ fields: String, _ rest: String = "") -> String {
        #"{"manager": "\#(manager)", "operation": "Update", "time": "2026-06-01T10:00:00Z", "#
            + #""fieldsType": "FieldsV1", "fieldsV1": \#(fields)\#(rest)}"#
    }

    @Test(
        "of the fields two levels are kept, by name",
        arguments: [
            (#"{"f:data": {".": {}, "f:LOG_LEVEL": {}}}"#, ["data.LOG_LEVEL"]),
            (#"{"f:spec": {"f:template": {"f:spec": {"f:x": {}}}}}"#, ["spec.template"]),
            (#"{"f:webhooks": {"k:{\"name\":\"a\"}": {".": {}}}}"#, ["webhooks"]),
            (#"{"f:type": {}, "f:data": {}}"#, ["type", "data"]),
            (#"{"f:metadata": {"f:labels": {"f:app": {}}}, "f:status": {}}"#, ["metadata.labels"]),
            ("{}", []), ("null", []), (#""f:data""#, []), ("[1]", []),
        ])
    func paths(fields: String, paths: [String]) throws {
        let edit = try #require(try edits(Self.entry("kubectl", fields)).edits.first)
        #expect(edit.paths.map(\.string) == paths)
    }

    @Test(
        "a status, and what controllers note down, is no edit",
        arguments: [
            ("kubelet", #"{"f:metadata": {"f:annotations": {}}}"#, "", 0, true),
            ("anybody", #"{"f:status": {"f:replicas": {}}}"#, "", 0, false),
            ("anybody", #"{"f:spec": {}}"#, #", "subresource": "status""#, 0, false),
            ("kube-controller-manager", #"{"f:spec": {"f:replicas": {}}}"#, "", 1, true),
        ])
    func routine(
        manager: String, fields: String, rest: String, count: Int, isChange: Bool
    ) throws {
        let read = try edits(Self.entry(manager, fields, rest))
        #expect(read.edits.count == count)
        #expect(read.changedAt.isSet == isChange)
    }

    @Test("a thousand fields are a few")
    func bounded() throws {
        let keys = (0..<1000).map { #""f:key-\#($0)": {}"# }.joined(separator: ", ")
        let edit = try edits(Self.entry("kubectl", #"{"f:data": {\#(keys)}}"#)).edits.first
        #expect(edit?.paths.count == 16)
    }

    @Test("what is saved is read back")
    func saved() throws {
        var snapshot = Snapshot()
        let text =
            #"{"metadata": {"name": "a", "managedFields": [\#(Self.entry("helm", #"{"f:data": {"f:x": {}}}"#))]}}"#
        try readDocument(Array(text.utf8), source: "") { reader in
            try snapshot.read(.configMap, from: &reader, filter: ObjectFilter())
        }
        var bytes: [UInt8] = []
        try snapshot.write(SnapshotInfo(), format: .json) { bytes += $0 }
        var again = DumpReader(filter: ObjectFilter())
        var rest = bytes[...]
        try again.read(source: "") { buffer in
            let count = min(buffer.count, rest.count)
            buffer.copyBytes(from: rest.prefix(count))
            rest = rest.dropFirst(count)
            return count
        }
        let map = try #require(again.finish().configMaps.first)
        #expect(map.changedMetadata.edits == snapshot.configMaps[0].changedMetadata.edits)
        #expect(map.changedMetadata.edits.first?.manager == "helm")
    }
}
