import StructuredData
import Testing

@Suite struct YAMLTests {
    /// The JSON that YAML becomes, the input arriving `chunk` bytes at a time.
    static func json(_ text: String, chunk: Int = 5) throws -> String {
        try json(Array(text.utf8), chunk: chunk)
    }

    static func json(_ bytes: [UInt8], chunk: Int = 5) throws -> String {
        var rest = bytes[...]
        var transcoder = YAMLTranscoder(source: "test.yaml") { room in
            let count = min(room.count, rest.count, chunk)
            room.copyBytes(from: rest.prefix(count))
            rest = rest.dropFirst(count)
            return count
        }
        var output: [UInt8] = []
        while let piece = try transcoder.next() { output += piece }
        return String(decoding: output, as: UTF8.self)
    }

    static let scalars: [(String, String)] = [
        ("~", "null"), ("null", "null"), ("Null", "null"), ("", "null"), ("true", "true"),
        ("Yes", "true"), ("ON", "true"), ("no", "false"), ("Off", "false"), ("tRUE", #""tRUE""#),
        ("y", #""y""#), ("n", #""n""#), ("nothing", #""nothing""#), ("12", "12"), ("+12", "12"),
        ("-12", "-12"), ("0", "0"), ("0x1F", "31"), ("-0x10", "-16"), ("0o17", "15"), ("017", "15"),
        ("0b101", "5"), ("08", "8"), ("1_000", "1000"), ("_1", #""_1""#), ("1.50", "1.50"),
        (".5", "0.5"), ("5.", "5"), ("-.5e3", "-0.5e3"), ("1e3", "1e3"),
        ("12e34567", #""12e34567""#),
        ("18446744073709551616", "18446744073709551616"), (".inf", #"".inf""#),
        (".NaN", #"".NaN""#),
        ("2024-01-02", #""2024-01-02""#), ("12:30:45", #""12:30:45""#), ("1.2.3", #""1.2.3""#),
        ("0x", #""0x""#), ("0xg", #""0xg""#), ("1e", #""1e""#), ("-", #"[null]"#), ("+", #""+""#),
        (".", #"".""#), ("1-2", #""1-2""#), ("250m", #""250m""#), (#""12""#, #""12""#),
        ("'true'", #""true""#), ("!!str 12", #""12""#), (#"!!int "12""#, "12"), ("! 12", #""12""#),
        ("!!float 1", "1"), ("!custom 12", #""12""#), ("!!binary aGk=", #""aGk=""#),
        (#""\x41\u00e9\U0001F600\t""#, #""Aé😀\t""#), ("|-\n  a\n   b", #""a\n b""#),
    ]

    @Test(arguments: scalars)
    func `a scalar means what it means to kubectl`(yaml: String, json: String) throws {
        #expect(try Self.json("a: \(yaml == "-" ? "\n- " : yaml)\n") == #"{"a":\#(json)}"# + "\n")
    }

    @Test(arguments: [
        ("1: a\ntrue: b\n~: c\n1.5: d\n", #"{"1":"a","true":"b","null":"c","1.5":"d"}"#),
        ("- - a\n  - {b: [c, {}]}\n-\n", #"[["a",{"b":["c",{}]}],null]"#),
        ("a: &x {b: 1}\nc: *x\nd: [*x, *x]\n", #"{"a":{"b":1},"c":{"b":1},"d":[{"b":1},{"b":1}]}"#),
        ("a: &x hi\n*x : 1\n", #"{"a":"hi","hi":1}"#),
        ("&k key: 1\nb: *k\n", #"{"key":1,"b":"key"}"#),
        ("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n", #"{"a":{"b":1,"c":2},"d":{"c":3,"b":1}}"#),
        ("<<: [{a: 1}, {a: 2, b: 3}]\nc: 4\n", #"{"c":4,"a":1,"b":3}"#),
        ("<<: {a: {<<: {b: 1}}}\n", #"{"a":{"b":1}}"#),
        ("a: &x\n  <<: {b: 1}\n  c: [2]\nd: *x\n", #"{"a":{"c":[2],"b":1},"d":{"c":[2],"b":1}}"#),
        (#""<<": {a: 1}"#, #"{"<<":{"a":1}}"#),
        ("\u{feff}a: 1\n", #"{"a":1}"#), ("%YAML 1.1\n---\na: 1\n...\n", #"{"a":1}"#),
    ])
    func `structure, anchors and merges become plain JSON`(yaml: String, json: String) throws {
        #expect(try Self.json(yaml) == json + "\n")
    }

    @Test func `each document is a line, and an empty one is none`() throws {
        #expect(
            try Self.json("---\n---\na: 1\n---\n# note\n---\n- b\n...\n---\n")
                == "{\"a\":1}\n[\"b\"]\n")
        #expect(try Self.json("# only a comment\n").isEmpty)
    }

    @Test func `anchors end with their document`() {
        #expect(throws: DataError.self) { try Self.json("a: &x 1\n---\nb: *x\n") }
    }

    static let errors: [(String, String)] = [
        ("a:\n\tb: 1\n", "test.yaml:2:1: a tab cannot indent YAML, use spaces\n b: 1\n^"),
        (
            "a: [1,\nb: 2\n",
            "test.yaml:3:1: did not find expected ',' or ']' while parsing a flow sequence "
                + "begun at 1:4\n\n^"
        ),
        ("a: 1\na: 2\n", "test.yaml:2:1: the key 'a' stands twice in one mapping\na: 2\n^"),
        ("a: *b\n", "test.yaml:1:4: no value is anchored as 'b' before this alias\na: *b\n   ^"),
        (
            "a: &a [*a]\n",
            "test.yaml:1:8: no value is anchored as 'a' before this alias\na: &a [*a]\n       ^"
        ),
        (
            "<<: 7\n",
            "test.yaml:2:1: only a mapping or a list of mappings can be merged with <<\n\n^"
        ),
        ("? [a]\n: 1\n", "test.yaml:1:3: a mapping or sequence cannot be a key\n? [a]\n  ^"),
        ("a: !!int x\n", "test.yaml:1:4: 'x' is no !!int\na: !!int x\n   ^"),
        (
            "a: b: c\n",
            "test.yaml:1:5: mapping values are not allowed in this context\na: b: c\n    ^"
        ),
        ("a: \u{1}\n", "test.yaml:1:4: this is no text: control characters are not allowed"),
    ]

    @Test(arguments: errors)
    func `an error is one sentence with its place`(yaml: String, description: String) {
        let error = #expect(throws: DataError.self) { try Self.json(yaml, chunk: 4096) }
        #expect(error?.description == description)
    }

    @Test func `aliases cannot make a small document large`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<12 {
            let alias = "*a\(level - 1)"
            text +=
                "a\(level): &a\(level) [\(Array(repeating: alias, count: 10).joined(separator: ","))]\n"
        }
        let error = #expect(throws: DataError.self) { try Self.json(text, chunk: 4096) }
        #expect(error?.code == .limitExceeded)
        let merges =
            "a: &a {b: \(String(repeating: "x", count: 1_000_000))}\nc:\n"
            + String(repeating: "- {<<: *a}\n", count: 100)
        #expect(throws: Never.self) { try Self.json("a: &a {b: 1}\nc: {<<: *a}\n") }
        _ = try? Self.json(merges, chunk: 100_000)
    }

    @Test func `nesting is limited`() {
        let error = #expect(throws: DataError.self) {
            try Self.json(String(repeating: "[", count: 1000), chunk: 4096)
        }
        #expect(error?.code == .limitExceeded)
    }

    @Test func `a failure to read is told as it is`() {
        struct Broken: Error {}
        var transcoder = YAMLTranscoder(source: "test") { _ in throw Broken() }
        #expect(throws: Broken.self) { _ = try transcoder.next() }
    }

    // MARK: Through the reader

    @Test func `a wrong type is told at its place in the YAML text`() throws {
        let text = """
            kind: Pod
            apiVersion: v1
            metadata:
              labels:
                app: web
                é: &x [1]   # no string
            """
        let error = #expect(throws: DataError.self) {
            try readDocument(Array(text.utf8), source: "pod.yaml") { reader in
                try SamplePod(reading: &reader)
            }
        }
        #expect(
            error?.description == """
                pod.yaml:6:8: expected a string for é, found an array
                    é: &x [1]   # no string
                       ^
                """)
    }

    @Test(arguments: [(200, 1), (2500, 100_000)])
    func `a long YAML list streams, and its failures have places`(
        count: Int, chunk: Int
    ) throws {
        var text = "apiVersion: v1\nitems:\n"
        for index in 0..<count {
            let name = index == 50 ? "[]" : "pod-\(index)"
            text += "- metadata:\n    name: \(name)\n    labels: {app: web}\n"
        }
        text += "kind: PodList\n"
        let bytes = Array(text.utf8)
        var offset = 0
        var names: [String] = []
        let summary = try readItems(source: "pods.yaml") { room in
            let size = min(room.count, chunk, bytes.count - offset)
            room.copyBytes(from: bytes[offset..<(offset + size)])
            offset += size
            return size
        } body: { reader, item in
            #expect(item.kind == "Pod" && item.listKind == "PodList")
            names.append(try SamplePod(reading: &reader).name)
        }
        #expect(names.count == count - 1 && names.last == "pod-\(count - 1)")
        #expect(summary.itemCount == count && summary.lists.first?.itemCount == count)
        #expect(summary.failures.first?.error.position?.line == 2 + 50 * 3 + 2)
        #expect(summary.failures.first?.error.excerpt == "    name: []")
    }

    @Test func `a document in JSON and in YAML reads alike`() throws {
        for text in [#" {"a": [1, "x"]}"#, "a:\n- 1\n- x\n"] {
            let value = try readDocument(Array(text.utf8), source: "test") { reader in
                var value: [String] = []
                try reader.eachField(KeyTable([("a", 1)])) { _, reader in
                    try reader.eachElement { reader in
                        value.append(
                            try reader.scalarBytes { bytes, _ in
                                String(decoding: bytes, as: UTF8.self)
                            }
                                ?? "")
                    }
                    return true
                }
                return value
            }
            #expect(value == ["1", "x"])
        }
    }

    @Test(arguments: ["", "# nothing\n", "---\n", "\u{feff}\n"])
    func `an empty document is told as empty`(text: String) {
        let error = #expect(throws: DataError.self) {
            try readDocument(Array(text.utf8), source: "config.yaml") { try $0.skipValue() }
        }
        #expect(error?.description == "config.yaml: is empty")
    }

    @Test func `a compressed file is told as such`() {
        let error = #expect(throws: DataError.self) {
            try readDocument([0x1f, 0x8b, 8, 0], source: "x.gz") { try $0.skipValue() }
        }
        #expect(error?.description == "x.gz: is compressed with gzip, unpack it first")
    }
}
