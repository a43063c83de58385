internal import ClusterModel
internal import StructuredData

/// Kubernetes' way of saying that something went wrong (`meta/v1` Status).
struct APIStatus: Message {
    var metadata = APIStatusMeta()
    var status = ""
    var message = ""
    var reason = ""
    var code = 0

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("status", 2, &status)
        try visit.field("message", 3, &message)
        try visit.field("reason", 4, &reason)
        try visit.field("code", 6, &code)
    }
}

/// With 410 Expired the server offers a token to go on with, at the price that the pages then are
/// of different moments.
struct APIStatusMeta: Message {
    var continueToken = ""

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("continue", 3, &continueToken)
    }
}

extension APIStatus {
    /// - Parameter bytes: a whole body, JSON or protobuf; `nil` if it is no Status.
    init?(_ bytes: [UInt8]) {
        var status = APIStatus()
        var isStatus = false
        var reader = ItemReader(source: "status")
        let take: ItemReader.Body = { reader, item in
            guard item.kind == "Status" else { return }
            try status.read(from: &reader)
            isStatus = true
        }
        do {
            try bytes.withUnsafeBytes { try reader.feed($0, take) }
            _ = try reader.finish(take)
        } catch {
            return nil
        }
        guard isStatus else { return nil }
        self = status
    }
}
