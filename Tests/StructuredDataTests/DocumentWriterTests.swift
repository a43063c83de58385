import StructuredData
import Testing

@Suite struct DocumentWriterTests {
    static func write(
        _ format: DocumentWriter.Format, _ body: (inout DocumentWriter) -> Void
    ) -> String {
        var writer = DocumentWriter(format: format)
        body(&writer)
        return String(decoding: writer.takeOutput(), as: UTF8.self)
    }

    static func sample(_ writer: inout DocumentWriter) {
        writer.beginObject()
        writer.field("kind", "Pod")
        writer.key("empty")
        writer.beginObject()
        writer.endObject()
        writer.key("containers")
        writer.beginArray()
        writer.beginObject()
        writer.field("name", "app")
        writer.key("args")
        writer.beginArray()
        writer.string("true")
        writer.int(8080)
        writer.beginArray()
        writer.bool(false)
        writer.null()
        writer.endArray()
        writer.endArray()
        writer.endObject()
        writer.beginArray()
        writer.endArray()
        writer.endArray()
        writer.key("script")
        writer.string("a\n  b\n")
        writer.key("ratio")
        writer.double(0.5)
        writer.endObject()
    }

    @Test func `what a terminal obeys is escaped, other text stands as it is`() {
        let text = "\u{1b}[31m\u{7f}\u{9b}m\u{202e}é€😀"
        #expect(
            Self.write(.json) { $0.string(text) }
                == #""\u001b[31m\u007f\u009bm\u202eé€😀""# + "\n")
        #expect(
            Self.write(.yaml) { $0.string(text) }
                == #""\x1b[31m\x7f\x9bm\u202eé€😀""# + "\n")
    }

    @Test func `compact JSON has no blanks`() {
        #expect(
            Self.write(.json, Self.sample)
                == #"{"kind":"Pod","empty":{},"containers":[{"name":"app","args":["true",8080,"#
                + #"[false,null]]},[]],"script":"a\n  b\n","ratio":0.5}"# + "\n")
    }

    @Test func `pretty JSON is indented by two`() {
        #expect(
            Self.write(.prettyJSON, Self.sample) == """
                {
                  "kind": "Pod",
                  "empty": {},
                  "containers": [
                    {
                      "name": "app",
                      "args": [
                        "true",
                        8080,
                        [
                          false,
                          null
                        ]
                      ]
                    },
                    []
                  ],
                  "script": "a\\n  b\\n",
                  "ratio": 0.5
                }

                """)
    }

    @Test func `YAML is in block style`() {
        #expect(
            Self.write(.yaml, Self.sample) == """
                kind: Pod
                empty: {}
                containers:
                - name: app
                  args:
                  - "true"
                  - 8080
                  - - false
                    - null
                - []
                script: |
                  a
                    b
                ratio: 0.5

                """)
    }

    @Test(
        arguments: [
            (.json, "1\n2\n"), (.prettyJSON, "1\n2\n"), (.yaml, "1\n---\n2\n"),
        ] as [(DocumentWriter.Format, String)])
    func `several values make a stream`(format: DocumentWriter.Format, text: String) {
        #expect(
            Self.write(format) { writer in
                writer.int(1)
                writer.int(2)
            } == text)
    }

    @Test func `unbalanced calls do not trap`() {
        for format in [DocumentWriter.Format.json, .prettyJSON, .yaml] {
            _ = Self.write(format) { writer in
                writer.endObject()
                writer.key("a")
                writer.endArray()
                writer.string("b")
                writer.beginArray()
                writer.key("c")
            }
        }
    }

    @Test func `numbers without a finite value are told as the format can`() {
        #expect(Self.write(.json) { $0.double(.nan) } == "null\n")
        #expect(Self.write(.yaml) { $0.double(-.infinity) } == "-.inf\n")
        #expect(Self.write(.yaml) { $0.double(1e20) } == "1.0e+20\n")
    }

    @Test(arguments: [
        "plain", "two words", "v1.2.3", "registry.example.com/a/b:1.2", "node-1", "a#b", "100m",
        "http://x/y?z=1", "Ready", "back-off 5m0s restarting", "/healthz", "-flag", "é", "a'b",
        "a\"b",
        "$(VAR)", "1.2.3.4/24",
    ])
    func `harmless strings stay unquoted in YAML`(text: String) {
        #expect(Self.write(.yaml) { $0.string(text) } == text + "\n")
    }

    static let difficult = [
        "", " ", "a ", " a", "true", "True", "NO", "y", "N", "on", "null", "~", "<<", "=", "-",
        "--",
        "---", "- a", "? a", "?", ":", "a:", "a: b", ": a", "a #b", "#a", "&a", "*a", "!a", "|",
        ">",
        "%a", "@a", "`a", "'a", "\"a", "[a", "]a", "{a", "}a", ",a", "0", "12", "-12", "+12", "1.5",
        ".5", "5.", "1e3", "1E+3", "0x1f", "0o17", "017", "0b1", "1_000", "12:30", "12:30:45.5",
        "2024-01-02", "2024-01-02T03:04:05Z", "2024-01-02 03:04:05 +1", ".inf", "-.INF", ".nan",
        "\n", "a\n", "a\n\n", "\na", "a\nb", " a\nb", "a\n b", "a \nb", "a\n\tb", "\ta", "a\tb",
        "a\r\nb", "a\u{85}b", "a\u{2028}b", "\u{feff}a", "\u{7f}", "\u{0}\u{1}", "é\n€", "😀",
        "\\", "\\n", "a\\", "a\n#b", "a\n---\nb", "...", "a\n...\n", "key: |\n  x", "- - a",
        "1e1000",
        String(repeating: "long ", count: 400) + "x", "a\n\n\n", "\u{fffe}x", "\u{a0}a", "0x",
        "1__",
    ]

    @Test(arguments: difficult)
    func `difficult strings come back from YAML and JSON, as keys and as values`(
        text: String
    ) throws {
        for format in [DocumentWriter.Format.json, .prettyJSON, .yaml] {
            let written = Self.write(format) { writer in
                writer.beginObject()
                writer.key(text)
                writer.string(text)
                writer.key("in array" + text)
                writer.beginArray()
                writer.string(text)
                writer.beginObject()
                writer.key(text)
                writer.string(text)
                writer.key("next" + text)
                writer.int(1)
                writer.endObject()
                writer.endArray()
                writer.endObject()
            }
            let found = try readDocument(Array(written.utf8), source: "\(format)") { reader in
                var found: [String] = []
                try Self.collect(&reader, &found)
                return found
            }
            #expect(
                found == [text, text, "in array" + text, text, text, text, "next" + text, "1"],
                "\(format): \(written)")
        }
    }

    /// All keys and scalars in order.
    static func collect(_ reader: inout Reader, _ found: inout [String]) throws {
        switch try reader.peekKind() {
        case .object:
            try reader.eachMapEntry { key, reader in
                found.append(String(decoding: key, as: UTF8.self))
                try collect(&reader, &found)
            }
        case .array: try reader.eachElement { try collect(&$0, &found) }
        default:
            found.append(
                try reader.scalarBytes { bytes, _ in String(decoding: bytes, as: UTF8.self) }
                    ?? "null")
        }
    }
}
