/// Both methods tried on days whose outcome is known: each of the last days is forecast from what was
/// known at its beginning.
package struct Backtest: Sendable, Hashable {
    package static let days = 3

    /// Mean absolute errors, in cores.
    package let error: Double
    package let baselineError: Double
    /// The days tried.
    package let days: Int

    package var beatsBaseline: Bool { error < baselineError }

    /// How the method was set; chosen without the days it is tried on.
    package let smoothing: HoltWinters.Smoothing

    /// Nil unless at least one day can be held against a model of two days or more.
    package init?(_ values: [Double]) {
        let least = 2 * HourlyDemand.day
        let kept = max(values.count - Self.days * HourlyDemand.day, least)
        guard kept < values.count, let fitted = HoltWinters.fitted(Array(values[..<kept])) else {
            return nil
        }
        smoothing = fitted.smoothing
        var errors = 0.0
        var baselineErrors = 0.0
        var tried = 0
        for back in 1...Self.days {
            let origin = values.count - back * HourlyDemand.day
            guard origin >= least else { break }
            let known = Array(values[..<origin])
            let outcome = values[origin..<origin + HourlyDemand.day]
            guard let model = HoltWinters(known, smoothing), let naive = SeasonalNaive(known) else {
                break
            }
            errors += Self.sum(outcome, model.forecast(HourlyDemand.day))
            baselineErrors += Self.sum(outcome, naive.forecast(HourlyDemand.day))
            tried += 1
        }
        guard tried > 0 else { return nil }
        days = tried
        error = errors / Double(tried * HourlyDemand.day)
        baselineError = baselineErrors / Double(tried * HourlyDemand.day)
    }

    private static func sum(_ outcome: ArraySlice<Double>, _ forecast: [Double]) -> Double {
        zip(outcome, forecast).reduce(0) { $0 + abs($1.0 - $1.1) }
    }
}
