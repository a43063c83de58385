/// Usage of all pods of a workload's container on one raster of time, 12 bytes a cell.
///
/// A sample stands for the time from itself to the next, so any step fits on the raster: shorter ones
/// are averaged into a cell, longer ones fill several.
package struct UsageGrid: Sendable {
    /// Seconds a cell is long: short enough for peaks that matter to an autoscaler, long enough that
    /// two weeks of ten thousand workloads fit into memory.
    package static let cell: Int64 = 900

    /// Seconds since 1970, a multiple of the cell.
    package let start: Int64
    /// The most any pod used; NaN where nothing was measured.
    package private(set) var peak: [Float]
    /// What all pods used together, on average over the cell. Empty unless kept.
    package private(set) var sum: [Float]
    /// How many pods were measured, on average over the cell. Empty unless kept.
    package private(set) var pods: [Float]

    /// - Parameter keepsSum: replicas are counted by it; for memory nobody asks.
    init(start: Int64, cells: Int, keepsSum: Bool) {
        self.start = start
        peak = Array(repeating: .nan, count: cells)
        sum = keepsSum ? Array(repeating: 0, count: cells) : []
        pods = keepsSum ? Array(repeating: 0, count: cells) : []
    }

    package var count: Int { peak.count }
    package var end: Int64 { start + Int64(count) * Self.cell }

    /// When a cell begins.
    package func time(of cell: Int) -> Int64 { start + Int64(cell) * Self.cell }

    /// What all pods used together; nil where nothing was measured.
    package func demand(_ cell: Int) -> Double? {
        guard cell < pods.count, pods[cell] > 0 else { return nil }
        return Double(sum[cell])
    }

    mutating func add(_ value: Float, from begin: Int64, to finish: Int64) {
        var place = max(begin, start)
        let last = min(finish, end)
        while place < last {
            let cell = Int((place - start) / Self.cell)
            let next = min(last, time(of: cell + 1))
            if !(peak[cell] >= value) { peak[cell] = value }
            if !sum.isEmpty {
                let share = Float(next - place) / Float(Self.cell)
                sum[cell] += value * share
                pods[cell] += share
            }
            place = next
        }
    }
}
