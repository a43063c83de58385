import ClusterModel
import Scaling
import StructuredData
import Testing

@Suite("Guards")
struct GuardTests {
    // Two replicas at 80 % of 500m each carry 0.8 cores; four pods of 0.05 need one.
    @Test("several replicas are not made one")
    func redundancy() throws {
        var stage = try Stage()
        try stage.use("plain", pods: 4, cores: { _ in 0.05 })
        let proposal = try #require(stage.proposal("plain"))
        #expect(proposal.replicas?.proposed.value == 2)
        #expect(proposal.guardLines.contains("Redundancy raised replicas"))
        #expect(proposal.guards.value[0].message.hasPrefix("1 → 2"))
    }

    @Test("the last replica stays, however little is asked of it")
    func lastReplica() throws {
        var stage = try Stage()
        stage.settings.change = .replicas
        try stage.use("single", cores: { _ in 0 })
        let proposal = try #require(stage.proposal("single"))
        #expect(proposal.replicas?.proposed.value == 1)
        #expect(proposal.guardLines == ["LastReplica held replicas"])
    }

    // minAvailable 3 lets no pod of 2 or 3 go: 4 it is.
    @Test("a disruption budget must be able to let a pod go")
    func budget() throws {
        var stage = try Stage()
        try stage.use("budget", pods: 5, cores: { _ in 0.05 })
        let proposal = try #require(stage.proposal("budget"))
        #expect(proposal.replicas?.proposed.value == 4)
        #expect(proposal.guardLines.contains("PodDisruptionBudget raised replicas"))
    }

    // 4 cores / (0.5 × 80 %) = 10 replicas of 230Mi; the quota has no memory left, but sizing gives
    // some back: 2048/230 = 8; and one core: 2 more of 500m.
    @Test("a quota bounds the replicas that are added")
    func quotaReplicas() throws {
        var stage = try Stage()
        try stage.use("quota", pods: 4, cores: { _ in 1 })
        let proposal = try #require(stage.proposal("quota"))
        #expect(proposal.replicas?.proposed.value == 6)
        #expect(
            proposal.guardLines.suffix(2)
                == Array(repeating: "ResourceQuota lowered replicas", count: 2))
        let message = proposal.guards.value.map(\.message).joined(separator: "\n")
        #expect(message.contains("ResourceQuota compute has 1 of requests.cpu left"))
    }

    @Test("a quota holds sizes that it has no room for")
    func quotaSizes() throws {
        var stage = try Stage()
        stage.settings.change = .sizes
        try stage.use("quota", pods: 4, mebibytes: { _ in 600 })
        let proposal = try #require(stage.proposal("quota"))
        #expect(proposal.memoryRequest == "512Mi")
        #expect(proposal.guardLines.contains("ResourceQuota held app/memory"))
    }

    // 200 MiB · 1.15 = 230 MiB, below the least of 256Mi; p95 0.9 is above the most of 700m.
    @Test("a LimitRange's bounds are kept, both ways")
    func limitRange() throws {
        var stage = try Stage()
        stage.settings.change = .sizes
        try stage.use("range", cores: { _ in 0.9 })
        let proposal = try #require(stage.proposal("range"))
        #expect(proposal.memoryRequest == "256Mi")
        #expect(proposal.cpuRequest == "700m")
        #expect(
            proposal.guardLines == ["LimitRange lowered app/cpu", "LimitRange raised app/memory"])
    }

    @Test("what an HPA has is left to it: the replicas, and the request it measures against")
    func autoscaler() throws {
        var stage = try Stage()
        try stage.use("hpa", pods: 4, cores: { _ in 1 })
        let proposal = try #require(stage.proposal("hpa"))
        #expect(proposal.replicas?.proposed.value == 4)
        #expect(proposal.cpuRequest == "500m")
        #expect(
            proposal.guardLines.prefix(2) == [
                "AutoscalerInCharge held replicas", "AutoscalerInCharge held app/cpu",
            ])
        #expect(proposal.memoryRequest == "230Mi")
    }

    @Test("KEDA is named where it made the HPA")
    func keda() throws {
        var stage = try Stage()
        try stage.use("keda", pods: 4, cores: { _ in 1 })
        let proposal = try #require(stage.proposal("keda"))
        #expect(proposal.replicas?.proposed.value == 4)
        #expect(proposal.guards.value[0].message.contains("KEDA's ScaledObject web-queue"))
    }

    @Test("a VPA that changes pods has their sizes; one that only recommends has not")
    func sizer() throws {
        var stage = try Stage()
        for (namespace, mode) in [("vpa", "Auto"), ("vpaoff", "Off")] {
            let text = """
                {"metadata": {"name": "web", "namespace": "\(namespace)"}, "spec": {
                 "targetRef": {"kind": "Deployment", "name": "web"},
                 "updatePolicy": {"updateMode": "\(mode)"}}}
                """
            let vpa = try readDocument(Array(text.utf8), source: "vpa") { reader in
                var vpa = VerticalPodAutoscaler()
                try vpa.read(from: &reader)
                return vpa
            }
            stage.intake.take(.autoscaler(vpa))
            try stage.use(Symbol(namespace))
        }
        #expect(stage.proposal("vpa")?.memoryRequest == "512Mi")
        #expect(
            stage.proposal("vpa")?.guardLines.contains("AutoscalerInCharge held app/memory") == true
        )
        #expect(stage.proposal("vpaoff")?.memoryRequest == "230Mi")
    }

    // Killed at 512Mi: max(612, 614.4) MiB, whole.
    @Test("memory that was killed for is given more, unless the kill is older than the history")
    func kills() throws {
        var stage = try Stage()
        try stage.use("killed")
        try stage.use("longago")
        #expect(stage.proposal("killed")?.memoryRequest == "615Mi")
        #expect(stage.proposal("killed")?.guardLines.contains("OOMFloor raised app/memory") == true)
        #expect(stage.proposal("longago")?.memoryRequest == "230Mi")
    }

    @Test("memory that only grows is not taken away")
    func growth() throws {
        var stage = try Stage()
        try stage.use("single", mebibytes: { 50 + Double($0) })
        let proposal = try #require(stage.proposal("single"))
        #expect(proposal.memoryRequest == "512Mi")
        #expect(proposal.guardLines.contains("MemoryGrowth held app/memory"))
    }

    @Test("memory that grows and is given back is no leak")
    func sawtooth() throws {
        var stage = try Stage()
        try stage.use("single", mebibytes: { 100 + Double($0 % 72) })
        #expect(stage.proposal("single")?.guardLines == [])
    }

    // The node has 8 cores, of which the fixture's pods take 2; two pods of 5 cores find no room.
    @Test("sizes that no node has room for stay as they are")
    func fit() throws {
        var stage = try Stage()
        stage.settings.change = .sizes
        try stage.use("full", pods: 2, cores: { _ in 5 })
        let proposal = try #require(stage.proposal("full"))
        #expect(proposal.cpuRequest == "500m")
        #expect(proposal.guardLines == ["NodeFit held app/cpu"])
    }

    @Test("too few samples give no size")
    func samples() throws {
        var stage = try Stage()
        try stage.use("single", days: 2)
        let proposal = try #require(stage.proposal("single"))
        #expect(proposal.state.value == "held" && proposal.patch == nil)
        #expect(
            proposal.guardLines == [
                "MinimumSamples held app/cpu", "MinimumSamples held app/memory",
            ])
        #expect(proposal.guards.value[0].message.contains("48 samples, 100 are needed"))
    }

    @Test("no replicas while traffic is expected is one replica; none expected is none")
    func asleep() throws {
        let stage = try Stage()
        let proposal = try #require(stage.proposal("asleep"))
        #expect(proposal.replicas?.proposed.value == 1)
        #expect(proposal.patch?.body == "{\"spec\":{\"replicas\":1}}")
        #expect(proposal.guardLines == ["ZeroReplicas raised replicas"])
        #expect(stage.proposal("idle") == nil)
    }

    @Test("replicas and the CPU request do not change at once")
    func oneChange() throws {
        var stage = try Stage()
        try stage.use("plain", pods: 4, cores: { _ in 0.3 })
        let both = try #require(stage.proposal("plain"))
        #expect(both.replicas?.proposed.value == 3 && both.cpuRequest == "500m")
        #expect(both.guardLines.contains("OneChangeAtATime held app/cpu"))
        stage.settings.change = .sizes
        let sizes = try #require(stage.proposal("plain"))
        #expect(sizes.replicas == nil && sizes.cpuRequest == "300m")
    }
}
