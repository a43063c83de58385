import ClusterModel
import Detection
import KubeClient

/// Scans of several contexts that become one report. Each is what it would be alone, its state
/// included; of each only the report stays, so memory does not grow with the number of clusters.
struct ContextsRun {
    let command: ScanCommand
    let settings: Settings
    let environment: [String: String]

    /// So that one cluster is judged while another is waited for.
    private static let atOnce = 2

    func result() async throws -> ScanResult {
        let earlier = try scan(command).earlierReport()
        let outcomes = await outcomes(of: try contexts(), against: earlier)
        let failures = outcomes.compactMap { outcome -> String? in
            guard case .failure(let error) = outcome.result else { return nil }
            return "\(outcome.context): \(error)"
        }
        if failures.count == outcomes.count {
            throw InputError(
                message: "no context could be read: \(failures.joined(separator: "; "))")
        }
        var result = ScanResult(
            report: ScanReport(outcomes), failOn: scan(command).failOn, file: "")
        for outcome in outcomes {
            guard case .success(let one) = outcome.result else { continue }
            result.surroundings.join(one.surroundings, of: outcome.context)
        }
        return result
    }

    private func scan(_ command: ScanCommand) -> ScanRun {
        ScanRun(command: command, settings: settings, environment: environment)
    }

    /// In the order of the contexts.
    private func outcomes(
        of contexts: [String], against earlier: ScanReport?
    ) async -> [ContextOutcome] {
        await withTaskGroup(of: (Int, ContextOutcome).self) { group in
            var waiting = Array(contexts.enumerated())[...]
            for (place, context) in waiting.prefix(Self.atOnce) {
                group.addTask { (place, await outcome(of: context, against: earlier)) }
            }
            waiting = waiting.dropFirst(Self.atOnce)
            var done: [(place: Int, outcome: ContextOutcome)] = []
            while let one = await group.next() {
                done.append(one)
                guard let (place, context) = waiting.popFirst() else { continue }
                group.addTask { (place, await outcome(of: context, against: earlier)) }
            }
            return done.sorted { $0.place < $1.place }.map(\.outcome)
        }
    }

    private func outcome(
        of context: String, against earlier: ScanReport?
    ) async -> ContextOutcome {
        var command = self.command
        command.cluster.context = [context]
        let scan = scan(command)
        do {
            let result = try await RunRecord.of(ScanCommand.recordedName, command.state) { run in
                let (result, _) = try await scan.result(
                    &run, against: earlier.map { Baseline($0, of: context) })
                return (result, result.report.exitStatus(failOn: scan.failOn))
            }
            return ContextOutcome(context: context, result: .success(result))
        } catch {
            return ContextOutcome(context: context, result: .failure(error))
        }
    }
}

// MARK: Which contexts

extension ContextsRun {
    /// Contexts that are one server and one user differ by a namespace at most, and would report
    /// everything twice.
    private func contexts() throws -> [String] {
        let isGiven = !command.allContexts
        let names =
            isGiven
            ? command.cluster.context
            : try Kubeconfig.load(
                explicit: command.cluster.kubeconfig, environment: environment
            ).contextNames
        if names.isEmpty { throw InputError(message: "--all-contexts: there is no context") }
        var seen: [[String]: String] = [:]
        return try names.filter { name in
            let key: [String]
            do {
                key = try identity(of: name)
            } catch {
                // What somebody has named should be there; what a kubeconfig holds may be stale.
                if isGiven { throw error }
                return true
            }
            guard let first = seen[key] else {
                seen[key] = name
                return true
            }
            if first != name {
                Diagnostics.note("context \(name) is not read: it is \(first) again")
            }
            return false
        }
    }

    private func identity(of context: String) throws -> [String] {
        var options = command.cluster
        options.context = [context]
        let access = try LiveSource(
            options: options, settings: settings, environment: environment, kinds: []
        ).access()
        return [access.server, access.userName]
    }
}
