package import ClusterModel

/// One pod as the HPA's controller counts it for one metric.
///
/// Source: `groupPods` in kubernetes `pkg/controller/podautoscaler/replica_calculator.go`.
package struct HPAPod: Sendable, Hashable {
    package enum Standing: Sendable, Hashable {
        case ready
        /// Pending, or its first CPU samples are of its start.
        case unready
        /// It runs, and there is no sample of it.
        case missing
        /// Failed or being deleted: not counted at all.
        case ignored
    }

    package var standing: Standing
    /// What it uses, in thousandths of the unit; 0 where it has no sample.
    package var usage: Int64
    /// What its containers request together, in thousandths; nil if one of them requests nothing.
    package var request: Int64?

    package init(_ standing: Standing, usage: Int64 = 0, request: Int64? = nil) {
        self.standing = standing
        self.usage = usage
        self.request = request
    }
}

/// A sample of one pod: when it was taken, over how long, and what it was.
package struct HPASample: Sendable, Hashable {
    package var usage: Int64
    package var takenAt: Timestamp
    /// Seconds the sample is an average over.
    package var window: Int

    package init(usage: Int64, takenAt: Timestamp, window: Int) {
        self.usage = usage
        self.takenAt = takenAt
        self.window = window
    }
}

extension HPAPod {
    /// The controller's flags `--horizontal-pod-autoscaler-cpu-initialization-period` and
    /// `--horizontal-pod-autoscaler-initial-readiness-delay` at their defaults, in seconds.
    static let initializationPeriod = 300
    static let readinessDelay = 30

    /// - Parameter container: only this container's request counts, as for a ContainerResource
    ///   metric; empty for all.
    package init(
        _ pod: Pod, _ resource: Symbol, container: Symbol = .empty, sample: HPASample?,
        now: Timestamp
    ) {
        request = pod.request(resource, container: container)
        usage = sample?.usage ?? 0
        standing = Self.standing(pod, resource, sample, now)
    }

    private static func standing(
        _ pod: Pod, _ resource: Symbol, _ sample: HPASample?, _ now: Timestamp
    ) -> Standing {
        if pod.metadata.isTerminating || pod.status.phase == "Failed" { return .ignored }
        if pod.status.phase == "Pending" { return .unready }
        guard let sample else { return .missing }
        return resource == "cpu" && isUnready(pod, sample, now) ? .unready : .ready
    }

    private static func isUnready(_ pod: Pod, _ sample: HPASample, _ now: Timestamp) -> Bool {
        guard let condition = pod.status.condition("Ready"), pod.status.startTime.isSet else {
            return true
        }
        let isFalse = condition.status == "False"
        if pod.status.startTime.adding(seconds: initializationPeriod) > now {
            // A whole window must have passed since it became ready.
            let settled = condition.lastTransitionTime.adding(seconds: sample.window)
            return isFalse || sample.takenAt < settled
        }
        let begun = pod.status.startTime.adding(seconds: readinessDelay)
        return isFalse && begun > condition.lastTransitionTime
    }
}

extension Pod {
    /// All that runs beside each other: sidecars are init containers that stay.
    var runningContainers: [Container] {
        spec.containers + spec.initContainers.filter(\.isSidecar)
    }

    /// Nil where a container requests none of the resource, for which the controller gives up.
    fileprivate func request(_ resource: Symbol, container: Symbol) -> Int64? {
        var sum: Int64 = 0
        for one in runningContainers where container.isEmpty || one.name == container {
            guard let amount = one.resources.request(resource) else { return nil }
            let (total, overflow) = sum.addingReportingOverflow(amount.milli)
            sum = overflow ? .max : total
        }
        return sum
    }
}
