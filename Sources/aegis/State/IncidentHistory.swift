import ClusterModel
import StructuredData

/// The incidents of a cluster as they came and went: the document `incidents.json`, which
/// `--baseline state` compares with.
struct IncidentHistory: Message {
    static let kindName = "IncidentHistory"
    /// Seconds that a resolved incident is remembered for: a month.
    static let retention = 30 * 86400

    var entries: [HistoryEntry] = []

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("incidents", 1, &entries)
    }
}

/// One incident over the runs that saw it.
struct HistoryEntry: Message {
    var firstSeen = Timestamp()
    var lastSeen = Timestamp()
    /// Not set while it is there.
    var resolvedAt = Timestamp()
    /// How often it came back after it was resolved.
    var returns = 0
    /// What could not be read when it was last seen: with more than that unread, its absence says
    /// nothing.
    var gaps: [String] = []
    var incident = IncidentRecord()

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("firstSeen", 1, &firstSeen)
        try visit.field("lastSeen", 2, &lastSeen)
        try visit.field("resolvedAt", 3, &resolvedAt)
        try visit.field("returns", 4, &returns)
        try visit.field("gaps", 5, &gaps)
        try visit.field("incident", 6, &incident)
    }

    var isOpen: Bool { !resolvedAt.isSet }
}

extension IncidentHistory {
    /// What a run changed.
    struct Changes {
        var opened: [IncidentRecord] = []
        var resolved: [IncidentRecord] = []
    }

    /// Takes in what a run found, as far as it could see.
    mutating func update(_ report: ScanReport, _ sight: Sight) -> Changes {
        let now = report.metadata.generatedAt.value
        var changes = Changes()
        var places: [String: Int] = [:]
        for (place, entry) in entries.enumerated() { places[entry.incident.id] = place }
        for incident in report.present {
            if let place = places[incident.id] {
                if !entries[place].isOpen { changes.opened.append(incident) }
                entries[place].sawAgain(incident, now, gaps: sight.gaps)
            } else {
                changes.opened.append(incident)
                entries.append(HistoryEntry(incident, now, gaps: sight.gaps))
            }
        }
        let present = Set(report.present.map(\.id))
        for place in entries.indices {
            let entry = entries[place]
            guard entry.isOpen, !present.contains(entry.incident.id),
                sight.wouldSee(entry.incident, gapsThen: entry.gaps)
            else { continue }
            entries[place].resolvedAt = now
            changes.resolved.append(entry.incident)
        }
        entries.removeAll { !$0.isOpen && now.since($0.resolvedAt) > Self.retention }
        entries.sort { $0.incident.id < $1.incident.id }
        return changes
    }

    var open: [HistoryEntry] { entries.filter(\.isOpen) }
}

extension HistoryEntry {
    init(_ incident: IncidentRecord, _ now: Timestamp, gaps: Set<String>) {
        firstSeen = now
        sawAgain(incident, now, gaps: gaps)
    }

    fileprivate mutating func sawAgain(
        _ incident: IncidentRecord, _ now: Timestamp, gaps: Set<String>
    ) {
        if !isOpen {
            returns = min(returns, .max - 1) + 1
            resolvedAt = Timestamp()
        }
        lastSeen = now
        self.gaps = gaps.sorted()
        self.incident = incident
        // Marks are about the run before, not about the incident.
        self.incident.change = ""
    }
}
