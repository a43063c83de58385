// The histograms by which the Vertical Pod Autoscaler remembers usage: kubernetes/autoscaler
// `vertical-pod-autoscaler/pkg/recommender/util` (histogram.go, histogram_options.go,
// decaying_histogram.go).

import ClusterModel
import Glibc

/// A histogram with buckets that grow by 5 % each, in which a sample's weight halves every day.
package struct DecayingHistogram: Sendable, Hashable {
    /// Bucket n begins at `first`·(1.05ⁿ − 1)/0.05 and the last has no end.
    package struct Buckets: Sendable, Hashable {
        package let first: Double
        package let count: Int

        private static let growth = 1.05

        init(first: Double, highest: Double) {
            self.first = first
            count = Int((log(1 + highest * 0.05 / first) / log(Self.growth)).rounded(.up)) + 1
        }

        /// Cores, to 1000 of them.
        package static let cpu = Buckets(first: 0.01, highest: 1000)
        /// Bytes, from 10 MB to 1 TB.
        package static let memory = Buckets(first: 1e7, highest: 1e12)

        func index(of value: Double) -> Int {
            guard value >= first else { return 0 }
            let bucket = log(value * 0.05 / first + 1) / log(Self.growth)
            return bucket < Double(count - 1) ? Int(bucket) : count - 1
        }

        func start(of bucket: Int) -> Double {
            bucket == 0 ? 0 : first * (pow(Self.growth, Double(bucket)) - 1) / 0.05
        }
    }

    /// Seconds in which a weight halves.
    static let halfLife = 86400.0
    /// Weights would overflow: the reference moves on after so many half-lives.
    private static let farthest = 100.0
    /// Less weight than this is none (0.001 of the smallest sample's, which is 0.1).
    private static let nothing = 0.0001

    package let buckets: Buckets
    private var weights: [Double]
    private var reference: Int64
    private(set) var totalWeight = 0.0

    package init(_ buckets: Buckets) {
        self.buckets = buckets
        weights = Array(repeating: 0, count: buckets.count)
        reference = 0
    }

    package var isEmpty: Bool { totalWeight < Self.nothing }

    /// - Parameter time: seconds since 1970; weights count against each other only.
    package mutating func add(_ value: Double, weight: Double = 1, at time: Int64) {
        guard value.isFinite, value >= 0 else { return }
        if totalWeight == 0 { reference = time }
        var age = Double(time - reference) / Self.halfLife
        if age > Self.farthest {
            shift(to: time)
            age = 0
        }
        let weight = weight * exp2(age)
        weights[buckets.index(of: value)] += weight
        totalWeight += weight
    }

    private mutating func shift(to time: Int64) {
        let factor = exp2(Double(reference - time) / Self.halfLife)
        for bucket in weights.indices { weights[bucket] *= factor }
        totalWeight *= factor
        reference = time
    }

    /// The end of the bucket in which the share is reached; of the last, its start. 0 if empty.
    package func percentile(_ share: Double) -> Double {
        if isEmpty { return 0 }
        var sum = 0.0
        let threshold = share * totalWeight
        let bucket = weights.firstIndex { weight in
            sum += weight
            return sum >= threshold && weight > 0
        }
        guard let bucket else { return buckets.start(of: buckets.count - 1) }
        return buckets.start(of: min(bucket + 1, buckets.count - 1))
    }
}

extension DecayingHistogram {
    /// From a VerticalPodAutoscalerCheckpoint, which keeps weights as shares of 10,000 and their
    /// total apart.
    package init(_ buckets: Buckets, _ checkpoint: HistogramCheckpoint) {
        self.init(buckets)
        reference = checkpoint.referenceTimestamp.isSet ? checkpoint.referenceTimestamp.seconds : 0
        let kept = checkpoint.bucketWeights.entries.filter {
            (0..<buckets.count).contains($0.bucket) && $0.weight > 0
        }
        let sum = kept.reduce(0.0) { $0 + Double($1.weight) }
        guard sum > 0, checkpoint.totalWeight > 0, checkpoint.totalWeight.isFinite else { return }
        for entry in kept {
            weights[entry.bucket] += Double(entry.weight) * checkpoint.totalWeight / sum
        }
        totalWeight = checkpoint.totalWeight
    }
}
