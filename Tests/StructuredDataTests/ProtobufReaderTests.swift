import StructuredData
import Testing

@Suite struct ProtobufReaderTests {
    static let keys = KeyTable([])

    static func read<T>(_ message: Message, _ body: (inout Reader) throws -> T) throws -> T {
        try message.bytes.withUnsafeBytes {
            try Reader.read($0, format: .protobuf, source: "test", body)
        }
    }

    /// Reads field 1 of a message.
    static func field<T>(
        _ message: Message, _ body: (inout Reader) throws -> T
    ) throws -> T {
        try read(message) { reader in
            _ = try reader.enterObject()
            _ = try reader.nextField(keys)
            return try body(&reader)
        }
    }

    @Test(arguments: [0, 1, -1, .max, .min, 1 << 31, -(1 << 31)] as [Int64])
    func `integers of any size and sign are read`(value: Int64) throws {
        #expect(try Self.field(Message().adding(1, varint: value)) { try $0.int64() } == value)
    }

    @Test func `doubles are fixed64`() throws {
        let bytes = withUnsafeBytes(of: (2.5).bitPattern.littleEndian) { Array($0) }
        let message = Message(bytes: [1 << 3 | 1] + bytes)
        #expect(try Self.field(message) { try $0.double() } == 2.5)
    }

    @Test func `unknown fields of every wire type are passed over`() throws {
        let message = Message(
            bytes: [8 << 3, 0xff, 0x01, 9 << 3 | 1] + [UInt8](repeating: 7, count: 8)
                + [10 << 3 | 5, 1, 2, 3, 4] + Message().adding(3000, "x").adding(1, "end").bytes)
        let found = try Self.read(message) { reader in
            var found: [Int] = []
            try reader.eachField(Self.keys) { number, reader in
                found.append(number)
                return false
            }
            return found
        }
        #expect(found == [8, 9, 10, 3000, 1])
    }

    @Test func `a map entry without a value reads as nothing`() throws {
        let value = try Self.field(Message().adding(1, Message().adding(1, "key"))) { reader in
            var found: [String: String?] = [:]
            try reader.eachMapEntry { key, reader in
                found[String(decoding: key, as: UTF8.self)] = try reader.string()
            }
            return found
        }
        #expect(value == ["key": nil])
    }

    @Test func `a map entry's value may be a message`() throws {
        let entry = Message().adding(1, "cpu").adding(2, Message().adding(1, "250m"))
        let value = try Self.field(Message().adding(1, entry)) { reader in
            var value: String?
            try reader.eachMapEntry { _, reader in
                try reader.eachField(Self.keys) { _, reader in
                    value = try reader.string()
                    return true
                }
            }
            return value
        }
        #expect(value == "250m")
    }

    @Test(
        arguments: [
            ("a length past the end", [0x0a, 0x05, 0x61], .malformed),
            (
                "a length of 64 bits", [0x0a] + [UInt8](repeating: 0xff, count: 9) + [0x01],
                .malformed
            ),
            (
                "a varint of eleven bytes", [0x08] + [UInt8](repeating: 0xff, count: 10) + [1],
                .malformed
            ),
            (
                "a varint over 64 bits", [0x08] + [UInt8](repeating: 0xff, count: 9) + [0x02],
                .malformed
            ),
            ("a varint that is cut off", [0x08, 0x80], .malformed),
            ("a fixed64 that is cut off", [0x09, 1, 2], .malformed),
            ("a fixed32 that is cut off", [0x0d, 1, 2], .malformed),
            ("field number zero", [0x00, 0x00], .malformed),
            ("a group", [0x0b], .malformed),
            ("wire type 7", [0x0f], .malformed),
        ] as [(String, [UInt8], DataError.Code)])
    func `hostile encodings are errors`(
        input: (name: String, bytes: [UInt8], code: DataError.Code)
    ) {
        let error = #expect(throws: DataError.self) {
            try Self.read(Message(bytes: input.bytes)) { reader in
                try reader.eachField(Self.keys) { _, _ in false }
            }
        }
        #expect(error?.code == input.code)
    }

    @Test func `another wire type than the field's is a mismatch with the byte's place`() {
        let error = #expect(throws: DataError.self) {
            try Self.field(Message().adding(1, "text")) { _ = try $0.int64() }
        }
        #expect(error?.code == .typeMismatch)
        #expect(
            error?.description
                == "test: byte 1: expected an integer for field 1, found another wire type")
    }

    @Test func `a nested length may not leave its message`() {
        // The inner string claims four bytes, of which the inner message holds one.
        let message = Message(bytes: [0x0a, 0x03, 0x0a, 0x04, 0x61, 0x62, 0x63, 0x64])
        #expect(throws: DataError.self) {
            try Self.field(message) { reader in
                try reader.eachField(Self.keys) { _, reader in
                    _ = try reader.string()
                    return true
                }
            }
        }
    }
}
