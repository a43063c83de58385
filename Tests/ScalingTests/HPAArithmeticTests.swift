import ClusterModel
import Scaling
import StructuredData
import Testing

/// Cases worked out by hand from the published algorithm; each group says how.
@Suite("The HPA's arithmetic")
struct HPAArithmeticTests {
    /// `3x500/1000` is three ready pods using 500 m of 1000 m; `u`, `m` and `i` before it make them
    /// unready, missing and ignored; `500/-` requests nothing.
    struct Case: Sendable, CustomTestStringConvertible {
        let pods: String
        let current: Int
        let target: HPATarget
        let expected: Int?
        let line: Int

        init(
            _ pods: String, _ current: Int, _ target: HPATarget, _ expected: Int?, line: Int = #line
        ) {
            self.pods = pods
            self.current = current
            self.target = target
            self.expected = expected
            self.line = line
        }

        var testDescription: String { "line \(line): \(pods), \(current) replicas, \(target)" }

        var list: [HPAPod] {
            pods.split(separator: " ").flatMap { word -> [HPAPod] in
                let standings: [Character: HPAPod.Standing] = [
                    "u": .unready, "m": .missing, "i": .ignored,
                ]
                let standing = word.first.flatMap { standings[$0] }
                let parts = word.drop { !$0.isNumber }.split(separator: "x")
                let amounts = parts[1].split(separator: "/")
                let pod = HPAPod(
                    standing ?? .ready, usage: Int64(amounts[0]) ?? 0, request: Int64(amounts[1]))
                return Array(repeating: pod, count: Int(parts[0]) ?? 0)
            }
        }
    }

    // All pods ready: utilisation = ⌊100·Σusage/Σrequest⌋, ratio = utilisation/target, kept where
    // |1−ratio| ≤ 0.1, else ⌈ratio·ready⌉.
    static let plain = [
        // 100·3000/3000 = 100 %; 100/50 = 2; 2·3 = 6
        Case("3x1000/1000", 3, .utilization(50), 6),
        // 30 %; 30/50 = 0.6; 0.6·5 = 3
        Case("5x300/1000", 5, .utilization(50), 3),
        // 50/50 = 1
        Case("4x500/1000", 4, .utilization(50), 4),
        // 55/50 = 1.1 is within 1 + 0.1; before 1.33 the controller took |1 − 1.1|, which is more
        // than 0.1 in doubles
        Case("4x550/1000", 4, .utilization(50), 4),
        // 56/50 = 1.12; 4.48 → 5
        Case("4x560/1000", 4, .utilization(50), 5),
        // 45/50 = 0.9 is within tolerance
        Case("4x450/1000", 4, .utilization(50), 4),
        // 44/50 = 0.88; 3.52 → 4: the same count by rounding up
        Case("4x440/1000", 4, .utilization(50), 4),
        // 0.88·10 = 8.8 → 9
        Case("10x440/1000", 10, .utilization(50), 9),
        // ⌊55.9⌋ = 55 %: the floor keeps it within tolerance
        Case("4x559/1000", 4, .utilization(50), 4),
        // ⌊44.9⌋ = 44 %: the floor takes it out of tolerance; 0.88·10 → 9
        Case("10x449/1000", 10, .utilization(50), 9),
        // ⌊0.9⌋ = 0 %: ratio 0, no replica at all (minReplicas is applied later)
        Case("2x9/1000", 2, .utilization(80), 0),
        // 1/80 = 0.0125; 0.025 → 1
        Case("2x10/1000", 2, .utilization(80), 1),
        // one hot pod: 100·(1000+100+100)/3000 = 40 %; 40/80 = 0.5; 1.5 → 2
        Case("1x1000/1000 2x100/1000", 3, .utilization(80), 2),
        // requests differ: 100·(900+100)/(1000+200) = ⌊83.3⌋; 83/50 = 1.66; 3.32 → 4
        Case("1x900/1000 1x100/200", 2, .utilization(50), 4),
        // targets above 100 %: 300/150 = 2; 2·2 = 4
        Case("2x3000/1000", 2, .utilization(150), 4),
        // ⌈ratio·ready⌉ goes by the ready pods, not by the replicas asked for: 2·3 = 6 with 5 wanted
        Case("3x1000/1000", 5, .utilization(50), 6),
        // and can say fewer although every pod is over its target: 60/50 = 1.2; 1.2·2 = 2.4 → 3 of 5
        Case("2x600/1000", 5, .utilization(50), 3),
        // far too much: clamped to what 32 bits hold
        Case("1x9000000000000000000/1", 1, .utilization(1), Int(Int32.max)),
    ]

    // Missing pods: on the way down they use all of their request (or the target, where that is
    // more), on the way up nothing; then the ratio is taken again over all of them.
    static let missing = [
        // 30/50 = 0.6 → down; (2·300+1000)/3000 = 53 %; 1.06: within tolerance
        Case("2x300/1000 m1x0/1000", 3, .utilization(50), 3),
        // 20/50 → down; (8·200+2·1000)/10000 = 36 %; 0.72·10 = 7.2 → 8
        Case("8x200/1000 m2x0/1000", 10, .utilization(50), 8),
        // 10/50 → down; (3·100+1000)/4000 = ⌊32.5⌋ = 32; 0.64·4 = 2.56 → 3
        Case("3x100/1000 m1x0/1000", 4, .utilization(50), 3),
        // 40/50 = 0.8 → down; (400+1000)/2000 = 70 %: 1.4 turns the direction: kept
        Case("1x400/1000 m1x0/1000", 2, .utilization(50), 2),
        // 100/50 = 2 → up; (2·1000+0)/3000 = 66 %; 1.32·3 = 3.96 → 4
        Case("2x1000/1000 m1x0/1000", 3, .utilization(50), 4),
        // 80/50 = 1.6 → up; (2·800)/4000 = 40 %: 0.8 turns the direction: kept
        Case("2x800/1000 m2x0/1000", 4, .utilization(50), 4),
        // 70/50 = 1.4 → up; 2·700/3000 = ⌊46.6⌋ = 46; 0.92: within tolerance
        Case("2x700/1000 m1x0/1000", 3, .utilization(50), 3),
        // 50/50 = 1 exactly and one missing: neither up nor down, so it is left out and all stays
        Case("2x500/1000 m1x0/1000", 3, .utilization(50), 3),
        // target 150: missing ones are taken to use 150 %, not 100: (2·600+1500)/3000 = 90; 0.6·3 → 2
        Case("2x600/1000 m1x0/1000", 3, .utilization(150), 2),
        // the same with target 100: (2·600+1000)/3000 = 73; 0.73·3 = 2.19 → 3
        Case("2x600/1000 m1x0/1000", 3, .utilization(100), 3),
        // 10 counted for 4 wanted: (5·200+5·1000)/10000 = 60 %; 60/70 = 0.857·10 → 9 > 4 while going
        // down: kept
        Case("5x200/1000 m5x0/1000", 4, .utilization(70), 4),
        // 2 counted of 9 wanted: 200/50 = 4 up; (2000)/2000 = 100; 2·2 = 4 < 9 while going up: kept
        Case("1x2000/1000 m1x0/1000", 9, .utilization(50), 9),
        // a missing pod with another request: (900+0)/(1000+3000) = 22 %; 0.44 turns: kept
        Case("1x900/1000 m1x0/3000", 2, .utilization(50), 2),
    ]

    // Unready pods: left out on the way down, nothing used on the way up.
    static let unready = [
        // 30/50 = 0.6: down, the unready one is not counted: 0.6·2 = 1.2 → 2
        Case("2x300/1000 u1x0/1000", 3, .utilization(50), 2),
        // 100/50 = 2: up; 2000/3000 = 66; 1.32·3 = 3.96 → 4
        Case("2x1000/1000 u1x0/1000", 3, .utilization(50), 4),
        // what an unready pod uses is dropped: the same
        Case("2x1000/1000 u1x5000/1000", 3, .utilization(50), 4),
        // 52/50 = 1.04: more than 1, so it is taken again: 2·520/3000 = 34; 0.68 turns: kept
        Case("2x520/1000 u1x0/1000", 3, .utilization(50), 3),
        // 50/50 = 1: not more than 1, so not taken again: kept
        Case("2x500/1000 u1x0/1000", 3, .utilization(50), 3),
        // 90/50 = 1.8; 900/3000 = 30: 0.6 turns: kept
        Case("1x900/1000 u2x0/1000", 3, .utilization(50), 3),
        // a restart storm: 300/50 = 6; 3000/4000 = 75; 1.5·4 = 6
        Case("1x3000/1000 u3x0/1000", 4, .utilization(50), 6),
        // nothing but unready pods
        Case("u3x1000/1000", 3, .utilization(50), nil),
    ]

    // Both: on the way up both count nothing; on the way down only the missing ones count.
    static let mixed = [
        // 150/50 = 3; 2·1500/4000 = 75; 1.5·4 = 6
        Case("2x1500/1000 u1x0/1000 m1x0/1000", 4, .utilization(50), 6),
        // 20/50; down: (6·200+1000)/7000 = 31; 0.62·7 = 4.34 → 5
        Case("6x200/1000 u2x0/1000 m1x0/1000", 9, .utilization(50), 5),
        // ignored pods count for nothing but their request must be there: 100/50 = 2·2 = 4
        Case("2x1000/1000 i3x9000/1000", 2, .utilization(50), 4),
        Case("2x1000/1000 i1x0/-", 2, .utilization(50), nil),
        Case("i2x1000/1000", 2, .utilization(50), nil),
        Case("m2x0/1000", 2, .utilization(50), nil),
    ]

    // Errors: no pods, a request that is missing or nothing, no target.
    static let errors = [
        Case("", 3, .utilization(50), nil),
        Case("2x500/1000 1x500/-", 3, .utilization(50), nil),
        Case("3x500/0", 3, .utilization(50), nil),
        Case("3x500/1000", 3, .utilization(0), nil),
        Case("3x500/1000", 3, .averageValue(0), nil),
    ]

    // Average values: average = ⌊Σusage/pods⌋, ratio = average/target; requests do not matter.
    static let averages = [
        // 300/100 = 3·2 = 6
        Case("2x300/-", 2, .averageValue(100), 6),
        // 109/100 = 1.09: kept
        Case("2x109/-", 2, .averageValue(100), 2),
        // ⌊(110+111)/2⌋ = 110; 1.1: kept
        Case("1x110/- 1x111/-", 2, .averageValue(100), 2),
        // 111/100 = 1.11·2 = 2.22 → 3
        Case("2x111/-", 2, .averageValue(100), 3),
        // 50/100 = 0.5·4 = 2
        Case("4x50/-", 4, .averageValue(100), 2),
        // missing, down: takes the target: (3·40+100)/4 = 55; 0.55·4 = 2.2 → 3
        Case("3x40/- m1x0/-", 4, .averageValue(100), 3),
        // missing, up: nothing: (2·200)/3 = 133; 1.33·3 = 3.99 → 4
        Case("2x200/- m1x0/-", 3, .averageValue(100), 4),
        // exactly on target with one missing: 2·100/3 = 66; 0.66·3 = 1.98 → 2
        Case("2x100/- m1x0/-", 3, .averageValue(100), 2),
        // unready, up: 2·200/3 = 133 → 4
        Case("2x200/- u1x0/-", 3, .averageValue(100), 4),
        // unready, down: left out: 0.5·2 = 1
        Case("2x50/- u1x0/-", 3, .averageValue(100), 1),
        // turns: 150/100 up; 150/2 = 75: kept
        Case("1x150/- u1x0/-", 2, .averageValue(100), 2),
    ]

    @Test(
        "gives the count derived by hand",
        arguments: plain + missing + unready + mixed + errors + averages)
    func count(_ one: Case) {
        let outcome = Result { () throws(HPAError) in
            try HPAArithmetic.outcome(current: one.current, one.list, one.target)
        }
        #expect((try? outcome.get().replicas) == one.expected, "\(outcome)")
    }

    @Test("there are at least sixty cases")
    func enough() {
        let all =
            Self.plain + Self.missing + Self.unready + Self.mixed + Self.errors + Self.averages
        #expect(all.count >= 60, "\(all.count)")
    }

    @Test("tolerances for each direction are those of the behaviour")
    func tolerances() throws {
        let pods = Case("4x600/1000", 4, .utilization(50), nil).list
        // 60/50 = 1.2
        let loose = try HPAArithmetic.outcome(
            current: 4, pods, .utilization(50), HPATolerance(up: 0.25, down: 0.1))
        #expect(loose.replicas == 4)
        let tight = try HPAArithmetic.outcome(
            current: 4, pods, .utilization(55), HPATolerance(up: 0.05, down: 0.5))
        // 60/55 = 1.0909…·4 = 4.36 → 5
        #expect(tight.replicas == 5)
    }

    @Test(
        "of several metrics the largest counts, unless one is unknown and the rest would scale down",
        arguments: [
            ([4, 7, 5], false, 6, 7), ([4, 5], true, 6, nil), ([7], true, 6, 7), ([6], true, 6, 6),
            ([], true, 6, nil), ([2, 3], false, 6, 3),
        ] as [([Int], Bool, Int, Int?)])
    func several(counts: [Int], hasUnknown: Bool, current: Int, expected: Int?) {
        let known = counts.map {
            Result<HPAOutcome, HPAError>.success(
                HPAOutcome(replicas: $0, current: 0, ratio: 1, counted: 1))
        }
        let unknown = Result<HPAOutcome, HPAError>.failure(.missingRequest)
        let all = known + (hasUnknown ? [unknown] : [])
        #expect((try? HPAArithmetic.combined(current: current, all).get()) == expected)
    }
}
