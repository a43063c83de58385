internal import ClusterModel
internal import StructuredData

/// A message as JSON on one line, without the line's end: for header-like places and bodies.
enum JSONText {
    static func write(_ message: some Message) -> String {
        var writer = DocumentWriter(format: .json)
        message.write(to: &writer)
        return take(&writer)
    }

    static func take(_ writer: inout DocumentWriter) -> String {
        var bytes = writer.takeOutput()
        while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
