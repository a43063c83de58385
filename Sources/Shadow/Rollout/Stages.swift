/// How much of a workload has the change at each step of a roll-out.
package struct Stages: Sendable, Equatable {
    /// Ascending, the last 100.
    package let percents: [Int]

    package static let standard = Stages(percents: [10, 50, 100])

    private init(percents: [Int]) { self.percents = percents }

    /// `10%,50%,100%`; nil unless it ascends to 100.
    package init?(text: String) {
        var percents: [Int] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let digits = part.hasSuffix("%") ? part.dropLast() : part
            guard let percent = Int(digits), percent > (percents.last ?? 0), percent <= 100 else {
                return nil
            }
            percents.append(percent)
        }
        guard percents.last == 100 else { return nil }
        self.percents = percents
    }

    /// So many of `total` pods at each stage, at least one more each time and the last one all.
    package func counts(of total: Int) -> [Int] {
        var counts: [Int] = []
        for percent in percents {
            let count = min(total, (total * percent + 99) / 100)
            if count > counts.last ?? 0 { counts.append(count) }
        }
        return counts
    }
}
