import Analysis
import KubeClient

/// Fetches the ends of containers' logs from a live cluster. Logs are a help, not a need: what
/// cannot be read is left out, and said once.
struct LiveLogs {
    let source: LiveSource

    func archive(of wishes: [LogArchive.Stream]) async -> LogArchive {
        var archive = LogArchive()
        guard !wishes.isEmpty, let client = try? source.connect() else { return archive }
        defer { client.close() }
        var failures: [String] = []
        await withTaskGroup(of: (LogArchive.Stream, Result<[UInt8], KubeError>).self) { group in
            var rest = wishes[...]
            // A few at a time: the API server asks a kubelet for each.
            for stream in rest.prefix(8) { group.addTask { await fetch(stream, from: client) } }
            rest = rest.dropFirst(8)
            while let (stream, result) = await group.next() {
                switch result {
                case .success(let bytes): archive.add(bytes, of: stream)
                // The run before is often gone already.
                case .failure(let error) where !stream.isPrevious: failures.append("\(error)")
                case .failure: break
                }
                if let next = rest.popFirst() {
                    group.addTask { await fetch(next, from: client) }
                }
            }
        }
        if let first = failures.min() {
            let more = failures.count > 1 ? " (and \(failures.count - 1) more)" : ""
            Diagnostics.warning("a log could not be read: \(first)\(more)")
        }
        return archive
    }

    private func fetch(
        _ stream: LogArchive.Stream, from client: KubeClient
    ) async -> (LogArchive.Stream, Result<[UInt8], KubeError>) {
        let request = LogRequest(
            namespace: stream.namespace, pod: stream.pod, container: stream.container,
            previous: stream.isPrevious, tailLines: LogArchive.lineLimit,
            limitBytes: LogArchive.byteLimit)
        do {
            return (stream, .success(try await client.log(request)))
        } catch {
            return (stream, .failure(error))
        }
    }
}
