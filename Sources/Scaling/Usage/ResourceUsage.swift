/// What is kept of all series of one container's resource, whatever their number.
package struct ResourceUsage: Sendable {
    package private(set) var grid: UsageGrid
    package private(set) var histogram: DecayingHistogram
    /// The highest of the pods' 95th percentiles.
    package private(set) var highestPercentile = 0.0
    /// The most that was ever measured.
    package private(set) var highest = 0.0
    package private(set) var sampleCount = 0
    package private(set) var podCount = 0
    package private(set) var first = Int64.max
    package private(set) var last = Int64.min

    /// Seconds from the first sample to the last.
    package var span: Int { sampleCount > 0 ? Int(last - first) : 0 }

    /// More cores or bytes than any container has: sums stay finite without it.
    private static let impossible: Float = 1e18
    private let resource: MeasuredResource
    /// Older samples count for nothing with the VPA: `--history-length`, 8 days.
    private let histogramStart: Int64

    init(_ resource: MeasuredResource, window: UsageWindow) {
        self.resource = resource
        grid = UsageGrid(
            start: window.start, cells: window.cells, keepsSum: resource == .cpu)
        histogram = DecayingHistogram(resource == .cpu ? .cpu : .memory)
        histogramStart = window.end - 8 * 86400
    }

    mutating func add(_ series: UsageSeries, window: UsageWindow) {
        var known: [Float] = []
        known.reserveCapacity(series.values.count)
        var peaks = DailyPeaks()
        for (place, value) in series.values.enumerated() {
            let time = series.start + Int64(place) * series.step
            guard value >= 0, value < Self.impossible, window.contains(time) else { continue }
            if known.isEmpty { first = min(first, time) }
            last = max(last, time)
            known.append(value)
            grid.add(value, from: time, to: time + series.step)
            guard time >= histogramStart else { continue }
            switch resource {
            case .cpu: histogram.add(Double(value), at: time)
            case .memory: peaks.take(value, at: time, into: &histogram)
            }
        }
        peaks.finish(into: &histogram)
        guard let most = known.max() else { return }
        sampleCount += known.count
        podCount += 1
        highest = max(highest, Double(most))
        if resource == .cpu {
            let percentile = known.quantile(KRREstimate.cpuShare)
            highestPercentile = max(highestPercentile, percentile)
        }
    }
}

/// Memory is remembered by its highest value of each day, counted from the pod's first sample, which
/// is dated to the day's end (VPA `pkg/recommender/model/container.go`).
private struct DailyPeaks {
    private static let day: Int64 = 86400
    private var end = Int64.min
    private var peak: Float?

    mutating func take(_ value: Float, at time: Int64, into histogram: inout DecayingHistogram) {
        if end == .min { end = time + Self.day }
        if time >= end {
            finish(into: &histogram)
            end += ((time - end) / Self.day + 1) * Self.day
        }
        peak = max(peak ?? value, value)
    }

    mutating func finish(into histogram: inout DecayingHistogram) {
        if let peak { histogram.add(Double(peak), at: end) }
        peak = nil
    }
}

extension [Float] {
    /// Between the two nearest ranks, as Prometheus' `quantile_over_time`. The order is lost.
    mutating func quantile(_ share: Double) -> Double {
        guard !isEmpty else { return 0 }
        let rank = share * Double(count - 1)
        let lower = Int(rank)
        let low = Double(selected(lower))
        guard lower + 1 < count else { return low }
        // What is above stands behind, so the next rank is the least of it.
        let high = Double(self[(lower + 1)...].min() ?? self[lower])
        return low + (high - low) * (rank - Double(lower))
    }

    /// The value of this rank, with no greater one before it and no smaller one behind
    /// (Hoare's quickselect; pivots from the middle, so sorted series are no bad case).
    private mutating func selected(_ rank: Int) -> Float {
        var low = 0
        var high = count - 1
        while low < high {
            let pivot = self[low + (high - low) / 2]
            var (i, j) = (low, high)
            while i <= j {
                while self[i] < pivot { i += 1 }
                while self[j] > pivot { j -= 1 }
                if i <= j {
                    swapAt(i, j)
                    i += 1
                    j -= 1
                }
            }
            if rank <= j {
                high = j
            } else if rank >= i {
                low = i
            } else {
                break
            }
        }
        return self[rank]
    }
}
