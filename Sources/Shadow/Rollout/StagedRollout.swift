internal import Analysis
internal import ClusterModel
internal import Detection
package import HTTP
internal import KubeClient

/// Brings a change into production a few pods at a time, looks at what detection says of the live
/// objects after each step, and takes it back if that is worse than before.
package struct StagedRollout: Sendable {
    package struct Options: Sendable {
        package var stages = Stages.standard
        /// Seconds that a stage has to stay well before the next.
        package var pause = 30
        /// Seconds that a stage may take to become well.
        package var timeout = 300
        package init() {}
    }

    private let objects: LiveObjects
    private let options: Options
    private let guards: [any RolloutGuard]
    private let time: TimeSource

    package init(
        _ objects: LiveObjects, options: Options, guards: [any RolloutGuard],
        time: TimeSource = .system
    ) {
        self.objects = objects
        self.options = options
        self.guards = guards
        self.time = time
    }

    /// - Throws: a refusal before anything was written; after that, whatever interrupts it, once
    ///   production is as it was.
    package func apply(_ change: ProposedChange) async throws -> RolloutRecord {
        let steps = try await steps(of: change)
        let outcome: Result<RolloutRecord, any Error>
        do {
            // One that refuses must not keep those before it.
            for rolloutGuard in guards { try await rolloutGuard.enter() }
            outcome = .success(try await walk(steps))
        } catch {
            outcome = .failure(error)
        }
        await leave()
        return try outcome.get()
    }

    /// A task of its own, so that it takes place after a cancellation too.
    private func leave() async {
        let guards = guards
        await Task { for rolloutGuard in guards.reversed() { await rolloutGuard.leave() } }.value
    }

    private struct Step: Sendable {
        let patch: Patch
        let throttle: Throttle
    }

    /// What is going to be done, checked against the API server and the owners' wishes.
    private func steps(of change: ProposedChange) async throws -> [Step] {
        var steps: [Step] = []
        for patch in change.patches {
            let isMerge =
                patch.kind == .strategicMerge || patch.kind == .merge || patch.kind == .json
            guard isMerge else {
                throw ShadowError.failed(
                    "a \(patch.kind.rawValue) of \(patch.target) cannot be taken back and is not applied"
                )
            }
            guard let before = try await objects.document(of: patch.target) else {
                throw ShadowError.noTarget(patch.target)
            }
            let optIn = change.fixType == .scaling ? ShadowLabels.scalingOptIn : ShadowLabels.optIn
            guard before.isEnabled(optIn) else {
                throw ShadowError.notOptedIn(patch.target, optIn)
            }
            let after = try await objects.send(
                objects.write(patch, isDryRun: true), to: patch.target)
            let throttle = Throttle(
                patch.target, before: before, after: after, stages: options.stages)
            if let fault = throttle.fault { throw ShadowError.failed(fault) }
            if patch.kind == .json, throttle.counts.count > 1 {
                throw ShadowError.failed("a JSON patch cannot be staged; give --stages 100%")
            }
            steps.append(Step(patch: patch, throttle: throttle))
        }
        return steps
    }

    private func walk(_ steps: [Step]) async throws -> RolloutRecord {
        var record = RolloutRecord()
        var gates: [HealthGate] = []
        for step in steps {
            gates.append(try await HealthGate(objects, step.throttle, options, time))
        }
        // Steps of which something may have been written.
        var begun = 0
        for (place, step) in steps.enumerated() {
            do {
                try await walk(step, gates[place], &record) { begun = place + 1 }
            } catch {
                try await restore(steps[..<begun].map(\.throttle))
                throw error
            }
            if record.stages.last?.trouble.isEmpty == false {
                try await restore(steps[..<begun].map(\.throttle))
                record.state = .rolledBack
                return record
            }
        }
        return record
    }

    private func walk(
        _ step: Step, _ gate: HealthGate, _ record: inout RolloutRecord, willWrite: () -> Void
    ) async throws {
        let counts = step.throttle.counts
        for stage in 0..<max(1, counts.count) {
            try await checkGuards()
            willWrite()
            try await write(step, stage)
            let extent = counts.isEmpty ? "at once" : "\(counts[stage]) of \(counts.last ?? 0) pods"
            let trouble = try await gate.trouble(at: stage) { try await checkGuards() }
            record.stages.append(RolloutRecord.Stage(extent: extent, trouble: trouble ?? ""))
            if trouble != nil { return }
        }
        try await claim(step.patch)
    }

    private func checkGuards() async throws {
        for rolloutGuard in guards { try await rolloutGuard.check() }
    }

    /// The change and its limits in one write at first; then the limits alone.
    private func write(_ step: Step, _ stage: Int) async throws {
        let patch = step.patch
        let limits = step.throttle.limits(at: stage)
        if patch.kind == .json {
            try await objects.send(objects.write(patch, isDryRun: false), to: patch.target)
            return
        }
        let isWhole = stage == 0 || limits.members?.isEmpty ?? true
        let body = isWhole ? patch.body.overlaid(with: limits) : limits
        let type: WriteRequest.PatchType = patch.kind == .merge ? .merge : .strategic
        try await objects.send(
            WriteRequest(try objects.path(to: patch.target), .patch(body, type)),
            to: patch.target)
    }

    /// Server-side apply of what was changed, so that its fields are known to be aegis'.
    private func claim(_ patch: Patch) async throws {
        guard let live = try await objects.document(of: patch.target),
            let intent = OwnFields.intent(of: patch, in: live)
        else { return }
        try await objects.send(
            WriteRequest(try objects.path(to: patch.target), .apply(intent, force: true)),
            to: patch.target)
    }

    /// Takes place also when the task was cancelled.
    private func restore(_ throttles: [Throttle]) async throws {
        if throttles.isEmpty { return }
        let objects = objects
        let restoring = Task {
            for throttle in throttles.reversed() {
                let patch = Throttle.restoration(before: throttle.before, after: throttle.after)
                try await objects.send(
                    WriteRequest(try objects.path(to: throttle.key), .patch(patch, .json)),
                    to: throttle.key)
            }
        }
        if case .failure(let failure) = await restoring.result {
            throw ShadowError.failed(
                "the change could not be taken back from "
                    + throttles.map { "\($0.key)" }.joined(separator: ", ") + ": \(failure)")
        }
    }
}

/// Keeps a roll-out from getting in somebody's way.
package protocol RolloutGuard: Sendable {
    /// - Throws: a refusal; then nothing is written.
    func enter() async throws
    /// Now and then while the roll-out is under way.
    func check() async throws
    func leave() async
}
