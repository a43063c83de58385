import ClusterModel

/// The ends of containers' logs, from files or from the API server. The text is data: it is searched
/// for known complaints and never repeated as it stands.
package struct LogArchive: Sendable {
    /// One container's output, of its present run or of the one before.
    package struct Stream: Hashable, Sendable {
        package let namespace: String
        package let pod: String
        package let container: String
        package var isPrevious = false

        package init(namespace: String, pod: String, container: String, isPrevious: Bool = false) {
            self.namespace = namespace
            self.pod = pod
            self.container = container
            self.isPrevious = isPrevious
        }
    }

    /// Of each log, so that a run's memory is bounded whatever programs write.
    package static let lineLimit = 500
    package static let byteLimit = 128 << 10

    private var lines: [Stream: [String]] = [:]

    package init() {}

    package var isEmpty: Bool { lines.isEmpty }

    /// Keeps the end of a log; the first line of what is left may be cut.
    package mutating func add(_ bytes: [UInt8], of stream: Stream) {
        let end = bytes.suffix(Self.byteLimit)
        let text = String(decoding: end, as: UTF8.self)
        lines[stream] = text.split(whereSeparator: \.isNewline).suffix(Self.lineLimit)
            .map(String.init)
    }

    /// The lines of a container, the run before first, which is the one that failed.
    func lines(of container: Symbol, in pod: ObjectKey) -> [(path: String, text: String)] {
        [true, false].flatMap { isPrevious in
            let stream = Stream(
                namespace: pod.namespace.string, pod: pod.name.string,
                container: container.string, isPrevious: isPrevious)
            let name = isPrevious ? "previous log" : "log"
            return (lines[stream] ?? []).enumerated().map {
                ("\(name) of \(container), line \($0 + 1)", $1)
            }
        }
    }
}
