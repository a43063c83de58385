import ClusterModel
import Glibc
import Logging
import StructuredData

/// Writes log lines to standard error, each in one piece.
struct StandardErrorHandler: LogHandler {
    var logLevel: Logger.Level
    let format: LogFormat
    var metadata = Logger.Metadata()

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        switch format {
        case .text: Self.write("\(Invocation.name): \(Self.prefix(event.level))\(event.message)")
        case .json: writeDocument(event.level, "\(event.message)")
        }
    }

    private func writeDocument(_ level: Logger.Level, _ message: String) {
        var writer = DocumentWriter(format: .json)
        writer.beginObject()
        writer.field("time", Timestamp.current.rfc3339)
        writer.field("level", level.rawValue)
        writer.field("message", message)
        writer.endObject()
        _ = writeAll(writer.takeOutput(), to: STDERR_FILENO)
    }

    /// Names in a message may hold anything; the lines of an error that shows its place stay.
    static func write(_ message: String) {
        let lines = Invocation.asCalled(message)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let text = lines.map { String($0).printable }.joined(separator: "\n")
        _ = writeAll(Array("\(text)\n".utf8), to: STDERR_FILENO)
    }

    private static func prefix(_ level: Logger.Level) -> String {
        switch level {
        case .critical, .error: "error: "
        case .warning: "warning: "
        case .notice, .info: ""
        case .debug, .trace: "debug: "
        }
    }
}
