// What the Vertical Pod Autoscaler would recommend: kubernetes/autoscaler
// `vertical-pod-autoscaler/pkg/recommender/logic` (recommender.go, estimator.go), with the flags at
// their defaults.

import Glibc

/// Target and bounds of one resource: cores or bytes.
package struct VPAEstimate: Sendable, Hashable {
    package var target: Double
    package var lower: Double
    package var upper: Double
    /// Days of history, or of one sample a minute, whichever is less.
    package var confidence: Double

    /// `--recommendation-margin-fraction`: 15 % on top of every percentile.
    static let margin = 1.15
    /// `--pod-recommendation-min-cpu-millicores` and `…-min-memory-mb`, shared by a pod's containers.
    package static let podFloorCores = 0.025
    package static let podFloorBytes = 250.0 * 1_048_576

    /// - Parameters:
    ///   - samples: how many CPU samples the history has.
    ///   - seconds: from the first to the last of them.
    ///   - floor: the least that is recommended.
    package init?(_ histogram: DecayingHistogram, samples: Int, seconds: Int, floor: Double) {
        if histogram.isEmpty { return nil }
        let days = Double(seconds) / 86400
        confidence = min(days, Double(samples) / 1440)
        // Without history the bounds are wide open: the VPA divides by nothing there.
        let doubt = confidence > 0 ? 1 / confidence : .infinity
        target = max(floor, histogram.percentile(0.9) * Self.margin)
        lower = max(floor, histogram.percentile(0.5) * Self.margin * pow(1 + 0.001 * doubt, -2))
        upper = max(floor, histogram.percentile(0.95) * Self.margin * (1 + doubt))
    }
}

/// What a container is given after it was killed for its memory
/// (`--oom-min-bump-up-bytes` 100 MiB, `--oom-bump-up-ratio` 1.2).
package enum OOMFloor {
    package static func bytes(killedAt bytes: Double) -> Double {
        max(bytes + 100 * 1_048_576, bytes * 1.2)
    }
}
