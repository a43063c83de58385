import ClusterModel
import Detection
import Shadow

extension SARIFReport {
    /// A result for each question that a change has failed (an error) or that was left open (a
    /// warning). What could not be tried at all is a notification.
    init(_ outcome: TestOutcome, file: String) {
        var asked: [String: Int] = [:]
        let results = outcome.tests.flatMap { $0.sarifResults(&asked) }
        let ids = Set(results.map(\.ruleID)).sorted()
        self.init(
            command: "shadow-test", moment: outcome.metadata.generatedAt.value,
            place: outcome.metadata.place(orFile: file), file: file, exitStatus: outcome.status,
            rules: ids.map(SARIFRule.init(check:)), results: results,
            notifications: outcome.obstacles.map {
                SARIFNotification(
                    id: $0.isRefusal ? "shadow/refused" : "shadow/not-tried", level: "error",
                    text: $0.description)
            })
    }
}

extension ShadowTest {
    /// - Parameter asked: how often each question has been put to each object.
    fileprivate func sarifResults(_ asked: inout [String: Int]) -> [SARIFResult] {
        checks.value.compactMap { check in
            guard let level = check.sarifLevel else { return nil }
            let question = "\(check.name.value) \(change.fixType.value) \(targets)"
            let count = asked[question, default: 0] + 1
            asked[question] = count
            return result(
                check, level: level, fingerprint: Fingerprint.of(["shadow", question, "\(count)"]))
        }
    }

    private func result(
        _ check: ShadowCheckRecord, level: String, fingerprint: String
    ) -> SARIFResult {
        let resources = change.patches.value.map(\.target)
        return SARIFResult(
            ruleID: check.ruleID, level: level,
            message: "\(targets), \(change.source.value): \(check.message.value)",
            resource: resources.first,
            related: resources.dropFirst().map {
                SARIFResult.Place(resource: $0, text: "\($0.text) is changed with it")
            },
            fingerprintName: "ShadowCheck", fingerprint: fingerprint,
            facts: [
                ("check", check.name.value), ("status", check.status.value),
                ("verdict", verdict.value), ("runtime", runtime.value),
                ("change", change.source.value),
            ], evidence: check.evidence, tags: ["shadow-test", "kubernetes"])
    }
}

extension ShadowCheckRecord {
    /// The name without what it was asked of: `probe 8080/healthz` is a `probe`.
    fileprivate var ruleID: String {
        "shadow/" + (name.value.split(separator: " ").first ?? "check")
    }

    /// Nil for what says nothing against the change.
    fileprivate var sarifLevel: String? {
        switch ShadowCheck.Status(rawValue: status.value) {
        case .failed: "error"
        case .inconclusive, nil: "warning"
        case .passed, .skipped: nil
        }
    }
}

extension SARIFRule {
    fileprivate init(check id: String) {
        let name = id.split(separator: "/").last.map(String.init) ?? id
        self.init(
            id: id, name: name, summary: "A change did not pass the check \"\(name)\"",
            meaning: "The change was tried before production sees it, and this question has "
                + "refuted it (an error), or could not be answered (a warning).",
            level: "error", tags: ["shadow-test", "kubernetes"])
    }
}
