import ClusterModel
package import Detection

/// The rules side of `verifier_agent`: tries a fix on the snapshot.
///
/// The patches are applied, the rollout is simulated as far as arithmetic allows, and detection
/// runs again. What a simulation cannot know is said as a check that was skipped.
package struct Verifier: Sendable {
    private let view: ClusterView
    /// Of the snapshot as it is: incidents by id, and by id and title what is hidden behind them.
    private let incidents: Set<String>
    private let findings: Set<String>

    package init(_ view: ClusterView, incidents: [Incident]) {
        self.view = view
        self.incidents = Set(incidents.map(\.id))
        findings = Set(Detection.findings(in: view).map { "\($0.id) \($0.title)" })
    }

    /// - Parameter incident: what it is to mend; nil for a change made for other reasons, of which
    ///   only the harm it does can be told.
    package func verify(_ fix: Fix, for incident: Incident?) -> Verification {
        guard !fix.patches.isEmpty else {
            return Verification([
                Check("patch", .skipped, "there is no patch to try: a person has to act")
            ])
        }
        if let missing = fix.patches.first(where: {
            $0.kind != .create && !view.index.contains($0.target)
        }) {
            return Verification([
                Check("patch", .skipped, "\(missing.target) is not in what was read")
            ])
        }
        var trial = Trial(fix, for: incident, in: view)
        do {
            try trial.applyPatches()
        } catch {
            return Verification([Check("applies", .failed, "\(error)")])
        }
        let schema = SchemaFacts.check(trial)
        let applied = [Check("applies", .passed, applyText(fix))] + schema
        // Without knowing all that a patch changes, what follows from it cannot be told.
        if schema.contains(where: { $0.status != .passed }) { return Verification(applied) }
        let touched = touched(trial)
        for key in touched.sorted() { Rollout.play(key, in: &trial) }
        Consequences.play(touched.union(fix.patches.map(\.target)), in: &trial)
        let after = trial.view
        return Verification(
            applied + Arithmetic.checks(touched, trial, after) + detection(trial, after)
                + trial.assumptions.map { Check("assumption", .skipped, "not known: \($0)") })
    }

    private func applyText(_ fix: Fix) -> String {
        fix.patches.count == 1
            ? "the patch applies to \(fix.patches[0].target)"
            : "\(fix.patches.count) patches apply"
    }

    /// The workloads whose pods are looked at again: those that are patched, those that suffer.
    private func touched(_ trial: Trial) -> Set<ObjectKey> {
        let index = trial.index
        let suffering = trial.incident.map { [$0.resource] + $0.affected } ?? []
        let workloads = suffering.compactMap { key -> ObjectKey? in
            if let pod = index.pod(key) ?? view.index.pod(key) {
                return pod.isFinished ? nil : view.index.workload(of: pod)
            }
            return key.kind.makesPods ? view.index.topOwner(of: key) : nil
        }
        let patched = trial.fix.patches.map(\.target).filter {
            $0.kind.makesPods || $0.kind == .pod
        }
        return Set(workloads + patched).union(trial.fix.releases)
    }

    private func detection(_ trial: Trial, _ after: ClusterView) -> [Check] {
        let found = Detection.incidents(in: after)
        let gone = trial.incident.map { incident in
            [decision(incident, found.first { $0.id == incident.id })]
        }
        let others = found.filter { !incidents.contains($0.id) }
        // What the incident hid comes to light once it is gone; that is no harm done by the fix.
        let uncovered = others.filter(wasHidden).map {
            Check("uncovered", .skipped, "then comes to light: \($0.message)")
        }
        guard let new = others.first(where: { !wasHidden($0) }) else {
            return (gone ?? []) + [Check("nothing-new", .passed, "no incident is new")] + uncovered
        }
        return (gone ?? []) + [
            Check(
                "nothing-new", .failed,
                "\(new.rule.category.rawValue) on \(new.resource) is new: \(new.message)")
        ]
    }

    /// The title belongs to it: a workload without ready pods is another thing when it is scaled to
    /// nothing.
    private func wasHidden(_ incident: Incident) -> Bool {
        findings.contains("\(incident.id) \(incident.title)")
    }

    private func decision(_ incident: Incident, _ same: Incident?) -> Check {
        guard let same else {
            return Check(
                Verification.decisive, .passed,
                "detection on the patched snapshot no longer finds it")
        }
        // Advice lists several faults; a fix for some of them is no failure.
        if incident.rule.layer == .advice, same.evidence.count < incident.evidence.count {
            return Check(
                Verification.decisive, .skipped, "it mends a part; what is left: \(same.message)")
        }
        return Check(Verification.decisive, .failed, "it is still there: \(same.message)")
    }
}
