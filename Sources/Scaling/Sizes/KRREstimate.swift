// Robusta KRR's simple strategy (robusta-dev/krr `robusta_krr/strategies/simple.py`) with its
// defaults: CPU by the 95th percentile and no limit, memory by the highest value and a buffer,
// request and limit alike; nothing from fewer than 100 points.

/// A request, rounded up as KRR writes it.
package enum KRREstimate {
    package static let cpuShare = 0.95
    package static let memoryBuffer = 1.15
    package static let leastPoints = 100
    /// `--cpu-min` and `--mem-min`.
    package static let leastCores = 0.01
    package static let leastBytes = 100.0 * 1_048_576

    /// - Parameter percentiles: the 95th percentile of each pod; the highest counts.
    package static func cores(_ percentiles: [Double]) -> Double? {
        percentiles.max().map { max(leastCores, ($0 * 1000).wholeUp / 1000) }
    }

    /// Up to whole MiB.
    package static func bytes(highest: Double) -> Double {
        max(leastBytes, wholeMebibytes(highest * memoryBuffer))
    }

    package static func wholeMebibytes(_ bytes: Double) -> Double {
        (bytes / 1_048_576).wholeUp * 1_048_576
    }
}

extension Double {
    /// Rounded up, what is too much by no more than the error of single precision being taken for
    /// whole: usage is kept so, and 0.1 cores are 100m, not 101m.
    var wholeUp: Double { (self * (1 - 0x1p-22)).rounded(.up) }
}
