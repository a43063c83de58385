package import ClusterModel

/// All usage that was read, by workload and container. Series are taken one by one and not kept, so
/// what it holds depends on the workloads, not on the pods that came and went or on the sample rate.
package struct UsageBook: Sendable {
    package struct Entry: Sendable {
        package var cpu: ResourceUsage?
        package var memory: ResourceUsage?
        /// Histograms of the VPA's own, where they are the source.
        package var checkpoint: CheckpointUsage?
    }

    /// The newest sample of a pod, for the arithmetic of the moment.
    package struct Recent: Sendable {
        package var cpu: HPASample?
        package var memory: HPASample?
    }

    package let window: UsageWindow
    package private(set) var entries: [UsageKey: Entry] = [:]
    package private(set) var recent: [PodContainer: Recent] = [:]
    /// Series of pods that belong to no workload of the snapshot.
    package private(set) var strangers = 0

    package struct UsageKey: Hashable, Sendable {
        package var workload: ObjectKey
        package var container: Symbol
    }

    package struct PodContainer: Hashable, Sendable {
        package var namespace: Symbol
        package var pod: Symbol
        package var container: Symbol
    }

    private let owners: PodOwners

    package init(_ index: ClusterIndex, window: UsageWindow) {
        self.window = window
        owners = PodOwners(index)
    }

    package var isEmpty: Bool { entries.isEmpty }

    package subscript(workload: ObjectKey, container: Symbol) -> Entry? {
        entries[UsageKey(workload: workload, container: container)]
    }

    package mutating func take(_ series: UsageSeries) {
        guard let workload = owners.workload(of: series) else {
            strangers += 1
            return
        }
        noteRecent(series)
        let key = UsageKey(workload: workload, container: series.container)
        switch series.resource {
        case .cpu: Self.add(series, window, to: &entries[key, default: Entry()].cpu)
        case .memory: Self.add(series, window, to: &entries[key, default: Entry()].memory)
        }
    }

    package mutating func take(
        _ checkpoint: CheckpointUsage, of workload: ObjectKey, _ container: Symbol
    ) {
        entries[UsageKey(workload: workload, container: container), default: Entry()].checkpoint =
            checkpoint
    }

    private static func add(
        _ series: UsageSeries, _ window: UsageWindow, to usage: inout ResourceUsage?
    ) {
        // Moved out and back, so that its arrays are not copied.
        var sum = usage.take() ?? ResourceUsage(series.resource, window: window)
        sum.add(series, window: window)
        usage = sum.sampleCount > 0 ? sum : nil
    }

    private mutating func noteRecent(_ series: UsageSeries) {
        guard case .pod(let pod) = series.owner,
            let place = series.values.lastIndex(where: { $0.isFinite && $0 >= 0 })
        else { return }
        let time = series.start + Int64(place) * series.step
        guard window.contains(time) else { return }
        let sample = HPASample(
            usage: Int64(min((Double(series.values[place]) * 1000).rounded(), 9e18)),
            takenAt: Timestamp(seconds: time), window: Int(series.step))
        let key = PodContainer(
            namespace: series.namespace, pod: pod, container: series.container)
        switch series.resource {
        case .cpu: recent[key, default: Recent()].cpu = sample
        case .memory: recent[key, default: Recent()].memory = sample
        }
    }
}

/// What a VPA's checkpoint tells of a container.
package struct CheckpointUsage: Sendable {
    package var cpu: DecayingHistogram
    package var memory: DecayingHistogram
    package var samples: Int
    package var first: Timestamp
    package var last: Timestamp

    package init(_ checkpoint: VerticalPodAutoscalerCheckpoint) {
        let status = checkpoint.status
        cpu = DecayingHistogram(.cpu, status.cpuHistogram)
        memory = DecayingHistogram(.memory, status.memoryHistogram)
        samples = status.totalSamplesCount
        first = status.firstSampleStart
        last = status.lastSampleStart
    }
}
