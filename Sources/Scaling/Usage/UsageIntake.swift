package import ClusterModel
package import StructuredData

/// Takes what sources deliver into a book, and settles at the end what needs all of it.
package struct UsageIntake: Sendable {
    package private(set) var book: UsageBook
    package private(set) var autoscalers: [VerticalPodAutoscaler] = []
    private var checkpoints: [VerticalPodAutoscalerCheckpoint] = []
    private let index: ClusterIndex

    /// What was taken of each sort.
    package private(set) var seriesCount = 0
    package private(set) var metricsCount = 0
    package var checkpointCount: Int { checkpoints.count }

    package init(_ index: ClusterIndex, window: UsageWindow) {
        self.index = index
        book = UsageBook(index, window: window)
    }

    package mutating func take(_ item: UsageItem) {
        switch item {
        case .series(let series):
            seriesCount += 1
            book.take(series)
        case .metrics(let metrics):
            metricsCount += 1
            for series in metrics.series { book.take(series) }
        case .checkpoint(let checkpoint): checkpoints.append(checkpoint)
        case .autoscaler(let autoscaler): autoscalers.append(autoscaler)
        }
    }

    /// Reads a usage file to its end.
    package mutating func read(
        source: String, _ read: (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws -> [ItemFailure] {
        try withoutActuallyEscaping(read) { read in
            try readItems(source: source, read: read) { reader, item in
                if let item = try UsageItem(&reader, item) { take(item) }
            }.failures
        }
    }

    package mutating func read(_ source: some UsageSource) async throws -> UsageOrigin {
        try await source.read(into: &book)
    }

    /// Gives each checkpoint to the workload of its VPA, or to one of the VPA's name where the VPA
    /// itself is not known.
    package mutating func settleCheckpoints() {
        var targets: [VPAName: ObjectKey] = [:]
        for autoscaler in autoscalers {
            let name = VPAName(
                namespace: autoscaler.metadata.namespace, name: autoscaler.metadata.name)
            targets[name] = autoscaler.target
        }
        for checkpoint in checkpoints {
            let name = VPAName(
                namespace: checkpoint.metadata.namespace, name: checkpoint.spec.vpaObjectName)
            guard let workload = targets[name] ?? namesake(of: name) else { continue }
            book.take(CheckpointUsage(checkpoint), of: workload, checkpoint.spec.containerName)
        }
    }

    private struct VPAName: Hashable {
        let namespace: Symbol
        let name: Symbol
    }

    private func namesake(of vpa: VPAName) -> ObjectKey? {
        [Kind.deployment, .statefulSet, .daemonSet]
            .map { ObjectKey($0, vpa.namespace, vpa.name) }.first(where: index.contains)
    }
}
