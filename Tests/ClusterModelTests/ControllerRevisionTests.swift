import StructuredData
import Testing

@testable import ClusterModel

@Suite("ControllerRevisions")
struct ControllerRevisionTests {
    private static let data =
        #"{"spec":{"template":{"$patch":"replace","spec":{"containers":[{"name":"app","image":"a:1"}]}}}}"#

    private func read(_ bytes: [UInt8], _ format: Reader.Format) throws -> ControllerRevision {
        try bytes.withUnsafeBytes {
            try Reader.read($0, format: format, source: "test") { reader in
                var revision = ControllerRevision()
                try revision.read(from: &reader)
                return revision
            }
        }
    }

    /// A field of wire type 2, shorter than 128 bytes.
    private func field(_ number: UInt8, _ content: [UInt8]) -> [UInt8] {
        [number << 3 | 2, UInt8(content.count)] + content
    }

    @Test("JSON and protobuf, in which the template is text, say the same")
    func formats() throws {
        let json = #"{"metadata": {"name": "db-1"}, "data": \#(Self.data), "revision": 7}"#
        let name = field(1, field(1, Array("db-1".utf8)))
        let protobuf = name + field(2, field(1, Array(Self.data.utf8))) + [3 << 3, 7]
        for revision in [try read(Array(json.utf8), .json), try read(protobuf, .protobuf)] {
            #expect(revision.metadata.name == "db-1" && revision.revision == 7)
            #expect(revision.template.spec.containers.map(\.image) == ["a:1"])
        }
    }

    @Test(
        "what other controllers keep is passed over",
        arguments: ["null", "\"x\"", "[1]", "{}", #"{"spec": {"replicas": 1}}"#])
    func others(data: String) throws {
        let json = #"{"metadata": {"name": "x"}, "data": \#(data), "revision": 1}"#
        #expect(try read(Array(json.utf8), .json).template.spec.containers.isEmpty)
    }

    @Test("is history, which a scan does not read")
    func judged() throws {
        #expect(!Kind.judged.contains(.controllerRevision))
        #expect(Set(Kind.listed).subtracting(Kind.judged) == [.controllerRevision])
    }
}
