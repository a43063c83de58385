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
}
