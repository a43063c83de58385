import Detection
import StructuredData

/// What a result is about, and what there is to know of that.
struct SARIFRule {
    let id: String
    let name: String
    let summary: String
    let meaning: String
    let help: String
    let markdownHelp: String
    let level: String
    let tags: [String]

    func write(to writer: inout DocumentWriter) {
        writer.field("id", id)
        writer.field("name", name)
        writer.object("shortDescription") { $0.field("text", summary) }
        writer.object("fullDescription") { $0.field("text", meaning) }
        writer.object("help") { writer in
            writer.field("text", help)
            writer.field("markdown", markdownHelp)
        }
        writer.object("defaultConfiguration") { $0.field("level", level) }
        writer.object("properties") { $0.strings("tags", tags) }
    }
}

extension SARIFRule {
    /// A rule that a sentence explains.
    init(id: String, name: String, summary: String, meaning: String, level: String, tags: [String])
    {
        self.init(
            id: id, name: name, summary: summary, meaning: meaning, help: meaning,
            markdownHelp: meaning.markdownEscaped, level: level, tags: tags)
    }

    init(_ detector: any Detector.Type) {
        let entry = ExplanationRecord(detector.rule, detector.explanation)
        self.init(
            id: entry.rule, name: entry.category, summary: entry.summary, meaning: entry.meaning,
            help: entry.plainHelp, markdownHelp: entry.markdownBody,
            level: detector.rule.severity.sarifLevel, tags: [entry.category, "kubernetes"])
    }
}

extension Severity {
    var sarifLevel: String {
        switch self {
        case .critical, .high: "error"
        case .medium: "warning"
        case .low: "note"
        }
    }
}

extension ExplanationRecord {
    fileprivate var plainHelp: String {
        let parts = [
            [detection], ["Not reported:"] + exceptions.map { "- \($0)" },
            ["Typical causes:"] + causes.map { "- \($0)" },
            ["Next:"] + commands.map { "\($0.command)  (\($0.purpose))" },
        ]
        return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }
}
