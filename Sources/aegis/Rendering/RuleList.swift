import Detection

/// `scan --list-rules`: code, category, severity and what the rule finds.
enum RuleList {
    static func text(noHeaders: Bool) -> String {
        let header = noHeaders ? [] : [["CODE", "CATEGORY", "SEVERITY", "FINDS"]]
        let rows = Registry.rules.map {
            [$0.code, $0.category.rawValue, $0.severity.rawValue, $0.summary]
        }
        return Table.text(header + rows)
    }
}
