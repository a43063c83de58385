import Detection
import StructuredData

extension SARIFReport {
    /// A rule with its explanation as help.
    static func write(_ detector: any Detector.Type, to writer: inout DocumentWriter) {
        let entry = ExplanationRecord(detector.rule, detector.explanation)
        writer.field("id", entry.rule)
        writer.field("name", entry.category)
        writer.object("shortDescription") { $0.field("text", entry.summary) }
        writer.object("fullDescription") { $0.field("text", entry.meaning) }
        writer.object("help") { writer in
            writer.field("text", entry.plainHelp)
            writer.field("markdown", entry.markdownBody)
        }
        writer.object("defaultConfiguration") { writer in
            writer.field("level", detector.rule.severity.sarifLevel)
        }
        writer.object("properties") { writer in
            writer.array("tags") { writer in
                writer.string(entry.category)
                writer.string("kubernetes")
            }
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
