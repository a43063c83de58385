import ClusterModel
import Detection
import StructuredData

/// An incident as documents hold it, read back for baselines.
struct IncidentRecord: Message {
    var id = ""
    var rule = ""
    var category = ""
    var severity = ""
    /// The kubeconfig's; set where several were asked for in one run.
    var context = ""
    var resource = ResourceReference()
    var title = ""
    var message = ""
    var since = Timestamp()
    var evidence: [EvidenceRecord] = []
    var affected: [ResourceReference] = []
    var owners: [ResourceReference] = []
    /// `new`, `worsened`, `unchanged` or `resolved`; empty without a baseline.
    var change = ""
    /// When a run first saw it; set where the baseline is the state.
    var firstSeen = Timestamp()

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ incident: Incident) {
        id = incident.id
        rule = incident.rule.code
        category = incident.rule.category.rawValue
        severity = incident.severity.rawValue
        resource = ResourceReference(incident.resource)
        title = incident.title
        message = incident.message
        since = incident.since
        evidence = incident.evidence.map(EvidenceRecord.init)
        affected = incident.affected.map(ResourceReference.init)
        owners = incident.owners.map(ResourceReference.init)
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("id", 1, &id)
        try visit.field("rule", 2, &rule)
        try visit.field("category", 3, &category)
        try visit.field("severity", 4, &severity)
        try visit.field("context", 14, &context)
        try visit.field("resource", 5, &resource)
        try visit.field("title", 6, &title)
        try visit.field("message", 7, &message)
        try visit.field("since", 8, &since)
        try visit.field("evidence", 9, &evidence)
        try visit.field("affected", 10, &affected)
        try visit.field("owners", 11, &owners)
        try visit.field("change", 12, &change)
        try visit.field("firstSeen", 13, &firstSeen)
    }
}

extension IncidentRecord {
    /// Low for the name of no severity, which only a foreign baseline can have.
    var level: Severity { Severity(rawValue: severity) ?? .low }

    /// The id alone is the same in clusters where the same thing is broken.
    var qualifiedID: String { context.isEmpty ? id : "\(context)/\(id)" }
}

/// One observed fact, as documents hold it.
struct EvidenceRecord: Message {
    var resource = ResourceReference()
    var path = ""
    var value = ""
    var note = ""

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ evidence: Evidence) {
        resource = ResourceReference(evidence.resource)
        path = evidence.path
        value = evidence.value
        note = evidence.note
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("resource", 1, &resource)
        try visit.field("path", 2, &path)
        try visit.field("value", 3, &value)
        try visit.field("note", 4, &note)
    }
}
