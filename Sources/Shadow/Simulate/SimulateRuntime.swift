internal import Analysis
internal import ClusterModel
package import Detection

/// Tries a change on a snapshot by arithmetic: the patches are applied, controllers, scheduler and
/// quotas are played, and detection runs before and after. Touches no cluster.
package struct SimulateRuntime: Runtime {
    package let name = RuntimeName.simulate
    private let view: ClusterView

    package init(_ view: ClusterView) { self.view = view }

    package func prove(_ change: ProposedChange) async throws -> Proof {
        for patch in change.patches
        where patch.kind != .create && !view.index.contains(patch.target) {
            throw ShadowError.noTarget(patch.target)
        }
        for key in change.targets {
            if let document = try Snapshot.document(of: key, in: view.snapshot) {
                try change.checkContainers(of: key, document)
            }
        }
        let fix = Fix(
            change.source, rationale: "", risk: .low, patches: change.patches)
        let verifier = Verifier(view, incidents: Detection.incidents(in: view))
        let checks = verifier.verify(fix, for: nil).checks.map(ShadowCheck.init)
        return Proof(checks + BudgetArithmetic(view).checks(of: change))
    }
}

extension ShadowCheck {
    /// What arithmetic cannot know keeps a change from passing only where everything hangs on it.
    init(_ check: Check) {
        let status: Status =
            switch check.status {
            case .passed: .passed
            case .failed: .failed
            case .skipped:
                check.name == "schema" || check.name == "patch" ? .inconclusive : .skipped
            }
        self.init(check.name, status, check.message)
    }
}

/// Puts arithmetic in front of a copy: what a quota does not allow for all replicas cannot be seen
/// on a copy that has one.
package struct ForeseeingRuntime: Runtime {
    package var name: RuntimeName { runtime.name }
    private let simulation: SimulateRuntime
    private let runtime: any Runtime
    private static let foreseen: Set<String> = ["budget", "limits", "quota"]

    package init(_ view: ClusterView, before runtime: any Runtime) {
        simulation = SimulateRuntime(view)
        self.runtime = runtime
    }

    package func prove(_ change: ProposedChange) async throws -> Proof {
        let foreseen = try await simulation.prove(change).checks.filter {
            Self.foreseen.contains($0.name)
        }
        if Verdict(foreseen) == .failed { return Proof(foreseen) }
        var proof = try await runtime.prove(change)
        proof.checks = foreseen + proof.checks
        return proof
    }
}
