import ClusterModel
import Scaling
import StructuredData
import Testing

@Suite("Sizes")
struct SizeEstimateTests {
    static let day: Int64 = 86400

    @Test("a percentile is the end of its bucket: 0.01·(1.05ⁿ⁺¹ − 1)/0.05")
    func buckets() {
        var histogram = DecayingHistogram(.cpu)
        // 0.005 lies in the first bucket, which ends at 0.01; 0.015 in the second, which ends at
        // 0.01·(1.1025 − 1)/0.05 = 0.0205.
        histogram.add(0.005, at: 0)
        #expect(isClose(histogram.percentile(0.9), 0.01))
        histogram.add(0.015, weight: 9, at: 0)
        #expect(isClose(histogram.percentile(0.9), 0.0205))
        #expect(isClose(histogram.percentile(0.1), 0.01))
    }

    @Test("a sample of a day ago weighs half")
    func decay() {
        var histogram = DecayingHistogram(.cpu)
        histogram.add(0.005, weight: 4, at: 0)
        histogram.add(0.015, weight: 1, at: Self.day)
        // 4 against 2: the first bucket holds 66.7 %.
        #expect(isClose(histogram.percentile(0.66), 0.01))
        #expect(isClose(histogram.percentile(0.67), 0.0205))
    }

    @Test("years between two samples overflow nothing, and the old one is forgotten")
    func ages() {
        var histogram = DecayingHistogram(.memory)
        histogram.add(5e6, at: 0)
        histogram.add(9e8, at: 4000 * Self.day)
        #expect(histogram.percentile(0.01) > 9e8)
        #expect(histogram.percentile(0.5).isFinite)
    }

    @Test("nothing in it gives nothing, and what is no number is not taken")
    func empty() {
        var histogram = DecayingHistogram(.cpu)
        histogram.add(.nan, at: 0)
        histogram.add(-1, at: 0)
        histogram.add(.infinity, at: 0)
        #expect(histogram.isEmpty && histogram.percentile(0.9) == 0)
        #expect(VPAEstimate(histogram, samples: 10, seconds: 100, floor: 0.025) == nil)
    }

    @Test("values past the last bucket give its start")
    func past() {
        var histogram = DecayingHistogram(.cpu)
        histogram.add(1e9, at: 0)
        #expect(histogram.percentile(0.9) >= 1000)
        #expect(histogram.percentile(0.9) < 1100)
    }

    // With p90 = p50 = p95 = 0.0205: target 0.0205·1.15 = 0.023575; two days of a sample a minute are
    // c = 2: upper ·(1 + 1/2), lower ·(1 + 0.001/2)⁻².
    @Test(
        "the VPA's target and bounds are derived from the percentiles, the margin and the history")
    func vpa() throws {
        var histogram = DecayingHistogram(.cpu)
        histogram.add(0.015, at: 0)
        let full = try #require(
            VPAEstimate(histogram, samples: 2880, seconds: 2 * 86400, floor: 0))
        #expect(isClose(full.target, 0.023575))
        #expect(isClose(full.upper, 0.0353625))
        #expect(isClose(full.lower, 0.023575 / 1.00100025))
        // Few samples count for fewer days: 144 of 1440.
        let sparse = try #require(
            VPAEstimate(histogram, samples: 144, seconds: 2 * 86400, floor: 0))
        #expect(isClose(sparse.upper, 0.023575 * 11))
        let floored = try #require(
            VPAEstimate(histogram, samples: 144, seconds: 86400, floor: 0.025))
        #expect(floored.target == 0.025)
    }

    @Test(
        "after a kill the container gets 100 MiB or a fifth more",
        arguments: [(100.0, 200.0), (500, 600), (1000, 1200)])
    func oom(killedAt: Double, floor: Double) {
        let mebi = 1_048_576.0
        #expect(isClose(OOMFloor.bytes(killedAt: killedAt * mebi), floor * mebi))
    }

    @Test("KRR takes the highest percentile and rounds up")
    func krr() {
        #expect(KRREstimate.cores([0.1001, 0.0502]) == 0.101)
        #expect(KRREstimate.cores([0.0001]) == 0.01)
        #expect(KRREstimate.cores([]) == nil)
        // 200 MiB·1.15 = 230 MiB; 201·1.15 = 231.15 → 232
        #expect(KRREstimate.bytes(highest: 200 * 1_048_576) == 230 * 1_048_576)
        #expect(KRREstimate.bytes(highest: 201 * 1_048_576) == 232 * 1_048_576)
        #expect(KRREstimate.bytes(highest: 5) == 100 * 1_048_576)
    }

    @Test("a checkpoint's histogram is the VPA's: weights are shares of 10,000 of the total")
    func checkpoint() throws {
        let text = """
            apiVersion: autoscaling.k8s.io/v1
            kind: VerticalPodAutoscalerCheckpoint
            metadata: {name: web-app, namespace: shop}
            spec: {vpaObjectName: web, containerName: app}
            status:
              version: v3
              cpuHistogram:
                referenceTimestamp: "2026-06-01T00:00:00Z"
                totalWeight: 30
                bucketWeights: {"0": 10000, "1": 5000, "9999": 10000, "x": 1}
              memoryHistogram: {}
              firstSampleStart: "2026-05-01T00:00:00Z"
              lastSampleStart: "2026-06-01T00:00:00Z"
              totalSamplesCount: 44640
            """
        let checkpoint = try readDocument(Array(text.utf8), source: "checkpoint") { reader in
            var checkpoint = VerticalPodAutoscalerCheckpoint()
            try checkpoint.read(from: &reader)
            return checkpoint
        }
        let usage = CheckpointUsage(checkpoint)
        #expect(isClose(usage.cpu.percentile(0.66), 0.01))
        #expect(isClose(usage.cpu.percentile(0.67), 0.0205))
        #expect(usage.memory.isEmpty)
        #expect(usage.samples == 44640)
    }

    private func isClose(_ a: Double, _ b: Double) -> Bool {
        abs(a - b) <= 1e-9 * max(abs(a), abs(b))
    }
}
