import ClusterModel
import StructuredData
import Testing

@Suite("Snapshot")
struct SnapshotTests {
    @Test("a saved snapshot is read back to the same bytes, in JSON and in YAML")
    func savedAndRead() throws {
        let first = try read(Self.dump)
        for format in [DocumentWriter.Format.json, .yaml] {
            let saved = try bytes(of: first, format)
            let second = try read(saved)
            #expect(try text(of: second) == text(of: first))
            #expect(second.coverageByName == first.coverageByName)
        }
    }

    @Test("no value of a Secret, a ConfigMap or a variable is kept")
    func valuesAreDropped() throws {
        let saved = try text(of: read(Self.dump))
        for value in ["aHVudGVyMg", "hunter2", "config-value", "env-value"] {
            #expect(!saved.contains(value))
        }
        #expect(saved.contains("DATABASE_URL"))
        #expect(saved.contains(#""password":"""#))
    }

    @Test("that keys were not read is kept when a snapshot is saved and read")
    func unknownKeys() throws {
        for kind in ["Secret", "ConfigMap"] {
            let saved = try text(
                of: read(
                    """
                    {"apiVersion":"v1","kind":"\(kind)","metadata":{"name":"a"},"aegis.io/keysUnknown":true}
                    """))
            #expect(saved.contains(#""aegis.io/keysUnknown":true"#))
            #expect(try text(of: read(saved)) == saved)
        }
    }

    @Test("objects that a dump repeats are kept once, as read last")
    func duplicates() throws {
        let snapshot = try read(
            """
            {"apiVersion":"v1","kind":"Node","metadata":{"name":"b"}}
            {"apiVersion":"v1","kind":"Node","metadata":{"name":"a"}}
            {"apiVersion":"v1","kind":"Node","metadata":{"name":"b"},"spec":{"unschedulable":true}}
            """)
        #expect(snapshot.nodes.map(\.metadata.name) == ["a", "b"])
        #expect(snapshot.nodes[1].spec.unschedulable)
    }

    @Test("a malformed item costs itself and makes its kind partial")
    func malformedItem() throws {
        var dump = DumpReader(filter: ObjectFilter())
        try feed(
            """
            {"apiVersion":"v1","kind":"PodList","items":[
            {"metadata":{"name":"a","namespace":"x"}},
            {"metadata":{"name":"b","namespace":"x"},"spec":5},
            {"metadata":{"name":"c","namespace":"x"}}]}
            """, to: &dump)
        #expect(dump.failureCount == 1)
        let snapshot = dump.finish()
        #expect(snapshot.pods.map(\.metadata.name) == ["a", "c"])
        #expect(snapshot.coverage[.pod]?.state == .partial)
        #expect(!snapshot.isComplete(.pod))
    }

    @Test("malformed items that name no kind make every kind of the dump partial")
    func namelessItems() throws {
        var dump = DumpReader(filter: ObjectFilter())
        try feed(
            """
            {"apiVersion":"v1","kind":"List","items":[null,5,{},
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"}}]}
            """, to: &dump)
        let snapshot = dump.finish()
        #expect(snapshot.coverage[.pod]?.state == .partial)
        #expect(snapshot.coverage[.pod]?.reason == "3 malformed items left out")
        #expect(snapshot.coverage[.node]?.state == .absent)
    }

    @Test(
        "nothing is known from a dump without an object or list of a kind that is read",
        arguments: [
            #"{"apiVersion":"v1","kind":"List","items":[null]}"#,
            #"{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"w"}}"#,
            #"{"apiVersion":"v1","kind":"PodList","items":{}}"#,
        ])
    func nothing(text: String) throws {
        var dump = DumpReader(filter: ObjectFilter())
        try feed(text, to: &dump)
        #expect(!dump.knowsAnything)
    }

    @Test("a kind the dump does not have is absent, an empty list complete")
    func coverage() throws {
        let snapshot = try read(#"{"apiVersion":"v1","kind":"ServiceList","items":[]}"#)
        #expect(snapshot.coverage[.service]?.state == .complete)
        #expect(snapshot.coverage[.pod]?.state == .absent)
    }

    @Test("kinds of the same name in other groups are not taken for Kubernetes' own")
    func otherGroups() throws {
        let snapshot = try read(
            """
            {"apiVersion":"serving.knative.dev/v1","kind":"Service","metadata":{"name":"k"}}
            {"apiVersion":"v1","kind":"Service","metadata":{"name":"s","namespace":"x"}}
            """)
        #expect(snapshot.services.map(\.metadata.name) == ["s"])
    }

    @Test("the namespaces asked for are kept, and nothing is known of the others")
    func namespaces() throws {
        var filter = ObjectFilter()
        filter.namespaces = ["shop"]
        var dump = DumpReader(filter: filter)
        try feed(Self.dump, to: &dump)
        let snapshot = dump.finish()
        #expect(snapshot.pods.count == 1)
        #expect(snapshot.isComplete(.secret, in: "shop"))
        #expect(!snapshot.isComplete(.secret, in: "other"))
    }

    private static let dump = """
        {"apiVersion":"v1","kind":"List","items":[
        {"apiVersion":"v1","kind":"Secret","metadata":{"name":"db","namespace":"shop"},
         "type":"Opaque","data":{"password":"aHVudGVyMg=="}},
        {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"app","namespace":"shop",
         "annotations":{"kubectl.kubernetes.io/last-applied-configuration":"hunter2"}},
         "data":{"key":"config-value"}},
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web-0","namespace":"shop",
         "uid":"0a1b2c3d-0000-4000-8000-00000000beef","labels":{"app":"web"},
         "creationTimestamp":"2026-06-01T09:00:00Z"},
         "spec":{"nodeName":"n1","containers":[{"name":"web","image":"web:1",
          "env":[{"name":"DATABASE_URL","value":"env-value"}],
          "ports":[{"containerPort":8080,"name":"http"}],
          "resources":{"limits":{"memory":"128Mi"}},
          "livenessProbe":{"httpGet":{"path":"/healthz","port":"http"},"periodSeconds":10}}]},
         "status":{"phase":"Running","conditions":[
          {"type":"Ready","status":"False","lastTransitionTime":"2026-06-01T09:05:00Z"},
          {"type":"Initialized","status":"True"}],
          "containerStatuses":[{"name":"web","ready":false,"restartCount":3,
           "state":{"waiting":{"reason":"CrashLoopBackOff"}},
           "lastState":{"terminated":{"exitCode":1,"finishedAt":"2026-06-01T09:04:00Z"}}}]}},
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web-0","namespace":"other"}}]}
        """

    private func read(_ text: String) throws -> Snapshot {
        var dump = DumpReader(filter: ObjectFilter())
        try feed(text, to: &dump)
        #expect(dump.failures.isEmpty)
        return dump.finish()
    }

    private func feed(_ text: String, to dump: inout DumpReader) throws {
        var rest = Array(text.utf8)[...]
        try dump.read(source: "test") { buffer in
            let piece = rest.prefix(buffer.count)
            buffer.copyBytes(from: piece)
            rest = rest.dropFirst(piece.count)
            return piece.count
        }
    }

    private func bytes(of snapshot: Snapshot, _ format: DocumentWriter.Format) throws -> String {
        var saved: [UInt8] = []
        try snapshot.write(SnapshotInfo(), format: format) { saved += $0 }
        return String(decoding: saved, as: UTF8.self)
    }

    private func text(of snapshot: Snapshot) throws -> String { try bytes(of: snapshot, .json) }
}
