package import ClusterModel

/// The stretch of time that is looked at, on the raster's cells.
package struct UsageWindow: Sendable, Hashable {
    package let start: Int64
    package let cells: Int

    /// - Parameter end: rounded up to a whole cell, so that the newest samples are in it; one cell
    ///   more than the days have, so that the oldest ones are, too.
    package init(end: Timestamp, days: Int) {
        let moment = min(max(end.isSet ? end.seconds : 0, 0), 253_402_300_799)
        let last = (moment / UsageGrid.cell + 1) * UsageGrid.cell
        cells = min(max(days, 1), 366) * 86400 / Int(UsageGrid.cell) + 1
        start = last - Int64(cells) * UsageGrid.cell
    }

    package var end: Int64 { start + Int64(cells) * UsageGrid.cell }

    func contains(_ time: Int64) -> Bool { start <= time && time < end }
}
