/// The `Retry-After` field: seconds, or a date in any of HTTP's three forms (RFC 9110, 5.6.7).
package enum RetryAfter {
    /// How long the server wants to be left alone; `nil` when the field is not understood.
    package static func parse(_ value: String, nowUnixSeconds now: Int64) -> Duration? {
        if let seconds = Int64(value) { return seconds < 0 ? nil : .seconds(min(seconds, 86_400)) }
        guard let date = unixSeconds(of: value) else { return nil }
        let (distance, overflow) = date.subtractingReportingOverflow(now)
        return overflow ? nil : .seconds(min(max(distance, 0), 86_400))
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or
    /// `Sun Nov  6 08:49:37 1994`.
    static func unixSeconds(of date: String) -> Int64? {
        let words = date.split { $0 == " " || $0 == "," || $0 == "-" }
        guard words.count >= 5 else { return nil }
        let isAsctime = month(words[1]) != nil
        let (dayWord, monthWord) = isAsctime ? (words[2], words[1]) : (words[1], words[2])
        let (timeWord, yearWord) = isAsctime ? (words[3], words[4]) : (words[4], words[3])
        guard let day = Int64(dayWord), (1...31).contains(day), let month = month(monthWord),
            let time = secondsOfDay(timeWord), var year = Int64(yearWord), (0...9999).contains(year)
        else { return nil }
        // Two digits are of this century or, beyond 2069, of the last one.
        if yearWord.utf8.count == 2 { year += year < 70 ? 2000 : 1900 }
        return daysSince1970(year, month, day) * 86_400 + time
    }

    private static func month(_ word: Substring) -> Int64? {
        let names = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        return names.firstIndex { $0 == word }.map { Int64($0) + 1 }
    }

    private static func secondsOfDay(_ word: Substring) -> Int64? {
        let parts = word.split(separator: ":").compactMap { Int64($0) }
        guard parts.count == 3, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]),
            (0...60).contains(parts[2])
        else { return nil }
        return parts[0] * 3600 + parts[1] * 60 + parts[2]
    }

    /// Days from a proleptic Gregorian date (Howard Hinnant, "chrono-Compatible Low-Level Date
    /// Algorithms", `days_from_civil`).
    private static func daysSince1970(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
