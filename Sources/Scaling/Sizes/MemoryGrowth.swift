/// Memory that only grows: each of the last days' peaks above the one before. No request fits a leak,
/// and one that is sized by its past is too small tomorrow.
struct MemoryGrowth {
    /// So many days in a row, by this much in all.
    static let days = 5
    static let share = 0.1

    let first: Double
    let last: Double

    /// Nil unless the newest days' peaks rise without a break.
    init?(_ grid: UsageGrid) {
        let perDay = 86400 / Int(UsageGrid.cell)
        let peaks = (0..<Self.days).map { back -> Double in
            let end = grid.count - back * perDay
            let cells = grid.peak[max(0, end - perDay)..<max(0, end)].filter { !$0.isNaN }
            return Double(cells.max() ?? 0)
        }
        guard let last = peaks.first, let first = peaks.last, first > 0,
            zip(peaks, peaks.dropFirst()).allSatisfy({ $0 > $1 }),
            last >= first * (1 + Self.share)
        else { return nil }
        self.first = first
        self.last = last
    }
}
