/// A metric as Prometheus counts them: one name, one type, a series for each set of label values.
package struct MetricFamily: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case counter, gauge, histogram
    }

    /// Counters end in `_total`, seconds in `_seconds`, as Prometheus' naming rules have it.
    package let name: String
    package let kind: Kind
    /// One sentence, for the HELP line.
    package let help: String
    /// Label names, in the order in which values are given.
    package let labels: [String]
    /// Upper bounds of a histogram's buckets in ascending order, without +Inf.
    package let bounds: [Double]

    package init(
        _ name: String, _ kind: Kind, _ help: String, labels: [String] = [], bounds: [Double] = []
    ) {
        self.name = name
        self.kind = kind
        self.help = help
        self.labels = labels
        self.bounds = bounds
    }
}

extension MetricFamily {
    /// From a rules-only answer in milliseconds to a model's in minutes.
    private static let seconds: [Double] = [
        0.001, 0.005, 0.025, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300,
    ]

    package static let incidentsDetected = MetricFamily(
        "aegis_incidents_detected_total", .counter,
        "Incidents found, counted once in each run that found them.",
        labels: ["severity", "resource_type", "namespace"])
    package static let incidentsOpened = MetricFamily(
        "aegis_incidents_opened_total", .counter,
        "Incidents that were not there in the run before.", labels: ["severity"])
    package static let incidentsResolved = MetricFamily(
        "aegis_incidents_resolved_total", .counter,
        "Incidents that were there in the run before and are gone.", labels: ["severity"])
    package static let incidents = MetricFamily(
        "aegis_incidents", .gauge, "Incidents in the last run that looked for them.",
        labels: ["severity", "category", "namespace"])
    package static let shadowVerifications = MetricFamily(
        "aegis_shadow_verifications_total", .counter, "Changes put to a shadow test, by verdict.",
        labels: ["result", "fix_type"])
    package static let shadowVerificationDuration = MetricFamily(
        "aegis_shadow_verification_duration_seconds", .histogram,
        "How long shadow tests took.", bounds: seconds)
    package static let shadowEnvironments = MetricFamily(
        "aegis_shadow_environments_active", .gauge,
        "Shadow environments that are there now, by runtime.", labels: ["runtime"])
    package static let agentIterations = MetricFamily(
        "aegis_agent_iterations_total", .counter, "Steps of the analysis' agents, by outcome.",
        labels: ["agent_name", "status"])
    package static let analysisDuration = MetricFamily(
        "aegis_incident_analysis_duration_seconds", .histogram,
        "How long an agent took for one incident.", labels: ["agent_name"], bounds: seconds)
    package static let probe = MetricFamily(
        "aegis_probe", .gauge, "What the index counted when the cluster was last read.",
        labels: ["name"])
    package static let runs = MetricFamily(
        "aegis_runs_total", .counter, "Runs, by subcommand and what they ended with.",
        labels: ["command", "status"])
    package static let lastRun = MetricFamily(
        "aegis_last_run_timestamp_seconds", .gauge, "When the last run ended.",
        labels: ["command"])
    package static let runDuration = MetricFamily(
        "aegis_run_duration_seconds", .gauge, "How long the last run took.", labels: ["command"])
    package static let coverageComplete = MetricFamily(
        "aegis_coverage_complete", .gauge,
        "1 if the last run could read all that it wanted, else 0.", labels: ["command"])
    package static let objectsRead = MetricFamily(
        "aegis_objects_read", .gauge, "Objects in the last run that read the cluster.",
        labels: ["resource"])
    package static let seriesCapped = MetricFamily(
        "aegis_metric_series_capped_total", .counter,
        "Observations counted under the label value \"other\" for want of room.",
        labels: ["metric"])
    package static let stateResets = MetricFamily(
        "aegis_state_resets_total", .counter,
        "State files that could not be read and were set aside.", labels: ["file"])
}
