import ClusterModel

/// From a snapshot to its incidents.
package enum Detection {
    /// Everything that is found, before it is correlated: also what is hidden behind an incident
    /// that explains it.
    package static func findings(in view: ClusterView) -> [Finding] {
        Registry.detectors
            .filter { !view.settings.isDisabled($0.rule) && isWanted($0.rule, view.settings) }
            .flatMap { $0.findings(in: view) }
    }

    /// Runs every enabled detector and correlates what they find.
    package static func incidents(in view: ClusterView) -> [Incident] {
        let findings = findings(in: view)
        let scope = Scope(view)
        let kept = findings.compactMap { finding -> Finding? in
            guard scope.admits(finding) else { return nil }
            var finding = finding
            finding.severity = view.settings.severity(for: finding.rule) ?? finding.severity
            return finding
        }
        return Correlator(view).incidents(from: kept)
            .filter { $0.severity >= view.settings.level && scope.admits($0) }
    }

    /// Advice costs a pass over every pod, so it is not even computed unless asked for.
    private static func isWanted(_ rule: Rule, _ settings: DetectionSettings) -> Bool {
        rule.layer != .advice || settings.level == .low || settings.severity(for: rule) != nil
    }
}
