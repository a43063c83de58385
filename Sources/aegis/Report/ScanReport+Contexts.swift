import ClusterModel
import Detection

/// What the scan of one of several contexts came to.
struct ContextOutcome {
    let context: String
    /// Failed where nothing could be read.
    let result: Result<ScanResult, any Error>
}

extension ScanReport {
    /// One report of several contexts: the worst first, whichever they are of; what is resolved
    /// last. Everything says whose it is, and a context that could not be read is a gap.
    init(_ outcomes: [ContextOutcome]) {
        metadata.contexts = outcomes.map(\.context)
        metadata.source.value = Capture.Origin.live.rawValue
        metadata.aegisVersion.value = Version.current
        for outcome in outcomes {
            switch outcome.result {
            case .success(let result): add(result.report, of: outcome.context)
            case .failure(let error): addGap(outcome.context, "\(error)")
            }
        }
        let present = self.present
        incidents.value =
            Severity.allCases.reversed().flatMap { level in present.filter { $0.level == level } }
            + incidents.value.filter(\.isResolved)
    }

    private mutating func add(_ report: ScanReport, of context: String) {
        metadata.generatedAt.value = max(
            metadata.generatedAt.value, report.metadata.generatedAt.value)
        summary.add(report.summary)
        coverage.value += report.coverage.value.map {
            var record = $0
            record.context = context
            return record
        }
        incidents.value += report.incidents.value.map {
            var record = $0
            record.context = context
            return record
        }
    }

    private mutating func addGap(_ context: String, _ reason: String) {
        var gap = CoverageRecord()
        gap.context = context
        gap.resource = CoverageRecord.everything
        gap.state = Coverage.State.failed.rawValue
        gap.reason = reason
        coverage.value.append(gap)
    }
}

extension ScanSummary {
    fileprivate mutating func add(_ other: ScanSummary) {
        incidents.value += other.incidents.value
        bySeverity.critical.value += other.bySeverity.critical.value
        bySeverity.high.value += other.bySeverity.high.value
        bySeverity.medium.value += other.bySeverity.medium.value
        bySeverity.low.value += other.bySeverity.low.value
        let sums = (objects.counts + other.objects.counts).reduce(into: [String: Int]()) {
            $0[$1.resource, default: 0] += $1.count
        }
        objects.counts = sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
