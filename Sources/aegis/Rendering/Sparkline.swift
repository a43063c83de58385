/// A history as one line of block characters, the highest being `top`.
enum Sparkline {
    private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    static func text(_ values: [Float], top: Double) -> String {
        String(
            values.map { value -> Character in
                guard value.isFinite, top > 0 else { return " " }
                let share = min(max(Double(value) / top, 0), 1)
                return blocks[min(Int(share * 8), 7)]
            })
    }
}
