import ClusterModel
import Detection

/// What reports for other tools and for browsers are made from: incidents, and what they rest on,
/// whichever subcommand has found them.
struct IncidentReport {
    /// The subcommand.
    let command: String
    var metadata: DocumentMetadata
    /// Those in the baseline that are gone among them.
    var incidents: [IncidentRecord]
    var coverage: [CoverageRecord]
    /// How many objects were read.
    let objects: Int
    /// The severity from which the run fails; nil for never.
    let failOn: Severity?
    let exitStatus: ExitStatus
    /// The file that was read, if it was one; empty otherwise.
    let file: String
    let surroundings: Surroundings
    /// By an incident's id, if they were analysed.
    var analyses: [String: AnalysisRecord] = [:]

    init(
        _ report: ScanReport, failOn: Severity?, file: String = "",
        surroundings: Surroundings = Surroundings()
    ) {
        command = "scan"
        metadata = report.metadata
        incidents = report.incidents.value
        coverage = report.coverage.value
        objects = report.summary.objects.total
        self.failOn = failOn
        exitStatus = report.exitStatus(failOn: failOn)
        self.file = file
        self.surroundings = surroundings
    }

    init(
        _ report: AnalysisReport, failOn: Severity?, file: String, surroundings: Surroundings
    ) {
        command = "analyze"
        metadata = report.metadata
        incidents = report.analyses.value.map(\.wholeIncident)
        coverage = report.coverage.value
        objects = report.coverage.value.reduce(0) { $0 + $1.count.value }
        self.failOn = failOn
        exitStatus = report.exitStatus(failOn: failOn)
        self.file = file
        self.surroundings = surroundings
        analyses = Dictionary(
            report.analyses.value.map { ($0.incident.id, $0) },
            uniquingKeysWith: { first, _ in first })
    }
}

extension AnalysisRecord {
    /// With its evidence, which documents hold with ids beside it.
    fileprivate var wholeIncident: IncidentRecord {
        var incident = incident
        incident.evidence = evidence.map(\.evidence)
        return incident
    }
}

extension IncidentReport {
    var present: [IncidentRecord] { incidents.present }
    var gaps: [CoverageRecord] { coverage.gaps }

    var place: String { metadata.place(orFile: file) }

    /// A report of each context, where several were asked for; itself otherwise.
    var byContext: [IncidentReport] {
        if metadata.contexts.isEmpty { return [self] }
        return metadata.contexts.map { context in
            var part = self
            part.metadata.contexts = []
            part.metadata.context.value = context
            part.incidents = incidents.filter { $0.context == context }
            part.coverage = coverage.filter { $0.context == context }
            return part
        }
    }

    func fails(_ incident: IncidentRecord) -> Bool {
        guard let failOn, !incident.isResolved else { return false }
        return incident.level >= failOn
    }
}

extension IncidentRecord {
    /// True for one that was in the baseline and is gone.
    var isResolved: Bool { change == "resolved" }
}

extension [IncidentRecord] {
    /// Incidents that are there now.
    var present: [IncidentRecord] { filter { !$0.isResolved } }
}
