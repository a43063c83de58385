import Analysis
import ClusterModel
import Detection
import StructuredData

/// What `analyze` found: the document behind every output format.
struct AnalysisReport: Message {
    static let kindName = "AnalysisReport"

    var metadata = DocumentMetadata()
    var summary = AnalysisSummary()
    var coverage = Always<[CoverageRecord]>()
    var analyses = Always<[AnalysisRecord]>()

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ capture: Capture, _ analyses: [IncidentAnalysis], now: Timestamp) {
        metadata = DocumentMetadata(capture, now: now)
        coverage.value = capture.snapshot.coverageByName.map(CoverageRecord.init)
        self.analyses.value = analyses.map(AnalysisRecord.init)
        summary = AnalysisSummary(analyses)
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("summary", 2, &summary)
        try visit.field("coverage", 3, &coverage)
        try visit.field("analyses", 4, &analyses)
    }
}

extension AnalysisReport {
    var gaps: [CoverageRecord] { coverage.value.gaps }

    /// What the run amounts to. An incident whose every fix was refuted outweighs that there are
    /// incidents: somebody who meant to apply what comes out must not.
    func exitStatus(failOn: Severity?) -> ExitStatus {
        let counted = analyses.value.filter { analysis in
            failOn.map { analysis.incident.level >= $0 } ?? false
        }
        if counted.contains(where: \.isRefuted) { return .refuted }
        if !counted.isEmpty { return .found }
        return gaps.isEmpty ? .clean : .partial
    }
}

/// The figures of an analysis, by what became of each incident.
struct AnalysisSummary: Message {
    var incidents = Always(0)
    /// With a fix that holds on the snapshot.
    var verified = Always(0)
    /// With nothing to try, or with what decides unknown.
    var unverified = Always(0)
    /// With every fix refuted.
    var refuted = Always(0)

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ analyses: [IncidentAnalysis]) {
        incidents.value = analyses.count
        verified.value = analyses.count { $0.verification.status == .passed }
        refuted.value = analyses.count(where: \.isRefuted)
        unverified.value = incidents.value - verified.value - refuted.value
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("incidents", 1, &incidents)
        try visit.field("verified", 2, &verified)
        try visit.field("unverified", 3, &unverified)
        try visit.field("refuted", 4, &refuted)
    }
}

/// One incident's analysis, as documents hold it.
struct AnalysisRecord: Message {
    var incident = IncidentRecord()
    var evidence: [FactRecord] = []
    var rootCause = CauseRecord()
    var otherCauses: [CauseRecord] = []
    var chain: [ChainRecord] = []
    var fixes = Always<[FixRecord]>()
    var verification = VerificationRecord()
    var agents: [AgentRecord] = []
    var opinion: OpinionRecord?

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ analysis: IncidentAnalysis) {
        incident = IncidentRecord(analysis.incident)
        // Said below with ids, by which claims cite it.
        incident.evidence = []
        evidence = analysis.facts.map(FactRecord.init)
        rootCause = analysis.causes.first.map(CauseRecord.init) ?? CauseRecord()
        otherCauses = analysis.causes.dropFirst().map(CauseRecord.init)
        chain = analysis.chain.map(ChainRecord.init)
        fixes.value = analysis.fixes.map(FixRecord.init)
        verification = VerificationRecord(analysis.verification)
        agents = analysis.runs.map(AgentRecord.init)
        opinion = analysis.opinion.map { OpinionRecord($0, of: analysis) }
    }

    var isRefuted: Bool {
        !fixes.value.isEmpty
            && fixes.value.allSatisfy { $0.status == Fix.Standing.refuted.rawValue }
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("incident", 1, &incident)
        try visit.field("evidence", 2, &evidence)
        try visit.field("rootCause", 3, &rootCause)
        try visit.field("otherCauses", 4, &otherCauses)
        try visit.field("chain", 5, &chain)
        try visit.field("fixes", 6, &fixes)
        try visit.field("verification", 7, &verification)
        try visit.field("agents", 8, &agents)
        try visit.field("opinion", 9, &opinion)
    }
}
