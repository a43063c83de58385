import StructuredData
import Testing

/// No input may trap; an error is all right, and so is any result.
@Suite struct HostileInputTests {
    static let json = Array(
        (#"{"kind":"PodList","apiVersion":"v1","metadata":{"continue":"x","remainingItemCount":2},"#
            + #""items":[\#(ItemReaderTests.pod("a", type: false)),"#
            + #"{"metadata":{"name":"\u00e9\"\\","labels":{"k":"\ud83d\ude00"}}}]}"#).utf8)
    static let yaml = Array(
        """
        apiVersion: v1
        items:
        - &a {apiVersion: v1, kind: Pod, metadata: {name: "a\\n"}}
        - <<: *a
          metadata:
            name: |-
              b
        kind: List
        """.utf8)
    static let protobuf = Message.envelope(
        "PodList",
        Message().adding(1, Message().adding(2, "42").adding(4, varint: -1))
            .adding(2, Message.pod("a")).adding(2, Message.pod("b")))

    /// A small generator of its own, so that a failure can be run again.
    struct Random: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) | (state << 31)
        }
    }

    static func read(_ bytes: [UInt8]) throws -> [SamplePod] {
        var pods: [SamplePod] = []
        var offset = 0
        _ = try readItems(source: "test") { room in
            let count = min(room.count, bytes.count - offset)
            room.copyBytes(from: bytes[offset..<(offset + count)])
            offset += count
            return count
        } body: { reader, _ in
            pods.append(try SamplePod(reading: &reader))
        }
        return pods
    }

    @Test(arguments: [json, yaml, protobuf])
    func `the samples are sound`(bytes: [UInt8]) throws {
        #expect(try Self.read(bytes).count == 2)
    }

    @Test func `JSON cut anywhere is an error that says so`() {
        for length in 1..<Self.json.count {
            let error = #expect(throws: DataError.self, "cut at \(length)") {
                try Self.read(Array(Self.json[..<length]))
            }
            #expect(error?.code == .truncated, "cut at \(length)")
        }
    }

    @Test func `protobuf cut before the list's end is an error that says so`() {
        // Behind the list stand two empty strings of two bytes each.
        for length in 4..<(Self.protobuf.count - 4) {
            let error = #expect(throws: DataError.self, "cut at \(length)") {
                try Self.read(Array(Self.protobuf[..<length]))
            }
            #expect(error?.code == .truncated, "cut at \(length)")
        }
    }

    @Test func `YAML cut anywhere is read or an error`() {
        for length in 0...Self.yaml.count { _ = try? Self.read(Array(Self.yaml[..<length])) }
    }

    @Test(arguments: [json, yaml, protobuf])
    func `random damage never traps`(bytes: [UInt8]) {
        var random = Random(state: 7)
        let special = Array("{}[]\",:\\&*<!|>-\t\n 0e.".utf8) + [0, 0x7f, 0x80, 0xc3, 0xff]
        for _ in 0..<500 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let index = Int.random(in: 0..<damaged.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: damaged[index] = UInt8.random(in: 0...255, using: &random)
                case 1: damaged[index] = special.randomElement(using: &random) ?? 0
                case 2: damaged.remove(at: index)
                default: damaged.insert(special.randomElement(using: &random) ?? 0, at: index)
                }
            }
            do { _ = try Self.read(damaged) } catch { #expect(!"\(error)".isEmpty) }
            _ = try? readPods(damaged, chunk: 13, bufferSize: 16)
        }
    }

    @Test(arguments: ["[", "{\"a\":", "- ", "[{", "{\"items\":["])
    func `endless nesting is an error`(opening: String) {
        let text = String(repeating: opening, count: 20_000)
        #expect(throws: DataError.self) { try Self.read(Array(text.utf8)) }
    }

    /// Each error once looked for its place in everything buffered.
    @Test func `of a hundred thousand bad items a hundred are described and all counted`() throws {
        let items = String(repeating: #"{"metadata":{"name":[]}},5,"#, count: 50_000)
        let text = #"{"kind":"PodList","apiVersion":"v1","items":["# + items + "5]}"
        let clock = ContinuousClock()
        let start = clock.now
        let summary = try readPods(Array(text.utf8), bufferSize: nil).summary
        #expect(clock.now - start < .seconds(20))
        #expect(summary.failures.count == 100 && summary.failureCount == 100_001)
        #expect(summary.failuresByKind == ["Pod": 100_001])
    }

    @Test func `random bytes are an error`() {
        var random = Random(state: 3)
        for length in 1..<200 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(throws: DataError.self) { try Self.read([0xf8] + bytes) }
        }
    }
}
