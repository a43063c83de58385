import ClusterModel
package import Detection

/// From an incident to its analysis: `rca_agent` names causes, `solution_agent` offers fixes for
/// them, `verifier_agent` tries these, and as long as it refutes them the next one is taken, up to
/// the iteration limit.
package struct Workflow: Sendable {
    /// What the solution agent is asked: a cause within its case.
    package struct Problem: Sendable {
        let file: CaseFile
        let cause: RootCause
    }

    /// What the verifier is asked.
    package struct Claim: Sendable {
        let incident: Incident
        let fix: Fix
    }

    private let view: ClusterView
    private let logs: LogArchive
    private let maxIterations: Int
    private let clock: @Sendable () -> Double
    private let rca = Agent<CaseFile, [RootCause]>(.rca) { CauseRules.causes(of: &$0) }
    private let solution = Agent<Problem, [Fix]>(.solution) {
        Solutions.fixes(for: $0.cause, in: $0.file)
    }
    private let verifier: Agent<Claim, Verification>

    /// - Parameters:
    ///   - incidents: all of the snapshot, by which new ones are told.
    ///   - clock: seconds from some fixed moment; stands still where a run is to be repeatable.
    package init(
        _ view: ClusterView, incidents: [Incident], logs: LogArchive = LogArchive(),
        maxIterations: Int, clock: @escaping @Sendable () -> Double = { 0 }
    ) {
        self.view = view
        self.logs = logs
        self.maxIterations = maxIterations
        self.clock = clock
        let rules = Verifier(view, incidents: incidents)
        verifier = Agent(.verifier) { rules.verify($0.fix, for: $0.incident) }
    }

    /// - Parameter refusals: fixes, by title, that somebody who knows more has refuted, with the
    ///   reason.
    package func analyze(
        _ incident: Incident, refusals: [String: String] = [:]
    ) -> IncidentAnalysis {
        var file = CaseFile(incident, in: view, logs: logs)
        var runs = Runs(clock: clock)
        let causes = runs.time(.rca) { rca.rules(&file) }
        let fixes = runs.time(.solution) {
            causes.flatMap { cause -> [Fix] in
                var problem = Problem(file: file, cause: cause)
                return solution.rules(&problem)
            }.withoutRepeats
        }
        let tried = verify(fixes, for: incident, refusals, &runs)
        let best = tried.first
        let isRefuted = !tried.isEmpty && tried.allSatisfy { $0.fix.standing == .refuted }
        let chain = Chain.links(for: causes[0], in: &file)
        return IncidentAnalysis(
            incident: incident, facts: file.facts, causes: causes, chain: chain,
            fixes: tried.map(\.fix),
            verification: best?.verification
                ?? Verification([Check("patch", .skipped, "there is no fix to try")]),
            runs: runs.all(
                isIdle: [
                    .rca: causes[0].fault.isUnknown, .solution: fixes.isEmpty,
                    .verifier: !fixes.contains { !$0.patches.isEmpty },
                ], isRefuted: isRefuted))
    }

    private typealias Tried = (fix: Fix, verification: Verification)

    /// Tries fixes with a patch until one holds. Steps for people come after what is verified and
    /// before what is refuted.
    private func verify(
        _ fixes: [Fix], for incident: Incident, _ refusals: [String: String], _ runs: inout Runs
    ) -> [Tried] {
        var tried: [Tried] = []
        var isFound = false
        for fix in fixes {
            var fix = fix
            if let reason = refusals[fix.title] {
                fix.standing = .refuted
                fix.refutation = reason
                tried.append((fix, Verification([Check.server(.failed, reason)])))
                continue
            }
            let isWorthTrying =
                !fix.patches.isEmpty && !isFound
                && runs.iterations(of: .verifier) < maxIterations
            guard isWorthTrying || fix.patches.isEmpty else {
                tried.append((fix, Verification([.notTried])))
                continue
            }
            let verification =
                fix.patches.isEmpty
                ? verifier.answer(Claim(incident: incident, fix: fix))
                : runs.time(.verifier) { verifier.answer(Claim(incident: incident, fix: fix)) }
            switch verification.status {
            case .passed:
                fix.standing = .verified
                isFound = true
            case .failed:
                fix.standing = .refuted
                fix.refutation =
                    verification.checks.first { $0.status == .failed }?.message ?? ""
            case .skipped: break
            }
            tried.append((fix, verification))
        }
        return tried.enumerated().sorted {
            ($0.element.fix.rank, $0.offset) < ($1.element.fix.rank, $1.offset)
        }.map(\.element)
    }
}

extension Agent {
    fileprivate func answer(_ question: Question) -> Answer {
        var question = question
        return rules(&question)
    }
}

extension Check {
    /// What the API server says of the patch.
    package static func server(_ status: Status, _ message: String) -> Check {
        Check("server-dry-run", status, message)
    }

    fileprivate static let notTried = Check(
        "patch", .skipped, "not tried: another fix holds, or the iteration limit is reached")
}

extension Fault {
    fileprivate var isUnknown: Bool { if case .unknown = self { true } else { false } }
}

extension Fix {
    /// What is verified comes first and what is refuted last; what may cost data or protection is
    /// nobody's first choice, verified or not.
    fileprivate var rank: Int {
        switch standing {
        case .verified: risk == .high ? 2 : 0
        case .unverified: risk == .high ? 3 : 1
        case .refuted: 4
        }
    }
}

extension [Fix] {
    /// Two causes may have one remedy.
    fileprivate var withoutRepeats: [Fix] {
        var seen: Set<String> = []
        return filter { seen.insert($0.title).inserted }
    }
}

/// How often and how long each agent worked.
private struct Runs {
    private let clock: @Sendable () -> Double
    private var counts: [AgentName: Int] = [:]
    private var seconds: [AgentName: Double] = [:]

    init(clock: @escaping @Sendable () -> Double) { self.clock = clock }

    func iterations(of name: AgentName) -> Int { counts[name] ?? 0 }

    mutating func time<T>(_ name: AgentName, _ work: () -> T) -> T {
        let start = clock()
        let result = work()
        counts[name, default: 0] += 1
        seconds[name, default: 0] += clock() - start
        return result
    }

    func all(isIdle: [AgentName: Bool], isRefuted: Bool) -> [AgentRun] {
        AgentName.allCases.map { name in
            let isRefuting = name == .verifier && isRefuted
            return AgentRun(
                name: name, iterations: counts[name] ?? 0,
                status: isRefuting ? .refuted : isIdle[name] ?? false ? .idle : .succeeded,
                seconds: seconds[name] ?? 0)
        }
    }
}
