import StructuredData

/// A projection of a pod, read by one loop from both formats, as the typed layer does it.
struct SamplePod: Equatable {
    struct Container: Equatable {
        var name = ""
        var isReady = false
        var restarts: Int64 = 0
    }

    var name = ""
    var labels: [String: String] = [:]
    var node = ""
    var containers: [Container] = []

    static let podKeys = KeyTable([("metadata", 1), ("spec", 2), ("status", 3)])
    static let metadataKeys = KeyTable([("name", 1), ("labels", 11)])
    static let specKeys = KeyTable([("nodeName", 10)])
    static let statusKeys = KeyTable([("containerStatuses", 8)])
    static let containerKeys = KeyTable([("name", 1), ("ready", 4), ("restartCount", 5)])

    init() {}

    init(reading reader: inout Reader) throws {
        try reader.eachField(Self.podKeys) { number, reader in
            switch number {
            case 1: try readMetadata(&reader)
            case 2:
                try reader.eachField(Self.specKeys) { number, reader in
                    if number == 10 { node = try reader.string() ?? "" } else { return false }
                    return true
                }
            case 3:
                try reader.eachField(Self.statusKeys) { number, reader in
                    guard number == 8 else { return false }
                    try reader.eachElement { containers.append(try Container(reading: &$0)) }
                    return true
                }
            default: return false
            }
            return true
        }
    }

    private mutating func readMetadata(_ reader: inout Reader) throws {
        try reader.eachField(Self.metadataKeys) { number, reader in
            switch number {
            case 1: name = try reader.string() ?? ""
            case 11:
                try reader.eachMapEntry { key, reader in
                    labels[String(decoding: key, as: UTF8.self)] = try reader.string()
                }
            default: return false
            }
            return true
        }
    }
}

extension SamplePod.Container {
    init(reading reader: inout Reader) throws {
        try reader.eachField(SamplePod.containerKeys) { number, reader in
            switch number {
            case 1: name = try reader.string() ?? ""
            case 4: isReady = try reader.bool() ?? false
            case 5: restarts = try reader.int64() ?? 0
            default: return false
            }
            return true
        }
    }
}

extension Reader {
    /// The reading loop; the closure returns false for a field it does not read.
    mutating func eachField(
        _ keys: KeyTable, _ body: (Int, inout Reader) throws -> Bool
    ) throws {
        guard let scope = try enterObject() else { return }
        while case let number = try nextField(keys), number != 0 {
            if try !body(number, &self) { try skipValue() }
        }
        try leaveObject(scope)
    }

    /// Each element of a JSON array, or this one occurrence of a protobuf field.
    mutating func eachElement(_ body: (inout Reader) throws -> Void) throws {
        guard format == .json else { return try body(&self) }
        guard try enterArray() else { return }
        while try nextElement() { try body(&self) }
    }
}

/// Reads all pods of an input that arrives in pieces of `chunk` bytes.
func readPods(
    _ bytes: [UInt8], chunk: Int = 4096, bufferSize: Int? = 64, format: ItemReader.Format = .detect
) throws -> (pods: [SamplePod], items: [Item], summary: ItemSummary) {
    var reader = ItemReader(source: "test", format: format, bufferSize: bufferSize)
    var pods: [SamplePod] = []
    var items: [Item] = []
    func take(_ reader: inout Reader, _ item: Item) throws {
        let pod = try SamplePod(reading: &reader)
        pods.append(pod)
        items.append(item)
    }
    var offset = 0
    while offset < bytes.count {
        let end = min(offset + chunk, bytes.count)
        try bytes[offset..<end].withUnsafeBytes { try reader.feed($0, take) }
        offset = end
    }
    let summary = try reader.finish(take)
    return (pods, items, summary)
}

func readPods(_ text: String, chunk: Int = 4096) throws -> (
    pods: [SamplePod], items: [Item], summary: ItemSummary
) {
    try readPods(Array(text.utf8), chunk: chunk)
}

/// Builds protobuf messages for tests.
struct Message {
    var bytes: [UInt8] = []

    static func varint(_ value: UInt64) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7f) | 0x80)
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }

    func adding(_ number: UInt64, varint value: Int64) -> Message {
        Message(bytes: bytes + Self.varint(number << 3) + Self.varint(UInt64(bitPattern: value)))
    }

    func adding(_ number: UInt64, _ text: String) -> Message { adding(number, Array(text.utf8)) }
    func adding(_ number: UInt64, _ message: Message) -> Message { adding(number, message.bytes) }

    func adding(_ number: UInt64, _ value: [UInt8]) -> Message {
        Message(
            bytes: bytes + Self.varint(number << 3 | 2) + Self.varint(UInt64(value.count)) + value)
    }

    static func pod(_ name: String, restarts: Int64 = 0) -> Message {
        let status = Message().adding(1, "app").adding(4, varint: 1).adding(5, varint: restarts)
        let label = Message().adding(1, "app").adding(2, name)
        return Message()
            .adding(1, Message().adding(1, name).adding(11, label))
            .adding(2, Message().adding(10, "node-1"))
            .adding(3, Message().adding(8, status).adding(8, Message().adding(1, "proxy")))
    }

    static func envelope(_ kind: String, _ raw: Message) -> [UInt8] {
        let type = Message().adding(1, "v1").adding(2, kind)
        let unknown = Message().adding(1, type).adding(2, raw).adding(3, "").adding(4, "")
        return Array("k8s\0".utf8) + unknown.bytes
    }
}
