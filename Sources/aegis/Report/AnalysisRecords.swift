import Analysis
import ClusterModel
import Detection
import StructuredData

/// A fact with the id by which claims cite it.
struct FactRecord: Message {
    var id = ""
    var evidence = EvidenceRecord()

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ fact: Fact) {
        id = "\(fact.id)"
        evidence = EvidenceRecord(fact.evidence)
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("id", 100, &id)
        try evidence.fields(&visit)
    }
}

/// Why, how surely, and by which facts.
struct CauseRecord: Message {
    var category = ""
    var resource = ResourceReference()
    var summary = ""
    var confidence = ""
    var evidence: [String] = []

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ cause: RootCause) {
        category = cause.category.rawValue
        resource = ResourceReference(cause.object)
        summary = cause.summary
        confidence = cause.confidence.rawValue
        evidence = cause.evidence.map(\.description)
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("category", 1, &category)
        try visit.field("resource", 2, &resource)
        try visit.field("summary", 3, &summary)
        try visit.field("confidence", 4, &confidence)
        try visit.field("evidence", 5, &evidence)
    }
}

/// A step from the cause to the symptom.
struct ChainRecord: Message {
    var resource = ResourceReference()
    var text = ""
    var evidence: [String] = []

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ link: ChainLink) {
        resource = ResourceReference(link.object)
        text = link.text
        evidence = link.evidence.map(\.description)
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("resource", 1, &resource)
        try visit.field("text", 2, &text)
        try visit.field("evidence", 3, &evidence)
    }
}

/// What the verifier asked, and what came out.
struct VerificationRecord: Message {
    var status = ""
    var checks: [CheckRecord] = []

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ verification: Verification) {
        status = verification.status.rawValue
        checks = verification.checks.map(CheckRecord.init)
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("status", 1, &status)
        try visit.field("checks", 2, &checks)
    }
}

struct CheckRecord: Message {
    var name = ""
    var status = ""
    var message = ""

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ check: Check) {
        name = check.name
        status = check.status.rawValue
        message = check.message
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("status", 2, &status)
        try visit.field("message", 3, &message)
    }
}

/// How one of the agents fared.
struct AgentRecord: Message {
    var name = ""
    var iterations = Always(0)
    var status = ""
    var seconds = SecondsValue()

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ run: AgentRun) {
        name = run.name.rawValue
        iterations.value = run.iterations
        status = run.status.rawValue
        seconds.value = run.seconds
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("iterations", 2, &iterations)
        try visit.field("status", 3, &status)
        try visit.field("seconds", 4, &seconds)
    }
}

/// Seconds with a fraction, to the microsecond; written also when zero.
struct SecondsValue: WireValue {
    var value = 0.0

    init() {}

    var isAbsent: Bool { false }

    mutating func read(from reader: inout Reader) throws { value = try reader.double() ?? 0 }

    func write(to writer: inout DocumentWriter) {
        writer.double((value * 1e6).rounded() / 1e6)
    }
}
