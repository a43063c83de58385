import ClusterModel
import StructuredData

extension ContainerStateTerminated {
    /// The last line of what a container wrote as its termination message, which in a trace is the
    /// one that tells; cut, and with what may be a secret masked. Nil for none.
    var lastWords: String? {
        let lines = message.string.split(whereSeparator: \.isNewline)
        guard let line = lines.last(where: { $0.contains { !$0.isWhitespace } }) else { return nil }
        let visible = line.filter { !$0.isASCII || $0.asciiValue ?? 0 >= 0x20 }
        let text = visible.count > 200 ? "\(visible.prefix(199))…" : String(visible)
        return text.maskingSecrets
    }
}
