import ClusterModel
package import Detection

extension LogArchive {
    /// The logs that could say why: of incidents in which a program ends or does not answer, the
    /// containers that are not well, of two pods each, since replicas say the same.
    package static func wishes(for incidents: [Incident], in view: ClusterView) -> [Stream] {
        var wishes: [Stream] = []
        for incident in incidents where incident.rule.category.isToldByPrograms {
            let file = CaseFile(incident, in: view)
            let jobs = file.objects.filter { $0.kind == .job || $0.kind == .cronJob }
            let pods = file.pods + jobs.flatMap(view.index.pods(ofWorkload:))
            let unwell = pods.filter { !$0.isReady && $0.status.phase != "Succeeded" }
            for pod in unwell.prefix(2) { wishes += pod.wishes }
        }
        var seen: Set<Stream> = []
        return Array(wishes.filter { seen.insert($0).inserted }.prefix(limit))
    }

    /// More incidents than this are hardly read by anybody in one go.
    private static let limit = 60
}

extension Category {
    fileprivate var isToldByPrograms: Bool {
        switch self {
        case .crashLoopBackOff, .appError, .initContainerFailure, .probeFailure, .jobFailed,
            .cronJobFailing, .oomKilled:
            true
        default: false
        }
    }
}

extension Pod {
    /// Of each container that is not ready the run before, if there was one, and the present one.
    fileprivate var wishes: [LogArchive.Stream] {
        containerViews.filter { !$0.status.ready && $0.lastEnd?.state.exitCode != 0 }.flatMap {
            container -> [LogArchive.Stream] in
            let present = LogArchive.Stream(
                namespace: metadata.namespace.string, pod: metadata.name.string,
                container: container.name.string)
            guard container.status.restartCount > 0 else {
                return container.status.state.waiting == nil ? [present] : []
            }
            var previous = present
            previous.isPrevious = true
            return [previous, present]
        }
    }
}
