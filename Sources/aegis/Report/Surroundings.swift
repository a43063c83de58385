import ClusterModel
import Detection
import StructuredData

/// What stands around incidents, for a page that draws it: events about their objects, and which
/// of their objects belong to which.
struct Surroundings {
    /// The newest, by time.
    private(set) var events: [EventRecord] = []
    /// By an incident's qualified id, for each of the objects it affects and, behind those, their owners: the
    /// place of its own owner in that list; -1 if that is the cause or none.
    private(set) var parents: [String: [Int]] = [:]

    /// More than a person reads; a page stays small.
    private static let eventLimit = 1000
    /// Pods by the hundred say the same.
    private static let objectsPerIncident = 20

    init() {}

    init(of incidents: [Incident], in view: ClusterView) {
        var seen: Set<ObjectKey> = []
        for incident in incidents {
            let keys = [incident.resource] + incident.affected.prefix(Self.objectsPerIncident)
            for key in keys where seen.insert(key).inserted {
                events += view.index.events(about: key).map { EventRecord($0, about: key) }
            }
            parents[incident.id] = Self.parents(of: incident, in: view)
        }
        events = events.sorted(by: EventRecord.precedes).suffix(Self.eventLimit)
    }

    /// Takes in those of incidents of another context, whose name is as pages have it.
    mutating func join(_ other: Surroundings, of context: String) {
        events = (events + other.events).sorted(by: EventRecord.precedes).suffix(Self.eventLimit)
        for (id, places) in other.parents { parents["\(context.printable)/\(id)"] = places }
    }

    private static func parents(of incident: Incident, in view: ClusterView) -> [Int] {
        let nodes = incident.affected + incident.owners
        let places = Dictionary(
            nodes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return nodes.map { key in
            guard let metadata = view.index.metadata(of: key) else { return -1 }
            let owners = view.index.owners(of: metadata)
            return owners.lazy.compactMap { places[$0] }.first ?? -1
        }
    }
}

/// An event, as pages show it.
struct EventRecord: Message {
    var time = Timestamp()
    var type = ""
    var reason = ""
    var message = ""
    var count = Always(0)
    var resource = ResourceReference()

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ event: Event, about key: ObjectKey) {
        time = event.lastSeen
        type = event.type.string
        reason = event.reason.string
        message = event.message.excerpt
        count.value = event.occurrences
        resource = ResourceReference(key)
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("time", 1, &time)
        try visit.field("type", 2, &type)
        try visit.field("reason", 3, &reason)
        try visit.field("message", 4, &message)
        try visit.field("count", 5, &count)
        try visit.field("resource", 6, &resource)
    }
}

extension EventRecord {
    static func precedes(_ a: EventRecord, _ b: EventRecord) -> Bool {
        if a.time != b.time { return a.time < b.time }
        if a.resource != b.resource { return a.resource.text < b.resource.text }
        return (a.reason, a.message) < (b.reason, b.message)
    }
}
