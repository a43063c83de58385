internal import ClusterModel
internal import StructuredData

/// A model's answer, as its schema has it.
struct Reply {
    struct Claim {
        var text = ""
        var evidence: [String] = []
    }

    struct Request {
        var tool = ""
        var object = ""
    }

    var claims: [Claim] = []
    var cause = ""
    var fix = ""
    var requests: [Request] = []

    init() {}

    /// Nil for what is no JSON object; fields of another type than agreed make it none either.
    init?(_ text: String) {
        guard text.utf8.count <= 256 << 10, let object = Self.object(in: text) else { return nil }
        let reply = try? readDocument(Array(object.utf8), source: "answer") { reader in
            var reply = Reply()
            try reply.read(from: &reader)
            return reply
        }
        guard let reply else { return nil }
        self = reply
    }

    /// Some models wrap their JSON in a fence or a sentence.
    private static func object(in text: String) -> Substring? {
        guard let start = text.firstIndex(of: "{"), let end = text.lastIndex(of: "}"), start < end
        else { return nil }
        return text[start...end]
    }
}

extension Reply: Message {
    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("claims", 1, &claims)
        try visit.field("cause", 2, &cause)
        try visit.field("fix", 3, &fix)
        try visit.field("requests", 4, &requests)
    }
}

extension Reply.Claim: Message {
    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("text", 1, &text)
        try visit.field("evidence", 2, &evidence)
    }
}

extension Reply.Request: Message {
    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("tool", 1, &tool)
        try visit.field("object", 2, &object)
    }
}
