import ClusterModel
import Detection
import StructuredData

/// The rules that were asked for, as a document.
struct ExplanationList: Message {
    static let kindName = "ExplanationList"

    var items = Always<[ExplanationRecord]>()

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(items: Always<[ExplanationRecord]>) { self.items = items }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("items", 1, &items)
    }
}

/// A rule and what there is to say of it, as documents hold it.
struct ExplanationRecord: Message {
    var rule = ""
    var category = ""
    var severity = ""
    var summary = ""
    var meaning = ""
    var detection = ""
    var exceptions: [String] = []
    var causes: [String] = []
    var commands: [StepRecord] = []

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ rule: Rule, _ explanation: Explanation) {
        self.rule = rule.code
        category = rule.category.rawValue
        severity = rule.severity.rawValue
        summary = rule.summary
        meaning = explanation.meaning
        detection = explanation.detection
        exceptions = explanation.exceptions
        causes = explanation.causes
        commands = explanation.commands.map(StepRecord.init)
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("rule", 1, &rule)
        try visit.field("category", 2, &category)
        try visit.field("severity", 3, &severity)
        try visit.field("summary", 4, &summary)
        try visit.field("meaning", 5, &meaning)
        try visit.field("detection", 6, &detection)
        try visit.field("exceptions", 7, &exceptions)
        try visit.field("causes", 8, &causes)
        try visit.field("commands", 9, &commands)
    }
}

/// A command to run next, and what for.
struct StepRecord: Message {
    var command = ""
    var purpose = ""

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ step: Explanation.Step) {
        command = step.command
        purpose = step.purpose
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("command", 1, &command)
        try visit.field("purpose", 2, &purpose)
    }
}
