/// The forecast that any other has to beat: the same hour of the last season.
package struct SeasonalNaive: Sendable {
    private let values: [Double]
    package let season: Int

    /// By the week if there is a whole one, else by the day; nil with less than a day.
    package init?(_ values: [Double]) {
        guard values.count >= HourlyDemand.day else { return nil }
        season = values.count >= HourlyDemand.week ? HourlyDemand.week : HourlyDemand.day
        self.values = values
    }

    package func forecast(_ hours: Int) -> [Double] {
        (0..<hours).map { values[values.count - season + $0 % season] }
    }
}

extension SeasonalNaive {
    /// The standard deviation of what this forecast would have got wrong so far.
    package var deviation: Double {
        let errors = (season..<max(season, values.count)).map { values[$0] - values[$0 - season] }
        guard !errors.isEmpty else { return 0 }
        let squares = errors.reduce(0) { $0 + $1 * $1 }
        return (squares / Double(errors.count)).squareRoot()
    }
}
