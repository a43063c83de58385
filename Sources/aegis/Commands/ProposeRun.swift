import Analysis
import ClusterModel
import Detection
import Scaling
import StructuredData

/// What a run has to show: the document, and for a terminal the usage behind it.
struct ProposalReport {
    var list: ScalingProposalList
    /// The file that was read, if it was one; empty otherwise.
    var file = ""
    /// By the proposal's id.
    var peaks: [String: [UsagePeaks]] = [:]
}

/// One run of `scale-propose`, from the chosen sources to its report.
struct ProposeRun {
    private let command: ProposeCommand
    private let settings: Settings
    private let environment: [String: String]

    init(command: ProposeCommand, settings: Settings, environment: [String: String]) {
        self.command = command
        self.settings = settings
        self.environment = environment
    }

    /// - Parameter parts: that a drawn history has; 0 draws none.
    /// - Returns: nil where only the prompt was to be shown.
    func report(_ run: inout RunRecord, parts: Int) async throws -> ProposalReport? {
        let scaling = try scalingSettings()
        let source = Source(
            options: command.source, cluster: command.cluster, scope: command.scope,
            settings: settings, environment: environment, kinds: ScalingProposalList.kinds)
        let dump = DumpedUsage()
        let capture = try await source.capture(&run, others: dump.take)
        let now = source.moment(of: capture)
        let view = ClusterView(ClusterIndex(capture.snapshot), now: now)
        let keys = try chosen(in: view)
        let reading = UsageReading(
            options: command.usage, dumped: dump.items, capture: capture, now: now,
            environment: environment, source: source)
        let (intake, origin) = try await reading.intake(for: keys, view)
        let strangers = intake.book.strangers
        if strangers > 0 { Diagnostics.info("\(strangers) series belong to no workload here") }
        let planner = ScalingPlanner(
            view, intake.book, origin, autoscalers: intake.autoscalers, settings: scaling)
        let proposals = await planner.proposals(for: keys)
        var list = ScalingProposalList(capture, origin, proposals, now: now)
        let consulting = try Consulting(
            command.engine, settings.agent, environment, view, logs: LogArchive(), rounds: 1)
        if command.engine.showPrompt {
            try StandardOutput.write(consulting?.prompt(for: Brief(list)) ?? "")
            return nil
        }
        list.opinion = try await consulting?.opinion(of: list)
        if command.queue { try enqueue(list, capture, now) }
        var report = ProposalReport(list: list, file: command.source.onlyFile)
        if parts > 0 {
            for proposal in proposals {
                guard let key = ObjectKey(proposal.target) else { continue }
                report.peaks[proposal.id] = planner.peaks(of: key, buckets: parts)
            }
        }
        return report
    }

    private func scalingSettings() throws -> ScalingSettings {
        var result = ScalingSettings()
        result.change = command.change
        result.method = command.method
        result.targetUtilization = command.targetUtilization
        result.minReplicas = command.minReplicas
        if let expiry = command.expiresIn { result.lifetime = expiry.count }
        if let path = command.prices {
            let bytes = try InputFile(path: path).contents()
            result.prices = try readDocument(bytes, source: path) { reader in
                var prices = PriceList()
                try prices.read(from: &reader)
                return prices
            }
        }
        return result
    }

    /// The workloads asked for, else all in scope; never those that others may not look at.
    private func chosen(in view: ClusterView) throws -> [ObjectKey] {
        let snapshot = view.snapshot
        let selector = command.scope.selector
        func keys(_ workloads: [some Workload]) -> [ObjectKey] {
            workloads.filter { workload in
                view.index.isMonitored([workload.key])
                    && (selector.map { $0.matches(workload.metadata.labels) } ?? true)
            }.map(\.key)
        }
        let all =
            keys(snapshot.deployments) + keys(snapshot.statefulSets) + keys(snapshot.daemonSets)
        if command.workloads.isEmpty { return all }
        return try command.workloads.flatMap { text -> [ObjectKey] in
            let found = all.filter { WorkloadName.parse(text).map($0.isNamed) ?? false }
            if found.isEmpty { throw InputError(message: "there is no \(text) in scope") }
            return found
        }
    }

    private func enqueue(
        _ list: ScalingProposalList, _ capture: Capture, _ now: Timestamp
    ) throws {
        let queue = ProposalQueue(
            StateDirectory(command.state, cluster: capture.stateName, environment: environment))
        let count = try queue.add(list, now: now)
        Diagnostics.note("\(count) \(count == 1 ? "proposal" : "proposals") queued")
    }
}

extension ObjectKey {
    fileprivate func isNamed(_ name: (kind: Kind, name: String)) -> Bool {
        kind == name.kind && self.name.string == name.name
    }

    init?(_ reference: ResourceReference) {
        guard let kind = Kind(name: reference.kind) else { return nil }
        self.init(kind, Symbol(reference.namespace), Symbol(reference.name))
    }
}
