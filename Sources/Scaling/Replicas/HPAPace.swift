import ClusterModel

/// An HPA's `behavior` with the API's defaults filled in
/// (kubernetes `pkg/apis/autoscaling/v2/defaults.go`).
struct HPAPace: Sendable {
    struct Policy: Sendable {
        var isPercent: Bool
        var value: Int
        var period: Int
    }

    struct Direction: Sendable {
        var window: Int
        var policies: [Policy]
        /// `Max`, `Min` or `Disabled`.
        var select: Symbol
    }

    /// The controller's `--horizontal-pod-autoscaler-downscale-stabilization`, in seconds.
    static let downWindow = 300

    let up: Direction
    let down: Direction

    init(_ behavior: ScalingBehavior) {
        up = Direction(
            behavior.scaleUp, window: 0,
            policies: [
                Policy(isPercent: false, value: 4, period: 15),
                Policy(isPercent: true, value: 100, period: 15),
            ])
        down = Direction(
            behavior.scaleDown, window: Self.downWindow,
            policies: [Policy(isPercent: true, value: 100, period: 15)])
    }
}

extension HPAPace.Direction {
    fileprivate init(_ rules: ScalingRules?, window: Int, policies: [HPAPace.Policy]) {
        let given = rules?.policies.map {
            HPAPace.Policy(
                isPercent: $0.type == "Percent", value: $0.value.bounded,
                period: $0.periodSeconds.bounded)
        }
        self.window = (rules?.stabilizationWindowSeconds ?? window).bounded
        self.policies = given.flatMap { $0.isEmpty ? nil : $0 } ?? policies
        select = rules?.selectPolicy.or("Max") ?? "Max"
    }

    /// The most replicas the policies allow, each counted from its period's start. Rounded up: a
    /// change of less than one would never come about.
    func highest(from start: (Int) -> Int, _ current: Int) -> Int {
        if select == "Disabled" { return current }
        let limits = policies.map { policy -> Int in
            let begun = start(policy.period)
            guard policy.isPercent else { return begun + policy.value }
            return Int((Double(begun) * (1 + Double(policy.value) / 100)).rounded(.up))
        }
        return (select == "Min" ? limits.min() : limits.max()) ?? current
    }

    /// The fewest replicas the policies allow; `Min` picks the smallest change.
    func lowest(from start: (Int) -> Int, _ current: Int) -> Int {
        if select == "Disabled" { return current }
        let limits = policies.map { policy -> Int in
            let begun = start(policy.period)
            guard policy.isPercent else { return begun - policy.value }
            return Int(Double(begun) * (1 - Double(policy.value) / 100))
        }
        return (select == "Min" ? limits.max() : limits.min()) ?? current
    }
}

extension Int {
    /// The API bounds these itself; a dump may hold anything.
    fileprivate var bounded: Int { Swift.min(Swift.max(self, 0), Int(Int32.max)) }
}
