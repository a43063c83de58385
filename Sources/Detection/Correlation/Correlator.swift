// One incident per cause. Findings are taken layer by layer, from the cause outward
// (`Layer`): a finding that depends on an object which an incident of a nearer layer already covers
// becomes part of that incident; of the rest, those with one rule and one cause are one incident.

import ClusterModel

/// Turns findings into incidents.
package struct Correlator: Sendable {
    private let view: ClusterView

    package init(_ view: ClusterView) { self.view = view }

    /// - Returns: one incident per cause, sorted for reports.
    package func incidents(from findings: [Finding]) -> [Incident] {
        var drafts: [Draft] = []
        var coveredBy: [ObjectKey: Int] = [:]
        for (_, layer) in layers(of: findings) {
            var added: [GroupKey: Int] = [:]
            for finding in layer {
                let own = finding.standsAlone ? nil : coveredBy[finding.resource]
                if let nearer = own
                    ?? finding.explainedBy.lazy.compactMap({ coveredBy[$0] }).first
                {
                    let isRanked = view.settings.severity(for: drafts[nearer].rule) != nil
                    drafts[nearer].fold(finding, raisingSeverity: !isRanked)
                    continue
                }
                let group = GroupKey(finding)
                if let place = added[group] {
                    drafts[place].add(finding)
                } else {
                    added[group] = drafts.count
                    drafts.append(Draft(finding))
                }
            }
            // Only now, so that findings of one layer stand side by side.
            for place in drafts.indices {
                for key in covered(by: drafts[place]) where coveredBy[key] == nil {
                    coveredBy[key] = place
                }
            }
        }
        return drafts.map { $0.incident(owners: owners(of: $0)) }.sorted(by: Incident.precedes)
    }

    /// A missing object is one incident, whether pods want it as a volume or as a variable.
    private struct GroupKey: Hashable {
        let code: String
        let cause: Cause

        init(_ finding: Finding) {
            code = finding.rule.layer == .reference ? "" : finding.rule.code
            cause = finding.cause
        }
    }

    private func layers(of findings: [Finding]) -> [(Layer, [Finding])] {
        let groups = Dictionary(grouping: findings, by: \.rule.layer)
        return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted(by: order)) }
    }

    /// A fixed order, whatever order detectors ran in.
    private func order(_ a: Finding, _ b: Finding) -> Bool {
        if a.rule.code != b.rule.code { return a.rule.code < b.rule.code }
        if a.cause.object != b.cause.object { return a.cause.object < b.cause.object }
        if a.cause.detail != b.cause.detail { return a.cause.detail < b.cause.detail }
        return a.resource < b.resource
    }

    /// What an incident takes outer findings from: the cause, what shows it, and the workloads of
    /// its pods. Advice covers nothing: it explains no failure. A node that is not ready explains
    /// what happens to its pods; one under pressure only the pods that it names.
    private func covered(by draft: Draft) -> [ObjectKey] {
        if draft.rule.layer == .advice { return [] }
        return ([draft.cause.object] + draft.affected + owners(of: draft)).filter {
            $0.kind != .node || draft.rule.category == .nodeNotReady
        }
    }

    private func owners(of draft: Draft) -> [ObjectKey] {
        var owners: Set<ObjectKey> = []
        for key in draft.affected.union([draft.cause.object]) {
            guard let metadata = view.index.metadata(of: key) else { continue }
            owners.formUnion(view.index.owners(of: metadata))
        }
        return owners.sorted()
    }
}

/// An incident while findings are still being added to it.
private struct Draft {
    let rule: Rule
    let cause: Cause
    private var first: Finding
    private var severity: Severity
    private var since: Timestamp
    private var evidence: [Evidence]
    private(set) var affected: Set<ObjectKey>

    /// Evidence of this many findings is kept: ten pods that crash alike prove no more than three.
    private static let evidenceFindings = 3
    private var findings = 1

    init(_ finding: Finding) {
        rule = finding.rule
        cause = finding.cause
        first = finding
        severity = finding.severity
        since = finding.since
        evidence = finding.evidence
        affected = Set([finding.resource] + finding.affected)
    }

    /// Takes in a finding with the same rule and cause.
    mutating func add(_ finding: Finding) {
        findings += 1
        severity = max(severity, finding.severity)
        if finding.since.isSet { since = since.isSet ? min(since, finding.since) : finding.since }
        affected.formUnion([finding.resource] + finding.affected)
        if findings <= Self.evidenceFindings { append(finding.evidence) }
    }

    /// Takes in an outer finding, which this one explains.
    mutating func fold(_ finding: Finding, raisingSeverity: Bool) {
        // Low incidents are not shown unless asked for: none may hide what would be shown, except
        // where the user ranked it so.
        if severity == .low, raisingSeverity { severity = finding.severity }
        affected.formUnion([finding.resource] + finding.affected)
        let isNews = !evidence.contains { $0.resource == finding.resource }
        if isNews, evidence.count < 12, let proof = finding.evidence.first { append([proof]) }
    }

    private mutating func append(_ more: [Evidence]) {
        for item in more where !evidence.contains(item) { evidence.append(item) }
    }

    func incident(owners: [ObjectKey]) -> Incident {
        Incident(
            id: Fingerprint.of(rule: rule, cause: cause), rule: rule, severity: severity,
            resource: cause.object, detail: cause.detail, title: first.title,
            message: first.message, since: since,
            evidence: evidence, affected: affected.filter { $0 != cause.object }.sorted(),
            owners: owners.filter { $0 != cause.object }, change: nil)
    }
}
