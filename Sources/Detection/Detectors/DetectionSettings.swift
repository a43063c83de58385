package import ClusterModel

/// What users may turn: from flags and the configuration file.
package struct DetectionSettings: Sendable {
    /// Seconds within which past restarts, kills and events still count.
    package var window = 3600
    /// Seconds a new or changed object is given before missing replicas or readiness count.
    package var grace = 120
    /// Findings below this are left out; `.low` turns on the advice detectors.
    package var level = Severity.medium
    /// Codes or categories that are not reported.
    package var disabledRules: Set<String> = []
    /// Severity by code or category.
    package var severities: [String: Severity] = [:]
    /// Objects that are left out.
    package var exclusions: [Exclusion] = []
    /// Only objects with `aegis.io/monitor: enabled`.
    package var optIn = false
    /// Only incidents that touch an object with these labels. Everything is still read and judged:
    /// a Service must not seem empty because its pods were left out.
    package var labelSelector: LabelSelector?
    /// Only incidents that touch a pod with these fields.
    package var fieldSelector: FieldSelector?

    package init() {}

    /// Matches where every given part does; an empty part matches everything.
    package struct Exclusion: Sendable, Hashable {
        package var namespace = ""
        package var name = ""
        package var labels = StringMap()
        package var rule = ""

        package init() {}
    }
}

extension DetectionSettings {
    func isDisabled(_ rule: Rule) -> Bool {
        disabledRules.contains(rule.code) || disabledRules.contains(rule.category.rawValue)
    }

    func severity(for rule: Rule) -> Severity? {
        severities[rule.code] ?? severities[rule.category.rawValue]
    }
}
