import Detection

/// `scan --list-rules`: code, category, severity and what the rule finds, aligned.
enum RuleList {
    static func text(noHeaders: Bool) -> String {
        let header = noHeaders ? [] : [["CODE", "CATEGORY", "SEVERITY", "FINDS"]]
        let rows = Registry.rules.map {
            [$0.code, $0.category.rawValue, $0.severity.rawValue, $0.summary]
        }
        let table = header + rows
        var columns = Columns()
        for row in table { columns.fit(row) }
        return table.map { columns.line($0) + "\n" }.joined()
    }
}
