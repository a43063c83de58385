/// An explanation for a person at a terminal.
struct ExplanationText {
    private let entry: ExplanationRecord
    private let terminal: Terminal

    init(_ entry: ExplanationRecord, terminal: Terminal) {
        self.entry = entry
        self.terminal = terminal
    }

    var text: String {
        let head = terminal.styled(entry.category, .bold) + "  \(entry.rule)  \(entry.severity)"
        let lines =
            [head, "  \(entry.summary)"]
            + section("MEANING", [entry.meaning]) + section("DETECTION", [entry.detection])
            + section("NOT REPORTED", entry.exceptions, bullet: "- ")
            + section("TYPICAL CAUSES", entry.causes, bullet: "- ")
            + ["", terminal.styled("NEXT", .bold)]
            + entry.commands.flatMap { step in
                wrapped(step.purpose, bullet: "# ").map { terminal.styled($0, .dim) }
                    + ["  " + terminal.styled(step.command, .cyan)]
            }
        return lines.map { $0 + "\n" }.joined()
    }

    private func section(_ title: String, _ paragraphs: [String], bullet: String = "") -> [String] {
        ["", terminal.styled(title, .bold)] + paragraphs.flatMap { wrapped($0, bullet: bullet) }
    }

    /// Prose, so wrapped wherever it goes.
    private func wrapped(_ paragraph: String, bullet: String) -> [String] {
        let indent = "  " + String(repeating: " ", count: bullet.count)
        let width = min(terminal.width, 100) - indent.count
        return paragraph.lines(ofWidth: width).enumerated().map { i, line in
            (i == 0 ? "  " + bullet : indent) + line
        }
    }
}
