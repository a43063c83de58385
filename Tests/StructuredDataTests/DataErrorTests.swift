import StructuredData
import Testing

@Suite struct DataErrorTests {
    static func error(in text: String) -> DataError? {
        #expect(throws: DataError.self) {
            try readDocument(Array(text.utf8), source: "config") { reader in
                try reader.eachMapEntry { _, reader in _ = try reader.int64() }
            }
        }
    }

    @Test func `a long line is cut around the error`() {
        let text =
            #"{"a":1,"# + String(repeating: " ", count: 500) + #""b":[],"#
            + String(repeating: " ", count: 500) + "}"
        let excerpt = Self.error(in: text)?.excerpt ?? ""
        #expect(excerpt.count < 110 && excerpt.hasPrefix("…") && excerpt.hasSuffix("…"))
        #expect(excerpt.dropFirst(Self.error(in: text)?.caret ?? 0).first == "[")
    }

    @Test(arguments: [
        (#"{"client-key-data": "c2VjcmV0"}"#, "c2VjcmV0"), ("password: hunter2", "hunter2"),
        ("token: [abc, def]", "abc"), ("x: eyJhbGciOiJSUzI1NiIsImtpZCI6", "eyJhbGciOiJ"),
        (#"{"x": "aHVudGVyMg=="}"#, "aHVudGVyMg"), ("bearer: s3cr3t", "s3cr3t"),
        ("kind: Secret\ndata:\n  pin: MTIz", "MTIz"),
        (#"{"data":{"pin":"MTIz"},"kind":"Secret"}"#, "MTIz"),
        ("kind:   Secret\nstringData:\n  pin: hunter2 : [", "hunter2"),
        ("kind: \"Secret\"\nstringData:\n  pin: hunter2 : [", "hunter2"),
        (#"{"items":[{"apiVersion":"v1","data":{"pin":"MTIz"#, "MTIz"),
        ("{\n\"data\" : {\n\"pin\": \"MTIz\", 5}", "MTIz"),
        (#"{"note":"{\"stringData\":{\"pin\":\"hunter2\"}}", 5}"#, "hunter2"),
        (#"{"env":[{"name":"PIN","value":"hunter2" 5}]}"#, "hunter2"),
        ("args: [--password=hunter2, {]", "hunter2"),
    ])
    func `an excerpt shows no secret`(text: String, secret: String) {
        let error = Self.error(in: text)
        #expect(error?.description.contains(secret) == false)
    }

    @Test func `a Secret that cannot be read shows no line`() throws {
        let text = #"{"kind":"SecretList","apiVersion":"v1","items":[{"metadata":{"name":["p"]}}]}"#
        let summary = try readPods(text).summary
        #expect(summary.failures.count == 1 && summary.failures.first?.error.excerpt == nil)
    }

    @Test func `of a long line of YAML only what is shown is looked at`() {
        let clock = ContinuousClock()
        let start = clock.now
        let excerpt = Self.error(in: "x: [" + String(repeating: "a ", count: 2_000_000))?.excerpt
        #expect(excerpt.map { $0.count < 110 } ?? false)
        #expect(clock.now - start < .seconds(15))
    }

    @Test func `an error is one line whatever the names in it`() {
        let error = DataError(
            code: .typeMismatch, message: "found \"a\nb\u{1b}[31m\u{202e}\"", source: "x\n.json")
        #expect(error.description == "x .json: found \"a b [31m \"")
    }

    @Test func `positions are told as lines and columns or as bytes`() {
        #expect(SourcePosition(line: 12, column: 7, byteOffset: 3).description == "12:7")
        #expect(SourcePosition(byteOffset: 345).description == "byte 345")
    }
}
