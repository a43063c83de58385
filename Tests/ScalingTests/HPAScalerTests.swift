import ClusterModel
import Scaling
import StructuredData
import Testing

@Suite("The HPA's pace")
struct HPAScalerTests {
    /// A script of rounds: at a second, so many are wanted; then so many are set.
    struct Round: Sendable {
        let time: Int64
        let desired: Int
        let expected: Int
        init(_ time: Int64, _ desired: Int, _ expected: Int) {
            self.time = time
            self.desired = desired
            self.expected = expected
        }
    }

    static func behavior(_ text: String) throws -> ScalingBehavior? {
        if text.isEmpty { return nil }
        return try readDocument(Array("---\n\(text)".utf8), source: "behavior") { reader in
            var behavior = ScalingBehavior()
            try behavior.read(from: &reader)
            return behavior
        }
    }

    @Test(
        "follows the controller's rules round by round",
        arguments: [
            // Without a behaviour: up to max(2·current, 4); down by the most wanted in 300 s.
            ("", 1, 10, 1, [Round(0, 9, 4), Round(15, 9, 8), Round(30, 9, 9)]),
            ("", 2, 10, 6, [Round(0, 8, 8), Round(60, 3, 8), Round(300, 3, 8), Round(301, 3, 3)]),
            (
                "", 2, 10, 3,
                [Round(0, 1, 2), Round(15, 40, 4), Round(30, 40, 8), Round(45, 40, 10)]
            ),
            // Out of bounds already: set to the bound at once, whatever the metrics say.
            ("", 2, 5, 9, [Round(0, 9, 5)]),
            ("", 3, 5, 1, [Round(0, 1, 3)]),
            // At zero it is off.
            ("", 1, 5, 0, [Round(0, 5, 0)]),
            // Defaults of a behaviour: up by max(+4, +100 %) in 15 s.
            ("{scaleUp: {}}", 1, 100, 3, [Round(0, 50, 7), Round(5, 50, 7), Round(16, 50, 14)]),
            // Down by 100 % in 15 s, but by the most wanted in 300 s.
            ("{scaleUp: {}}", 1, 10, 8, [Round(0, 8, 8), Round(100, 2, 8), Round(301, 2, 2)]),
            // Pods policy: 2 in 60 s, the period's start remembered.
            (
                "{scaleUp: {policies: [{type: Pods, value: 2, periodSeconds: 60}]}}", 1, 10, 2,
                [Round(0, 9, 4), Round(30, 9, 4), Round(61, 9, 6)]
            ),
            // Percent policy, rounded up: 2·1.1 = 2.2 → 3; 3·1.1 = 3.3 → 4.
            (
                "{scaleUp: {policies: [{type: Percent, value: 10, periodSeconds: 15}]}}", 1, 10, 2,
                [Round(0, 9, 3), Round(15, 9, 4)]
            ),
            // Min of several: min(2+1, 2·3) = 3.
            (
                "{scaleUp: {selectPolicy: Min, policies: [{type: Pods, value: 1, periodSeconds: 15},"
                    + " {type: Percent, value: 200, periodSeconds: 15}]}}", 1, 10, 2,
                [Round(0, 9, 3)]
            ),
            ("{scaleUp: {selectPolicy: Disabled}}", 1, 10, 2, [Round(0, 9, 2)]),
            // Down by 1 in 60 s, no window: 5 → 4, not again before a minute is over.
            (
                "{scaleDown: {stabilizationWindowSeconds: 0,"
                    + " policies: [{type: Pods, value: 1, periodSeconds: 60}]}}", 1, 10, 5,
                [Round(0, 1, 4), Round(59, 1, 4), Round(61, 1, 3)]
            ),
            // Down by 50 %, rounded down: 5·0.5 = 2.5 → 2.
            (
                "{scaleDown: {stabilizationWindowSeconds: 0,"
                    + " policies: [{type: Percent, value: 50, periodSeconds: 60}]}}", 1, 10, 5,
                [Round(0, 1, 2)]
            ),
            // Min: the smaller change of −1 and −50 %: 6 − 1 = 5.
            (
                "{scaleDown: {stabilizationWindowSeconds: 0, selectPolicy: Min,"
                    + " policies: [{type: Pods, value: 1, periodSeconds: 60},"
                    + " {type: Percent, value: 50, periodSeconds: 60}]}}", 1, 10, 6,
                [Round(0, 1, 5)]
            ),
            (
                "{scaleDown: {selectPolicy: Disabled}}", 1, 10, 6,
                [Round(0, 1, 6), Round(900, 1, 6)]
            ),
            // Up window: the least wanted in 60 s.
            (
                "{scaleUp: {stabilizationWindowSeconds: 60}}", 1, 10, 2,
                [Round(0, 2, 2), Round(30, 6, 2), Round(70, 6, 6)]
            ),
            // What was added in the period may be taken away again at once (counted both ways).
            (
                "{scaleDown: {stabilizationWindowSeconds: 0,"
                    + " policies: [{type: Pods, value: 1, periodSeconds: 60}]}}", 1, 10, 4,
                [Round(0, 6, 6), Round(15, 2, 3)]
            ),
        ] as [(String, Int, Int, Int, [Round])])
    func rounds(behavior: String, min: Int, max: Int, start: Int, script: [Round]) throws {
        var scaler = HPAScaler(
            minReplicas: min, maxReplicas: max, behavior: try Self.behavior(behavior))
        var current = start
        for round in script {
            current =
                scaler.decide(current: current, desired: round.desired, at: round.time).replicas
            #expect(current == round.expected, "at \(round.time) s")
        }
    }

    @Test("says why it does not do what was wanted")
    func reasons() {
        var scaler = HPAScaler(minReplicas: 2, maxReplicas: 6)
        #expect(scaler.decide(current: 2, desired: 9, at: 0).reason == .upLimit)
        #expect(scaler.decide(current: 4, desired: 9, at: 15).reason == .tooMany)
        #expect(scaler.decide(current: 4, desired: 1, at: 1000).reason == .tooFew)
        #expect(scaler.decide(current: 4, desired: 3, at: 2000).reason == .withinRange)
    }
}
