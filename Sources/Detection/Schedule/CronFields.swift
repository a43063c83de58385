/// The five fields of a schedule, as sets of bits.
struct CronFields: Hashable, Sendable {
    private let minute: CronField
    private let hour: CronField
    private let day: CronField
    private let month: CronField
    private let weekday: CronField

    init(_ words: [String]) throws(CronError) {
        guard words.count == 5 else {
            throw CronError("it has \(words.count) fields instead of 5")
        }
        minute = try CronField(words[0], "minute", 0...59)
        hour = try CronField(words[1], "hour", 0...23)
        day = try CronField(words[2], "day of month", 1...31)
        month = try CronField(words[3], "month", 1...12, names: Self.months)
        weekday = try CronField(words[4], "day of week", 0...6, names: Self.weekdays)
    }

    private static let months = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
        "oct": 10, "nov": 11, "dec": 12,
    ]
    private static let weekdays = [
        "sun": 0, "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6,
    ]

    var isHourly: Bool { hour.isFull && day.isFull && month.isFull && weekday.isFull }

    /// The first minute (since 1970) from this one on that it names; nil if not within five years.
    func nextMinute(from start: Int) -> Int? {
        let firstDay = start.dividedDown(by: 1440)
        for dayNumber in firstDay...firstDay + Self.horizon where names(dayNumber) {
            let from = dayNumber == firstDay ? start - firstDay * 1440 : 0
            if let minute = minutesOfDay(from...1439).first { return dayNumber * 1440 + minute }
        }
        return nil
    }

    /// The last minute until this one, likewise.
    func previousMinute(until end: Int) -> Int? {
        let lastDay = end.dividedDown(by: 1440)
        for dayNumber in (lastDay - Self.horizon...lastDay).reversed() where names(dayNumber) {
            let to = dayNumber == lastDay ? end - lastDay * 1440 : 1439
            if let minute = minutesOfDay(0...to).last { return dayNumber * 1440 + minute }
        }
        return nil
    }

    /// Days; cron/v3 gives up after five years too.
    private static let horizon = 5 * 366

    private func minutesOfDay(_ range: ClosedRange<Int>) -> some BidirectionalCollection<Int> {
        range.lazy.filter { hour.contains($0 / 60) && minute.contains($0 % 60) }
    }

    /// A day counts by its number in the month and by its weekday: by both where one of them is
    /// left open, by either where both are given.
    private func names(_ dayNumber: Int) -> Bool {
        let date = CivilDate(dayNumber)
        guard month.contains(date.month) else { return false }
        let (byDay, byWeekday) = (day.contains(date.day), weekday.contains(date.weekday))
        return day.isOpen || weekday.isOpen ? byDay && byWeekday : byDay || byWeekday
    }
}

/// A day of the calendar (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms",
/// civil_from_days).
private struct CivilDate {
    let month: Int
    let day: Int
    /// 0 is Sunday.
    let weekday: Int

    /// - Parameter number: days since 1970-01-01.
    init(_ number: Int) {
        let z = number + 719468
        let dayOfEra = z - z.dividedDown(by: 146097) * 146097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        // 1970-01-01 was a Thursday.
        weekday = number + 4 - (number + 4).dividedDown(by: 7) * 7
    }
}

extension Int {
    fileprivate func dividedDown(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
    }
}
