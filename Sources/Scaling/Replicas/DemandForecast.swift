/// The demand of the coming day, by whichever method proved better on the last days.
package struct DemandForecast: Sendable {
    package enum Method: String, Sendable {
        case holtWinters = "holt-winters"
        case seasonalNaive = "seasonal-naive"
    }

    package let method: Method
    /// Seconds since 1970 of the first hour forecast.
    package let start: Int64
    /// Cores, hour by hour.
    package let values: [Double]
    /// The bounds between which nine of ten hours are expected.
    package let lower: [Double]
    package let upper: [Double]
    /// Nil with too little history to try.
    package let backtest: Backtest?

    package static let horizon = HourlyDemand.day
    /// Of a normal distribution, 90 % lie within so many standard deviations.
    static let ninetyPercent = 1.645

    /// Nil with less than a day of history.
    package init?(_ demand: HourlyDemand) {
        guard let naive = SeasonalNaive(demand.values) else { return nil }
        let backtest = Backtest(demand.values)
        self.backtest = backtest
        start = demand.start + Int64(demand.values.count) * HourlyDemand.hour
        if let backtest, backtest.beatsBaseline,
            let smoothed = HoltWinters(demand.values, backtest.smoothing)
        {
            method = .holtWinters
            values = smoothed.forecast(Self.horizon)
            let widths = (1...Self.horizon).map {
                Self.ninetyPercent * smoothed.deviation(ahead: $0)
            }
            lower = zip(values, widths).map { max(0, $0 - $1) }
            upper = zip(values, widths).map { $0 + $1 }
        } else {
            method = .seasonalNaive
            let forecast = naive.forecast(Self.horizon)
            let deviation = naive.deviation
            values = forecast
            lower = forecast.map { max(0, $0 - Self.ninetyPercent * deviation) }
            upper = forecast.map { $0 + Self.ninetyPercent * deviation }
        }
    }

    /// The highest upper bound, and its hour.
    package var peak: (value: Double, hour: Int) {
        upper.enumerated().reduce((0, 0)) { $1.element > $0.0 ? ($1.element, $1.offset) : $0 }
    }
}
