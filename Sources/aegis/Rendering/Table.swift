/// Rows in aligned columns, as kubectl prints them; the last column is as long as it likes.
enum Table {
    static func text(_ rows: [[String]]) -> String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count - 1 ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: max(0, width - cell.count))
            }
            return (cells.dropLast() + row.suffix(1)).joined(separator: "  ") + "\n"
        }.joined()
    }
}
