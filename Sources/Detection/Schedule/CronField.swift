/// One field of a schedule: lists of `*`, numbers, names, ranges and steps.
struct CronField: Hashable, Sendable {
    private var bits: UInt64 = 0
    private let range: ClosedRange<Int>
    /// True if the field is `*` or `?`: it then leaves the choice of days to the other one.
    private(set) var isOpen = false

    func contains(_ value: Int) -> Bool { bits >> UInt64(value) & 1 == 1 }

    /// True if it names every value there is.
    var isFull: Bool { range.allSatisfy(contains) }

    init(
        _ text: String, _ title: String, _ range: ClosedRange<Int>, names: [String: Int] = [:]
    ) throws(CronError) {
        self.range = range
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let term = Term(String(part), range, names) else {
                throw CronError("\"\(part)\" is no \(title)")
            }
            guard range.contains(term.first), range.contains(term.last) else {
                throw CronError(
                    "\(title) \"\(part)\" is outside \(range.lowerBound)-\(range.upperBound)")
            }
            guard term.first <= term.last else {
                throw CronError("\(title) \"\(part)\" runs backwards")
            }
            for value in stride(from: term.first, through: term.last, by: term.step) {
                bits |= 1 << UInt64(value)
            }
            if term.isOpen { isOpen = true }
        }
    }

    /// `*`, `5`, `1-5`, `MON-FRI`, `*/15`, `10-50/20`, `5/10` (from 5 on).
    private struct Term {
        let first: Int
        let last: Int
        let step: Int
        let isOpen: Bool

        init?(_ text: String, _ range: ClosedRange<Int>, _ names: [String: Int]) {
            let halves = text.split(separator: "/", omittingEmptySubsequences: false)
            guard let span = halves.first, halves.count <= 2 else { return nil }
            func number(_ text: Substring) -> Int? {
                if let named = names[text.lowercased()] { return named }
                return text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
            }
            if halves.count == 2 {
                guard let step = number(halves[1]), step > 0 else { return nil }
                self.step = step
            } else {
                step = 1
            }
            if span == "*" || span == "?" {
                (first, last) = (range.lowerBound, range.upperBound)
                isOpen = step == 1
                return
            }
            let ends = span.split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count <= 2, let start = ends.first.flatMap(number) else { return nil }
            first = start
            isOpen = false
            if ends.count == 2 {
                guard let end = number(ends[1]) else { return nil }
                last = end
            } else {
                last = halves.count == 2 ? range.upperBound : start
            }
        }
    }
}
