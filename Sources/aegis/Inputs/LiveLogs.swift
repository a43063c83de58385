import Analysis
import ClusterModel
import Detection
import HTTP
import KubeClient

/// The ends of the logs of containers that incidents are about, from a live cluster.
struct LiveLogs {
    /// Containers of a run: what more than these say is mostly the same.
    private static let limit = 40
    private static let together = 8

    let client: KubeClient

    /// What could be fetched. Where logs may not be read, one warning says so: the analysis then
    /// rests on what the objects say.
    func archive(for incidents: [Incident], in view: ClusterView) async -> LogArchive {
        let wanted = Self.streams(of: incidents, in: view)
        var archive = LogArchive()
        var fault: String?
        await withTaskGroup(of: (LogArchive.Stream, [UInt8]?, String?).self) { group in
            var rest = wanted[...]
            for stream in rest.prefix(Self.together) { group.addTask { await read(stream) } }
            rest = rest.dropFirst(Self.together)
            while let (stream, bytes, why) = await group.next() {
                if let bytes { archive.add(bytes, of: stream) }
                fault = fault ?? why
                if let next = rest.popFirst() { group.addTask { await read(next) } }
            }
        }
        if let fault { Diagnostics.warning("not seen: logs: \(fault)") }
        return archive
    }

    private func read(_ stream: LogArchive.Stream) async -> (LogArchive.Stream, [UInt8]?, String?) {
        let request = LogRequest(
            namespace: stream.namespace, pod: stream.pod, container: stream.container,
            previous: stream.isPrevious, tailLines: LogArchive.lineLimit,
            limitBytes: LogArchive.byteLimit)
        do {
            return (stream, try await client.log(request, upTo: LogArchive.byteLimit * 2), nil)
        } catch  where error.code == .api(403) {
            return (stream, nil, "\(error)")
        } catch {
            // A container that never ran has no log, and a kubelet that is gone gives none.
            Diagnostics.debug("log of \(stream.pod)/\(stream.container): \(error)")
            return (stream, nil, nil)
        }
    }

    /// Of containers that ended or are not ready, in pods that incidents name; of pods that fail
    /// alike, the first few.
    static func streams(
        of incidents: [Incident], in view: ClusterView
    ) -> [LogArchive.Stream] {
        var streams: [LogArchive.Stream] = []
        var seen: Set<ObjectKey> = []
        for incident in incidents {
            let keys = incident.evidence.map(\.resource) + [incident.resource] + incident.affected
            let pods = keys.filter { $0.kind == .pod && seen.insert($0).inserted }
                .compactMap(view.index.pod)
            for pod in pods.prefix(2) { streams += Self.streams(of: pod) }
        }
        return Array(streams.prefix(limit))
    }

    private static func streams(of pod: Pod) -> [LogArchive.Stream] {
        let statuses = pod.status.initContainerStatuses + pod.status.containerStatuses
        return statuses.flatMap { status -> [LogArchive.Stream] in
            let ran = status.state.running != nil || status.state.terminated != nil
            let stream = LogArchive.Stream(
                namespace: pod.metadata.namespace.string, pod: pod.metadata.name.string,
                container: status.name.string)
            var before = stream
            before.isPrevious = true
            return (status.restartCount > 0 ? [before] : [])
                + (ran && !(status.ready && status.restartCount == 0) ? [stream] : [])
        }
    }
}
