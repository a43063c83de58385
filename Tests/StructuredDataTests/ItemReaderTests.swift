import StructuredData
import Testing

@Suite struct ItemReaderTests {
    static func pod(_ name: String, type: Bool = true) -> String {
        (type ? #"{"apiVersion":"v1","kind":"Pod","# : "{")
            + #""metadata":{"name":"\#(name)","x":[1,{"y":null}],"labels":{"app":"\#(name)"}},"#
            + #""spec":{"nodeName":"node-1"},"status":{"containerStatuses":["#
            + #"{"name":"app","ready":true,"restartCount":3},{"name":"proxy"}]}}"#
    }

    static let inputs: [(String, String)] = [
        ("a single object", pod("a")),
        ("a List", #"{"apiVersion":"v1","items":[\#(pod("a")),\#(pod("b"))],"kind":"List"}"#),
        (
            "a typed list",
            #"{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"7"},"#
                + #""items":[\#(pod("a", type: false)),\#(pod("b", type: false))]}"#
        ),
        (
            "a typed list that tells its kind last",
            #"{"apiVersion":"v1","items":[\#(pod("a", type: false)),\#(pod("b", type: false))],"#
                + #""kind":"PodList"}"#
        ),
        ("an array", "[\(pod("a")), \(pod("b"))]"),
        ("concatenated objects", pod("a") + pod("b")),
        ("lines of objects", pod("a") + "\n" + pod("b") + "\n"),
        ("objects after a byte order mark", "\u{feff}" + pod("a") + "\n---\n" + pod("b")),
        (
            "a list in a list",
            #"{"kind":"List","items":[{"kind":"PodList","apiVersion":"v1","items":"#
                + #"[\#(pod("a", type: false))]},\#(pod("b"))],"apiVersion":"v1"}"#
        ),
        (
            "a cluster-info dump",
            pod("a") + "\n==== START logs for container app of pod a/b ====\n{\"not\": json\n"
                + "no line end==== END logs for container app of pod a/b ====\n" + pod("b")
        ),
    ]

    @Test(arguments: inputs, [1, 7, 4096])
    func `every shape yields the same pods, however it is cut`(
        input: (name: String, text: String), chunk: Int
    ) throws {
        let (pods, items, summary) = try readPods(input.text, chunk: chunk)
        #expect(pods.map(\.name) == (input.name == "a single object" ? ["a"] : ["a", "b"]))
        #expect(pods.allSatisfy { $0.containers.map(\.restarts) == [3, 0] && $0.node == "node-1" })
        #expect(items.allSatisfy { $0.kind == "Pod" && $0.apiVersion == "v1" })
        #expect(summary.itemCount == pods.count && summary.failures.isEmpty)
    }

    @Test(arguments: [1, 7, 4096])
    func `a protobuf list yields its items and metadata`(chunk: Int) throws {
        let list = Message()
            .adding(1, Message().adding(2, "42").adding(3, "next").adding(4, varint: 9))
            .adding(2, Message.pod("a", restarts: -1)).adding(2, Message.pod("b"))
        let (pods, items, summary) = try readPods(Message.envelope("PodList", list), chunk: chunk)
        #expect(pods.map(\.name) == ["a", "b"])
        #expect(pods.first?.containers.first?.restarts == -1)
        #expect(pods.first?.labels == ["app": "a"])
        #expect(items.map(\.listIndex) == [0, 1] && items.allSatisfy { $0.kind == "Pod" })
        #expect(summary.lists.first?.continueToken == "next")
        #expect(summary.lists.first?.remainingItemCount == 9)
    }

    @Test(arguments: [1, 64, 4096])
    func `logs of any length are passed over`(chunk: Int) throws {
        let logs = String(repeating: "==== {\"kind\": END\n", count: 500)
        let text =
            Self.pod("a") + "\n==== START logs for container c of pod n/p ====\n" + logs
            + "==== END logs for container c of pod n/p ====\n" + Self.pod("b")
        #expect(try readPods(text, chunk: chunk).pods.map(\.name) == ["a", "b"])
        let open = String(text.prefix(2000))
        let error = #expect(throws: DataError.self) { try readPods(open, chunk: chunk) }
        #expect(error?.code == .truncated)
    }

    // MARK: What lists say

    @Test func `a list's metadata is kept`() throws {
        let text =
            #"{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"7","#
            + #""continue":"tok","remainingItemCount":12},"items":[\#(Self.pod("a", type: false))]}"#
        let list = try #require(try readPods(text).summary.lists.first)
        #expect(list.kind == "PodList" && list.itemCount == 1)
        #expect(list.resourceVersion == "7" && list.continueToken == "tok")
        #expect(list.remainingItemCount == 12)
    }

    @Test(arguments: [
        #"{"kind":"List","apiVersion":"v1","items":[]}"#,
        #"{"kind":"PodList","apiVersion":"v1","items":null}"#,
        #"{"apiVersion":"v1","items":[],"kind":"PodList"}"#, #"{"kind":"List"}"#,
    ])
    func `an empty list is no error`(text: String) throws {
        let (pods, _, summary) = try readPods(text)
        #expect(pods.isEmpty && summary.lists.count == 1)
    }

    @Test func `a custom kind that ends in List is an object`() throws {
        let text = #"{"apiVersion":"x/v1","kind":"AllowList","spec":{"items":[1]}}"#
        let (_, items, _) = try readPods(text)
        #expect(items == [Item(apiVersion: "x/v1", kind: "AllowList")])
    }

    // MARK: What goes wrong

    @Test(arguments: [1, 7, 4096])
    func `a bad item is recorded and the rest goes on`(chunk: Int) throws {
        let bad = #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":[1]},"status":{}}"#
        let text =
            #"{"kind":"List","apiVersion":"v1","items":[\#(Self.pod("a")),"#
            + "\n" + #"\#(bad),7,{"kind":"Pod","spec":3},{},null,\#(Self.pod("b"))]}"#
        let (pods, _, summary) = try readPods(text, chunk: chunk)
        #expect(pods.map(\.name) == ["a", "b"])
        #expect(summary.failures.map(\.item.listIndex) == [1, 2, 3, 4, 5])
        #expect(summary.itemCount == 7 && summary.failureCount == 5)
        #expect(summary.failures.first?.error.position?.description == "2:52")
    }

    @Test(arguments: [
        ("", "test: is empty"), (" \n\t", "test: is empty"), ("\u{feff}", "test: is empty"),
        (
            #"{"a":1}"#,
            "test:1:1: this is no Kubernetes object, for it names no kind\n{\"a\":1}\n^"
        ),
        ("7", "test:1:1: expected a Kubernetes object, found a number\n7\n^"),
        ("hello", "test:1:1: expected a value, found 'h'\nhello\n^"),
        (
            #"{"kind":7}"#,
            "test:1:9: expected a string for kind, found a number\n{\"kind\":7}\n        ^"
        ),
        ("{} x", "test:1:1: this is no Kubernetes object, for it names no kind\n{} x\n^"),
        ("[1 2]", "test:1:4: expected ',' or ']', found '2'\n[1 2]\n   ^"),
        ("[", "test:1:2: the input ends inside a value\n[\n ^"),
        ("=== x\n", "test:1:1: expected a Kubernetes object, found '='\n=== x\n^"),
    ])
    func `what is no Kubernetes input is told in a sentence`(text: String, description: String) {
        let error = #expect(throws: DataError.self) { try readPods(text) }
        #expect(error?.description == description)
    }

    @Test func `line and column survive discarded bytes`() {
        let pods = (0..<50).map { Self.pod("é\($0)") + ($0 % 7 == 0 ? "\n" : "") }.joined(
            separator: ",")
        let text = #"{"kind":"List","items":[\#(pods),"ü","x":]}"#
        let errors = [1, 7, 64, 4096].map { chunk in
            #expect(throws: DataError.self) { try readPods(text, chunk: chunk) }
        }
        #expect(errors.allSatisfy { $0?.position == errors[0]?.position })
        #expect(errors[0]?.position?.line == 9)
    }

    @Test func `an error of the caller's own ends the reading`() {
        struct Own: Error {}
        var reader = ItemReader(source: "test")
        #expect(throws: Own.self) {
            try Array(Self.pod("a").utf8).withUnsafeBytes {
                try reader.feed($0) { _, _ in throw Own() }
            }
            _ = try reader.finish { _, _ in throw Own() }
        }
    }

    @Test func `an item that is not read is passed over`() throws {
        var reader = ItemReader(source: "test", bufferSize: 32)
        var kinds: [String] = []
        let text = Self.pod("a") + Self.pod("b")
        try Array(text.utf8).withUnsafeBytes {
            try reader.feed($0) { _, item in kinds.append(item.kind) }
        }
        let summary = try reader.finish { _, item in kinds.append(item.kind) }
        #expect(kinds.suffix(2) == ["Pod", "Pod"] && summary.itemCount == 2)
    }

    // MARK: Protobuf

    @Test func `a single protobuf object is one item`() throws {
        let (pods, items, _) = try readPods(Message.envelope("Pod", Message.pod("a")), chunk: 3)
        #expect(pods.map(\.name) == ["a"] && items == [Item(apiVersion: "v1", kind: "Pod")])
    }

    @Test func `a protobuf item with a field of another type is recorded`() throws {
        let bad = Message().adding(1, Message().adding(1, varint: 3))
        let list = Message().adding(2, Message.pod("a")).adding(2, bad).adding(2, Message.pod("b"))
        let (pods, _, summary) = try readPods(Message.envelope("PodList", list), chunk: 5)
        #expect(pods.map(\.name) == ["a", "b"])
        #expect(summary.failures.map(\.item.listIndex) == [1])
    }

    @Test func `protobuf that is damaged ends the reading`() {
        let damaged = Message().adding(2, [0x0a, 0x7f])
        #expect(throws: DataError.self) { try readPods(Message.envelope("PodList", damaged)) }
        let overrun =
            Array("k8s\0".utf8)
            + Message().adding(1, Message().adding(2, "PodList")).bytes + [
                0x12, 0x02, 0x12, 0x7f, 0,
            ]
        #expect(throws: DataError.self) { try readPods(overrun) }
        #expect(throws: DataError.self) { try readPods(Array("k8s\0".utf8)) }
        #expect(throws: DataError.self) { try readPods(Array("k9s\0".utf8), format: .protobuf) }
    }
}
