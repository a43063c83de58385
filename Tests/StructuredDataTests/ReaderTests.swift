import StructuredData
import Testing

@Suite struct ReaderTests {
    static func read<T>(_ text: String, _ body: (inout Reader) throws -> T) throws -> T {
        try Array(text.utf8).withUnsafeBytes {
            try Reader.read($0, format: .json, source: "test", body)
        }
    }

    static func code(_ text: String, _ body: (inout Reader) throws -> Void) -> DataError.Code? {
        do { try read(text, body) } catch let error as DataError { return error.code } catch {}
        return nil
    }

    // MARK: Numbers

    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("7", 7), (" 42 ", 42), ("1.0", 1), ("1e3", 1000),
            ("12.50e1", 125),
            ("1000e-3", 1), ("0e999999999999", 0), ("100000000000000000", 100_000_000_000_000_000),
            ("9223372036854775807", .max), ("-9223372036854775808", .min),
            ("9223372036854775807.0000000000", .max), ("null", nil),
        ] as [(String, Int64?)])
    func `integers are read exactly`(text: String, value: Int64?) throws {
        #expect(try Self.read(text) { try $0.int64() } == value)
    }

    @Test(
        arguments: [
            ("9223372036854775808", .invalidValue), ("-9223372036854775809", .invalidValue),
            ("1e19", .invalidValue), ("1e999999999999999999999", .invalidValue),
            ("1.5", .typeMismatch), ("1e-1", .typeMismatch), (#""1""#, .typeMismatch),
            ("true", .typeMismatch), ("[1]", .typeMismatch), ("01", .malformed), ("-", .truncated),
            ("1.", .truncated), ("1.x", .malformed), ("1e+", .truncated), ("+1", .malformed),
            (".5", .malformed), ("nul", .truncated), ("nulx", .malformed), ("", .truncated),
        ] as [(String, DataError.Code)])
    func `what is no integer is told as what it is`(text: String, code: DataError.Code) {
        #expect(Self.code(text) { _ = try $0.int64() } == code)
    }

    @Test(
        arguments: [
            ("0.5", 0.5), ("-1e-7", -1e-7), ("3", 3), ("null", nil),
        ] as [(String, Double?)])
    func `doubles are read`(text: String, value: Double?) throws {
        #expect(try Self.read(text) { try $0.double() } == value)
    }

    /// In an array, so that each ends before the input does, as in a list of measurements.
    @Test(arguments: [
        "0", "-0", "7", "0.1", "-0.25", "0.3", "123456789012345", "1234567890123456", "0.000001",
        "0.30000000000000004", "99999.9999999999", "1e5", "1.5e-7", "2.2250738585072014e-308",
        "900719925474099.3", "9007199254740993", "0.123456789012345", "12345678.9012345678",
    ])
    func `doubles are those nearest to what is written`(text: String) throws {
        let read = try Self.read("[\(text)]") { reader in
            guard try reader.enterArray(), try reader.nextElement() else { return nil as Double? }
            let value = try reader.double()
            _ = try reader.nextElement()
            return value
        }
        #expect(read?.bitPattern == Double(text)?.bitPattern)
    }

    @Test(arguments: ["[01]", "[1.]", "[.5]", "[1.x]", "[-]", "[1e]", "[1.5.2]", "[--1]"])
    func `what is no double is malformed`(text: String) {
        let code = Self.code(text) { reader in
            guard try reader.enterArray(), try reader.nextElement() else { return }
            _ = try reader.double()
            _ = try reader.nextElement()
        }
        #expect(code == .malformed)
    }

    @Test func `a double out of range is an error`() {
        #expect(Self.code("1e999") { _ = try $0.double() } == .invalidValue)
    }

    // MARK: Strings

    @Test(
        arguments: [
            (#""""#, ""), (#""plain""#, "plain"),
            (#""a\"b\\c\/d\b\f\n\r\t""#, "a\"b\\c/d\u{8}\u{c}\n\r\t"),
            (#""\u00e9\u20ac""#, "é€"), (#""\ud83d\ude00""#, "😀"), (#""\ud83d""#, "\u{fffd}"),
            (#""\ude00\ud83d x""#, "\u{fffd}\u{fffd} x"), (#""\ud83d\u0041""#, "\u{fffd}A"),
            (#""é and 日本語, longer than a word""#, "é and 日本語, longer than a word"), ("null", nil),
            (#""1234567\"""#, "1234567\""), (#""12345678\\""#, "12345678\\"),
        ] as [(String, String?)])
    func `strings are unescaped`(text: String, value: String?) throws {
        #expect(try Self.read(text) { try $0.string() } == value)
    }

    @Test(
        arguments: [
            (#""open"#, .truncated), (#""\"#, .truncated), (#""\u12"#, .truncated),
            (#""\u12g4""#, .malformed), (#""\x41""#, .malformed), ("\"a\nb\"", .malformed),
            ("\"a\u{0}b\"", .malformed), ("7", .typeMismatch), ("{}", .typeMismatch),
        ] as [(String, DataError.Code)])
    func `broken strings are errors`(text: String, code: DataError.Code) {
        #expect(Self.code(text) { _ = try $0.string() } == code)
    }

    @Test func `bytes that are no UTF-8 are repaired`() throws {
        let bytes: [UInt8] = Array("\"a".utf8) + [0xff, 0xc3] + Array("\"".utf8)
        let value = try bytes.withUnsafeBytes {
            try Reader.read($0, format: .json, source: "test") { try $0.string() }
        }
        #expect(value == "a\u{fffd}\u{fffd}")
    }

    @Test func `a scalar may be a number or a string`() throws {
        let read = { (text: String) in
            try Self.read(text) { reader in
                try reader.scalarBytes { "\(String(decoding: $0, as: UTF8.self)) \($1)" }
            }
        }
        #expect(try read(#""250m""#) == "250m a string")
        #expect(try read("1.5e3") == "1.5e3 a number")
        #expect(try read("null") == nil)
        #expect(throws: DataError.self) { try read("true") }
    }

    // MARK: Structure

    @Test(arguments: [
        "{}", "[]", "[[],{}]", #"{"a":{"b":[1,2,{"c":"]}"}]},"d":"\"}"}"#, "  [ 1 , 2 ]  ", "null",
        "-1.5e3", #""x""#, "true", #"{"\\":"\\\\\"","k":[{"x":"\\"}]}"#,
    ])
    func `any value is passed over`(text: String) throws {
        try Self.read(text) { try $0.skipValue() }
    }

    @Test(arguments: 0..<150)
    func `brackets inside strings are passed over at every alignment`(length: Int) throws {
        let filler = String(repeating: "x", count: length)
        let text = #"[{"k":"\#(filler)]}\"]\\"},["\\\"["],7]"#
        let all = "[\(text),8]"
        let last = try Self.read(all) { reader in
            _ = try reader.enterArray()
            _ = try reader.nextElement()
            try reader.skipValue()
            _ = try reader.nextElement()
            let value = try reader.int64()
            #expect(try !reader.nextElement())
            return value
        }
        #expect(last == 8)
    }

    @Test func `fields come by number, in any order, and unknown ones not at all`() throws {
        let keys = KeyTable([("name", 1), ("a-key-longer-than-sixteen-bytes", 2), ("ë", 3)])
        let text =
            #"{"x":[{}],"a-key-longer-than-sixteen-bytes":2,"\u0065":0,"\u00eb":3,"n\u0061me":1}"#
        let found = try Self.read(text) { reader in
            var found: [Int64] = []
            try reader.eachField(keys) { number, reader in
                let value = try reader.int64()
                #expect(value == Int64(number))
                found.append(value ?? 0)
                return true
            }
            return found
        }
        #expect(found == [2, 3, 1])
    }

    @Test func `an object may be left early`() throws {
        let keys = KeyTable([("a", 1)])
        let values = try Self.read(#"[{"a":1,"b":{"c":[]},"a":2},3]"#) { reader in
            _ = try reader.enterArray()
            _ = try reader.nextElement()
            let scope = try #require(try reader.enterObject())
            _ = try reader.nextField(keys)
            let first = try reader.int64()
            try reader.leaveObject(scope)
            _ = try reader.nextElement()
            let second = try reader.int64()
            _ = try reader.nextElement()
            return [first, second]
        }
        #expect(values == [1, 3])
    }

    @Test func `map entries come with their keys, and unread values are passed over`() throws {
        let map = try Self.read(#"{"a":"1","b\n":"\u00e9","c":null,"d":{"x":1}}"#) { reader in
            var map: [String: String] = [:]
            try reader.eachMapEntry { key, reader in
                let name = String(decoding: key, as: UTF8.self)
                if name == "d" { return }
                map[name] = try reader.string() ?? "-"
                #expect(String(decoding: key, as: UTF8.self) == name)
            }
            return map
        }
        #expect(map == ["a": "1", "b\n": "é", "c": "-"])
    }

    @Test(
        arguments: [
            (#"{"a":1,}"#, .malformed), (#"{"a" 1}"#, .malformed), (#"{"a":1 "b":2}"#, .malformed),
            ("{a:1}", .malformed), (#"{,"a":1}"#, .malformed), (#"{"a":1"#, .truncated),
            (#"{"a""#, .truncated), (#"{"a":"#, .truncated), ("{", .truncated),
            ("[1]", .typeMismatch),
            (#"{"a":1}}"#, .malformed), (#"{"a":1]"#, .malformed), (#"{"a":tru}"#, .malformed),
        ] as [(String, DataError.Code)])
    func `broken objects are errors`(text: String, code: DataError.Code) {
        let keys = KeyTable([("z", 1)])
        #expect(
            Self.code(text) { reader in
                try reader.eachField(keys) { _, _ in false }
                if text == "[1]" { return }
            } == code)
    }

    @Test(
        arguments: [
            ("[1,]", .malformed), ("[,1]", .malformed), ("[1 2]", .malformed), ("[1", .truncated),
            ("[", .truncated), ("{}", .typeMismatch),
        ] as [(String, DataError.Code)])
    func `broken arrays are errors`(text: String, code: DataError.Code) {
        #expect(Self.code(text) { try $0.eachElement { try $0.skipValue() } } == code)
    }

    @Test func `deep nesting is an error and no overflow of the stack`() {
        let text = String(repeating: "[", count: 100_000)
        #expect(Self.code(text) { try $0.skipValue() } == .limitExceeded)
        let objects = String(repeating: #"{"a":"#, count: 100_000)
        func enter(_ reader: inout Reader) throws {
            try reader.eachField(KeyTable([("a", 1)])) { _, reader in
                try enter(&reader)
                return true
            }
        }
        #expect(Self.code(objects) { try enter(&$0) } == .limitExceeded)
    }

    // MARK: Errors

    @Test func `an error tells line, column, field and shows the line`() {
        let text = "{\n  \"é\": \"é\", \"restartCount\": \"three\"\n}"
        let keys = KeyTable([("restartCount", 5)])
        let error = #expect(throws: DataError.self) {
            try Self.read(text) { reader in
                try reader.eachField(keys) { _, reader in
                    _ = try reader.int64()
                    return true
                }
            }
        }
        #expect(
            error?.description == """
                test:2:29: expected a number for restartCount, found a string
                  "é": "é", "restartCount": "three"
                                            ^
                """)
    }

    @Test func `an error after a value was read tells where it began`() throws {
        let error = try Self.read(#"  "12parsecs""#) { reader in
            _ = try reader.string()
            return reader.error(.invalidValue, "no quantity")
        }
        #expect(error.position == SourcePosition(line: 1, column: 3, byteOffset: 2))
    }
}
