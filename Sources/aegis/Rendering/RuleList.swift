import Detection

/// `scan --list-rules`: code, category, severity and what the rule finds, aligned.
enum RuleList {
    static func text(noHeaders: Bool) -> String {
        let header = noHeaders ? [] : [["CODE", "CATEGORY", "SEVERITY", "FINDS"]]
        let rows = Registry.rules.map {
            [$0.code, $0.category.rawValue, $0.severity.rawValue, $0.summary]
        }
        let table = header + rows
        let widths = (0..<3).map { column in table.map { $0[column].count }.max() ?? 0 }
        return table.map { row in
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            return (cells + [row[3]]).joined(separator: "  ") + "\n"
        }.joined()
    }
}
