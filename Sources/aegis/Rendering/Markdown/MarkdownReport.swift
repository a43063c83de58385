/// A comment on a pull request: what there is, what was not seen, a table to look over, and
/// sections. What a subcommand has found is made into it by the extensions beside this file.
///
/// GitHub takes comments of up to 65,536 characters: beyond a budget sections are counted, not
/// shown, the last ones first, since the most important come first.
struct MarkdownReport {
    /// A heading and a sentence.
    var lead: [String] = []
    /// What was not seen may be broken, so it stands before all else.
    var gaps: [CoverageRecord] = []
    var table: Table?
    /// What can be left out, each as a whole.
    var sections: [[String]] = []
    /// What follows them, however many are shown.
    var closing: [String] = []

    struct Table {
        let heads: [String]
        /// Cells, escaped.
        let rows: [[String]]
    }

    private static let budget = 60_000
    /// A table is for looking over.
    private static let rowLimit = 100

    var text: String {
        var text = Self.text(lead)
        if !gaps.isEmpty { text += Self.text([""] + gaps.markdownLines.dropLast()) }
        if let table, !table.rows.isEmpty { text += "\n" + Self.text(fitting(table)) }
        let end = Self.text(closing)
        let reserve = end.utf8.count + Self.remark(sections.count).utf8.count
        var shown = 0
        for section in sections.map(Self.text) {
            guard text.utf8.count + section.utf8.count + reserve <= Self.budget else { break }
            text += section
            shown += 1
        }
        let rest = sections.count - shown
        return String((text + (rest > 0 ? Self.remark(rest) : "") + end).drop { $0 == "\n" })
    }

    private static func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

    private static func remark(_ rest: Int) -> String {
        "\n_… and \(rest) more: they are in the other formats._\n"
    }

    /// As many rows as half of the budget holds.
    private func fitting(_ table: Table) -> [String] {
        func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
        var size = 0
        let shown = table.rows.prefix(Self.rowLimit).map(line).prefix { row in
            size += row.utf8.count + 1
            return size <= Self.budget / 2
        }
        let rule = "|" + String(repeating: "---|", count: table.heads.count)
        let note =
            shown.count < table.rows.count
            ? ["", "_The first \(shown.count) of \(table.rows.count)._"] : []
        return [line(table.heads), rule] + shown + note
    }
}

extension MarkdownReport {
    /// A section that is folded until somebody opens it.
    ///
    /// - Parameter summary: HTML.
    static func folded(_ summary: String, _ lines: [String]) -> [String] {
        ["", "<details>", "<summary>\(summary)</summary>", ""] + lines + ["", "</details>"]
    }
}
