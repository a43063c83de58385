// Additive Holt–Winters with a daily and a weekly season (J. W. Taylor, "Short-term electricity
// demand forecasting using double seasonal exponential smoothing", J. Oper. Res. Soc. 54, 2003) and a
// damped trend: a few hours' rise is not taken for one that goes on.

/// A fitted model of hourly values.
package struct HoltWinters: Sendable {
    /// Shares by which the newest value counts: for the level, the trend, the day and the week.
    package struct Smoothing: Sendable, Hashable {
        package var level: Double
        package var trend: Double
        package var day: Double
        package var week: Double
    }

    static let damping = 0.9

    package let smoothing: Smoothing
    /// Standard deviation of the one-step errors, the first season left out.
    package private(set) var deviation = 0.0

    private var level: Double
    private var trend = 0.0
    private var daily: [Double]
    private var weekly: [Double]
    /// How many values were taken: tells the hour of the day and of the week.
    private let count: Int

    /// The best of the grid of smoothings by the squared one-step error; nil with less than two days.
    package static func fitted(_ values: [Double]) -> HoltWinters? {
        guard values.count >= 2 * HourlyDemand.day else { return nil }
        return grid(hasWeeks: values.count >= leastForWeeks)
            .compactMap { HoltWinters(values, $0) }
            .min { $0.deviation < $1.deviation }
    }

    private static func grid(hasWeeks: Bool) -> [Smoothing] {
        var grid: [Smoothing] = []
        for level in [0.05, 0.2, 0.5] {
            for trend in [0, 0.05] {
                for day in [0.05, 0.2, 0.5] {
                    for week in hasWeeks ? [0, 0.1, 0.3] : [0] {
                        grid.append(Smoothing(level: level, trend: trend, day: day, week: week))
                    }
                }
            }
        }
        return grid
    }

    /// Nil for less than two days.
    package init?(_ values: [Double], _ smoothing: Smoothing) {
        guard values.count >= 2 * HourlyDemand.day else { return nil }
        self.smoothing = smoothing
        count = values.count
        // The first whole days give the level and the shape of the day to begin with.
        let days = min(values.count / HourlyDemand.day, 7)
        let begun = values.prefix(days * HourlyDemand.day)
        level = begun.reduce(0, +) / Double(begun.count)
        daily = Array(repeating: 0, count: HourlyDemand.day)
        for (place, value) in begun.enumerated() {
            daily[place % HourlyDemand.day] += (value - level) / Double(days)
        }
        weekly = smoothing.week > 0 ? Self.weekly(values, level, daily) : [0]
        var squares = 0.0
        let warm = values.count >= Self.leastForWeeks ? HourlyDemand.week : HourlyDemand.day
        for (place, value) in values.enumerated() {
            let error = value - step(place, value)
            if place >= warm { squares += error * error }
        }
        let judged = values.count - warm
        if judged > 0 { deviation = (squares / Double(judged)).squareRoot() }
        guard deviation.isFinite else { return nil }
    }

    /// A week to begin with, and some days to judge it by.
    private static let leastForWeeks = HourlyDemand.week + 3 * HourlyDemand.day

    /// What the first week had beside the shape of the day.
    private static func weekly(_ values: [Double], _ level: Double, _ daily: [Double]) -> [Double] {
        guard values.count >= leastForWeeks else { return [0] }
        return (0..<HourlyDemand.week).map { values[$0] - level - daily[$0 % HourlyDemand.day] }
    }

    /// Takes one value and returns what was expected in its place.
    private mutating func step(_ place: Int, _ value: Double) -> Double {
        let (hour, slot) = (place % daily.count, place % weekly.count)
        let grown = level + Self.damping * trend
        let expected = grown + daily[hour] + weekly[slot]
        let before = level
        level =
            smoothing.level * (value - daily[hour] - weekly[slot])
            + (1 - smoothing.level) * grown
        trend = smoothing.trend * (level - before) + (1 - smoothing.trend) * Self.damping * trend
        daily[hour] += smoothing.day * (value - level - weekly[slot] - daily[hour])
        if weekly.count > 1 {
            weekly[slot] += smoothing.week * (value - level - daily[hour] - weekly[slot])
        }
        return expected
    }

    package func forecast(_ hours: Int) -> [Double] {
        var grown = level
        var damped = trend
        return (0..<hours).map { ahead in
            damped *= Self.damping
            grown += damped
            let place = count + ahead
            return max(0, grown + daily[place % daily.count] + weekly[place % weekly.count])
        }
    }

    /// The standard deviation so many hours ahead: that of one step, grown by what each step since
    /// adds to the level (Hyndman et al., "Forecasting with Exponential Smoothing", 2008, table 6.1).
    package func deviation(ahead: Int) -> Double {
        let drift = Double(max(0, ahead - 1)) * smoothing.level * smoothing.level
        return deviation * (1 + drift).squareRoot()
    }
}
