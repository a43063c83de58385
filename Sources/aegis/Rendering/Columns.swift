/// Columns as wide as their widest cell, two spaces apart; the last is left ragged.
struct Columns {
    private var widths: [Int] = []

    mutating func fit(_ row: [String]) {
        for (i, cell) in row.enumerated() {
            if i < widths.count {
                widths[i] = max(widths[i], cell.count)
            } else {
                widths.append(cell.count)
            }
        }
    }

    func line(_ row: [String]) -> String {
        let cells = row.dropLast().enumerated().map { i, cell in
            cell + String(repeating: " ", count: max(0, widths[i] - cell.count))
        }
        return (cells + row.suffix(1)).joined(separator: "  ")
    }
}
