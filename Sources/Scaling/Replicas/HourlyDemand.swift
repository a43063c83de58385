// What is forecast: the highest demand of each hour, from the raster of quarters.

/// A workload's demand hour by hour, without holes.
package struct HourlyDemand: Sendable, Hashable {
    package static let hour: Int64 = 3600
    package static let day = 24
    package static let week = 168

    /// Seconds since 1970 of the first hour.
    package let start: Int64
    /// Cores.
    package let values: [Double]
    /// Hours that were measured; the others are filled in.
    package let measured: Int

    package init(start: Int64, values: [Double], measured: Int) {
        self.start = start
        self.values = values
        self.measured = measured
    }

    /// Of all containers together; nil if nothing was measured.
    ///
    /// A hole is filled with the same hour of the week or the day before, else of the next known day,
    /// else with the last value before it: a gap in the measuring is no lack of demand.
    package init?(_ grids: [UsageGrid]) {
        guard let raster = grids.first else { return nil }
        let cells = Int(Self.hour / UsageGrid.cell)
        var hours: [Double?] = []
        // From whole hours on, so that the forecast's hours are those of the clock.
        let offset = Int(((Self.hour - raster.start % Self.hour) % Self.hour) / UsageGrid.cell)
        var cell = offset
        while cell + cells <= raster.count {
            hours.append(Self.highest(grids, cell..<cell + cells))
            cell += cells
        }
        guard let first = hours.firstIndex(where: { $0 != nil }),
            let last = hours.lastIndex(where: { $0 != nil })
        else { return nil }
        let known = Array(hours[first...last])
        self.init(
            start: raster.time(of: offset) + Int64(first) * Self.hour, values: Self.filled(known),
            measured: known.count { $0 != nil })
    }

    private static func highest(_ grids: [UsageGrid], _ cells: Range<Int>) -> Double? {
        cells.compactMap { cell -> Double? in
            let demands = grids.compactMap { $0.demand(cell) }
            return demands.isEmpty ? nil : demands.reduce(0, +)
        }.max()
    }

    private static func filled(_ hours: [Double?]) -> [Double] {
        var result: [Double] = []
        for (place, value) in hours.enumerated() {
            let before = [week, day].compactMap { place >= $0 ? result[place - $0] : nil }
            let after = stride(from: place + day, to: hours.count, by: day).lazy
                .compactMap { hours[$0] }
            result.append(value ?? before.first ?? after.first { _ in true } ?? result.last ?? 0)
        }
        return result
    }
}
