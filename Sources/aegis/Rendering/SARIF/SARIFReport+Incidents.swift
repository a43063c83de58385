import ClusterModel
import Detection

extension SARIFReport {
    /// Of an analysis the message goes on with the cause, and the chain is a code flow. Fixes are
    /// properties: SARIF's own are replacements in files, and objects of a cluster are in none.
    init(_ report: IncidentReport) {
        self.init(
            command: report.command, moment: report.metadata.generatedAt.value,
            place: report.place, file: report.file, exitStatus: report.exitStatus,
            rules: Registry.detectors.map(SARIFRule.init),
            results: report.incidents.map { SARIFResult($0, report.analyses[$0.id]) },
            notifications: report.gaps.map(SARIFNotification.init))
    }
}

extension SARIFResult {
    fileprivate init(_ incident: IncidentRecord, _ analysis: AnalysisRecord?) {
        let cause = analysis.map {
            "\nCause (\($0.rootCause.confidence)): \($0.rootCause.summary)"
        }
        self.init(
            ruleID: incident.rule, level: incident.level.sarifLevel,
            message: incident.message + (cause ?? ""), resource: incident.resource,
            related: incident.affected.map {
                Place(resource: $0, text: "\($0.text) is affected")
            },
            chain: (analysis?.chain ?? []).map { Place(resource: $0.resource, text: $0.text) },
            fingerprintName: "Incident", fingerprint: incident.id,
            baselineState: incident.baselineState,
            facts: [
                ("title", incident.title), ("severity", incident.severity),
                ("category", incident.category),
                ("since", incident.since.isSet ? incident.since.rfc3339 : ""),
                ("next", incident.nextCommand),
            ] + (analysis?.sarifFacts ?? []), evidence: incident.evidence,
            tags: [incident.category, "kubernetes"])
    }
}

extension AnalysisRecord {
    fileprivate var sarifFacts: [(name: String, value: String)] {
        guard let fix = fixes.value.first else { return [] }
        return [
            ("fix", fix.title), ("fixStatus", fix.status), ("fixRisk", fix.risk),
            ("fixCommand", fix.command), ("fixRefutation", fix.refutation),
        ]
    }
}

extension IncidentRecord {
    /// Nil without a baseline.
    fileprivate var baselineState: String? {
        switch change {
        case "new": "new"
        case "worsened": "updated"
        case "unchanged": "unchanged"
        case "resolved": "absent"
        default: nil
        }
    }
}
