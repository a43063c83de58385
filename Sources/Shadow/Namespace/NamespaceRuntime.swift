internal import ClusterModel
internal import Detection
package import HTTP
internal import KubeClient

/// Tries a change on a copy of the workload, in a namespace of its own beside a copy without the
/// change, and compares the two.
///
/// The changed copy is made as the change would leave it. That the API server would let the
/// original become so is asked before, by a dry run.
package struct NamespaceRuntime: Runtime {
    package struct Options: Sendable {
        /// Until when the copies have to be well.
        package var timeout = 120
        /// How long a state must last to count: a pod that is ready for a moment is not well yet.
        package var settle = 15
        package var replicas = 1
        package var keepsFailed = false
        package var probes: [HTTPProbe] = []
        package init() {}
    }

    package var name: RuntimeName { place.runtime }
    private let place: any ShadowPlace
    private let objects: LiveObjects
    private let options: Options
    private let environment: ShadowEnvironment
    private let ledger: any EnvironmentLedger
    private let time: TimeSource

    /// - Parameters:
    ///   - objects: of the cluster of the original.
    ///   - place: where copies are made; nil for that cluster.
    package init(
        _ objects: LiveObjects, _ environment: ShadowEnvironment, options: Options,
        ledger: any EnvironmentLedger, in place: (any ShadowPlace)? = nil,
        time: TimeSource = .system
    ) {
        self.place = place ?? SamePlace(objects: objects, time: time)
        self.objects = objects
        self.environment = environment
        self.options = options
        self.ledger = ledger
        self.time = time
    }

    package func prove(_ change: ProposedChange) async throws -> Proof {
        if let foreign = change.targets.first(where: { !CopyCollector.canCopy($0) }) {
            return .undecided(
                "a change of a \(foreign.kind.name) cannot be tried on a copy; --runtime simulate and "
                    + "--runtime dry-run can say something of it")
        }
        if Set(change.targets.map(\.namespace)).count > 1 {
            return .undecided("a change of several namespaces cannot be copied into one")
        }
        if Set(change.targets).count < change.targets.count {
            return .undecided(
                "several patches of one object can only be tried by --runtime simulate")
        }
        let answers = try await DryRunRuntime(objects).answers(to: change)
        var proof = Proof(answers.map(\.check))
        if proof.verdict != .passed { return proof }
        let source = try await CopyCollector(objects: objects).source(of: answers)
        guard source.workloads.contains(where: { $0.after != nil }) else {
            return .undecided("no workload is left that could be copied")
        }
        proof.environment = environment
        proof.checks += try await checks(of: source)
        if options.keepsFailed, proof.verdict != .passed {
            do {
                proof.environment = try await keep()
                proof.isKept = true
            } catch {
                try await remove(wasInterrupted: true)
                throw error
            }
        } else {
            try await remove(wasInterrupted: false)
        }
        return proof
    }

    /// Whatever happens in between, the environment ends with it.
    private func checks(of source: CopySource) async throws -> [ShadowCheck] {
        try ledger.open(environment)
        do {
            return try await run(source)
        } catch {
            try await remove(wasInterrupted: true)
            throw error
        }
    }

    /// Gives people a day to look at it.
    private func keep() async throws -> ShadowEnvironment {
        var kept = environment
        kept.expiresAt = Timestamp(seconds: time.unixSeconds()).adding(seconds: 86400)
        try await place.keep(kept)
        try ledger.keep(kept)
        return kept
    }

    /// Takes place also when the task was cancelled: a task of its own does not know of that.
    private func remove(wasInterrupted: Bool) async throws {
        let (place, environment) = (place, environment)
        let removed = Task {
            try await place.close(environment, wasInterrupted: wasInterrupted)
        }
        if case .failure(let failure) = await removed.result {
            throw ShadowError.failed(
                "\(environment.namespaces.joined(separator: ", ")) could not be removed: \(failure); run "
                    + "'aegis shadow-test gc' later")
        }
        try ledger.close(environment)
    }

    private func run(_ source: CopySource) async throws -> [ShadowCheck] {
        let objects = try await place.open(environment)
        var builder = ShadowBuilder(objects, source, environment, replicas: options.replicas)
        if let refusal = try await builder.build(time) { return [refusal] }
        let copied = ShadowCheck("copy", .passed, builder.summary)
        let start = time.now()
        let observer = Observer(objects: objects)
        let workloads = source.workloads.map {
            ObjectKey(ShadowCopy.kind(of: $0.key.kind), $0.key.namespace, $0.key.name)
        }
        var comparison: Comparison?
        while true {
            let now = Timestamp(seconds: time.unixSeconds())
            async let changed = observer.look(
                at: environment.namespace(.changed), workloads, now: now)
            async let control = observer.look(
                at: environment.namespace(.control), workloads, now: now)
            let (mine, other) = try await (changed, control)
            comparison?.take(mine, control: other)
            let current = comparison ?? Comparison(mine, control: other, settle: options.settle)
            comparison = current
            let elapsed = Int((time.now() - start) / .seconds(1))
            if current.isDecided || elapsed >= options.timeout {
                return [copied] + current.checks(after: elapsed)
                    + (try await probe(current, objects))
            }
            try await time.sleep(.seconds(1))
        }
    }

    private func probe(
        _ comparison: Comparison, _ objects: LiveObjects
    ) async throws -> [ShadowCheck] {
        var checks: [ShadowCheck] = []
        for probe in options.probes {
            checks.append(
                try await probe.check(
                    comparison.changed.latest, control: comparison.control.latest, objects.client))
        }
        return checks
    }
}

extension Proof {
    fileprivate static func undecided(_ message: String) -> Proof {
        Proof([ShadowCheck("copy", .inconclusive, message)])
    }
}
