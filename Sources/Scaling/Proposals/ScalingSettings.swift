/// What the planner goes by.
package struct ScalingSettings: Sendable {
    /// Which of the two may be changed.
    package enum Change: String, Sendable, CaseIterable { case both, replicas, sizes }

    /// Whose formula gives the sizes.
    package enum Method: String, Sendable, CaseIterable { case krr, vpa }

    package var change = Change.both
    package var method = Method.krr
    /// Per cent of the CPU request that replicas are counted for: the API's default for an HPA.
    package var targetUtilization = 80
    /// A workload that has so many replicas now does not get fewer.
    package var minReplicas = 2
    /// Fewer samples than this give no size.
    package var leastSamples = KRREstimate.leastPoints
    /// A request is left alone if it would change by no more than this share.
    package var tolerance = 0.1
    /// Seconds for which a proposal is good.
    package var lifetime = 7 * 86400
    package var prices: PriceList?

    package init() {}
}
