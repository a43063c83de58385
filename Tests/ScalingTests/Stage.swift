import ClusterModel
import Detection
import Scaling
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// The workloads of `Fixtures/namespaces.yaml`, a namespace a case, with usage the test makes up.
struct Stage {
    static let now = Timestamp(rfc3339: "2026-06-01T12:00:00Z") ?? Timestamp()

    let view: ClusterView
    var intake: UsageIntake
    var settings = ScalingSettings()

    init() throws {
        let path = "\("\(#filePath)".dropLast("Stage.swift".count))Fixtures/namespaces.yaml"
        let file = open(path, O_RDONLY)
        try #require(file >= 0, "no fixture \(path)")
        defer { close(file) }
        var dump = DumpReader(filter: ObjectFilter())
        try dump.read(source: path) { max(0, Glibc.read(file, $0.baseAddress, $0.count)) }
        try #require(dump.failureCount == 0, "\(dump.failures)")
        view = ClusterView(ClusterIndex(dump.finish()), now: Self.now)
        intake = UsageIntake(view.index, window: UsageWindow(end: Self.now, days: 14))
    }

    /// Hourly samples of so many pods over the last days; the closure gets the hour since the start.
    mutating func use(
        _ namespace: Symbol, kind: Kind = .deployment, pods: Int = 1, days: Int = 14,
        cores: @escaping (Int) -> Double = { _ in 0.1 },
        mebibytes: @escaping (Int) -> Double = { _ in 200 }
    ) throws {
        let start = (Self.now.seconds / 3600 - Int64(days) * 24) * 3600
        for _ in 0..<pods {
            for (resource, value) in [
                (MeasuredResource.cpu, cores), (.memory, { mebibytes($0) * 1_048_576 }),
            ] {
                let series = try #require(
                    UsageSeries(
                        namespace: namespace, owner: .workload(kind, "web"), container: "app",
                        resource: resource, start: start, step: 3600,
                        values: (0..<days * 24).map { Float(value($0)) }))
                intake.take(.series(series))
            }
        }
    }

    func proposal(
        _ namespace: Symbol, kind: Kind = .deployment
    ) -> ScalingProposal? {
        ScalingPlanner(
            view, intake.book, UsageOrigin(.file), autoscalers: intake.autoscalers,
            settings: settings
        ).proposal(for: ObjectKey(kind, namespace, "web"))
    }
}

extension ScalingProposal {
    /// `Redundancy held replicas`, in order.
    var guardLines: [String] { guards.value.map { "\($0.name) \($0.effect) \($0.subject)" } }

    var cpuRequest: String { containers.first?.cpu?.request.proposed.description ?? "" }
    var memoryRequest: String { containers.first?.memory?.request.proposed.description ?? "" }
}
