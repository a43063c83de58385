import ClusterModel
import Scaling
import StructuredData
import Testing

@Suite("The planner")
struct PlannerTests {
    // 4·1 core with no season: 4 / (0.5 · 80 %) = 10.
    @Test("replicas are counted for the forecast's peak, and the patch has the change alone")
    func replicas() throws {
        var stage = try Stage()
        try stage.use("plain", pods: 4, cores: { _ in 1 }, mebibytes: { _ in 440 })
        let proposal = try #require(stage.proposal("plain"))
        #expect(proposal.replicas?.proposed.value == 10)
        #expect(proposal.replicas?.method == "forecast")
        #expect(proposal.patch?.body == "{\"spec\":{\"replicas\":10}}")
        #expect(proposal.state.value == "proposed")
        #expect(proposal.forecast?.backtestDays == 3)
        #expect(proposal.saving.cores.value == -3)
    }

    @Test("sizes follow the pods' peaks, and a limit goes with the request")
    func sizes() throws {
        var stage = try Stage()
        try stage.use("single", cores: { $0 % 24 == 9 ? 0.4 : 0.1 })
        let proposal = try #require(stage.proposal("single"))
        // One hour in 24 is 4.2 %: the 95th percentile is below the peak.
        #expect(proposal.cpuRequest == "100m")
        #expect(proposal.memoryRequest == "230Mi")
        #expect(proposal.containers[0].memory?.limit?.proposed.description == "230Mi")
        #expect(proposal.containers[0].cpu?.limit == nil)
        #expect(proposal.containers[0].cpu?.alternatives.map(\.method) == ["vpa"])
        let patch =
            "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"app\",\"resources\":"
            + "{\"requests\":{\"cpu\":\"100m\",\"memory\":\"230Mi\"},"
            + "\"limits\":{\"memory\":\"230Mi\"}}}]}}}}"
        #expect(proposal.patch?.body == patch)
    }

    @Test("a request within ten per cent of the estimate is left alone")
    func tolerance() throws {
        var stage = try Stage()
        try stage.use("single", cores: { _ in 0.46 }, mebibytes: { _ in 420 })
        let proposal = try #require(stage.proposal("single"))
        #expect(proposal.state.value == "unchanged" && proposal.patch == nil)
        #expect(proposal.cpuRequest == "500m" && proposal.memoryRequest == "512Mi")
    }

    @Test("what requests nothing is given requests, and no limit it never had")
    func bare() throws {
        var stage = try Stage()
        try stage.use("bare", pods: 4)
        let proposal = try #require(stage.proposal("bare"))
        #expect(proposal.replicas == nil)
        #expect(proposal.cpuRequest == "100m" && proposal.memoryRequest == "230Mi")
        #expect(proposal.containers[0].memory?.limit == nil)
    }

    @Test(
        "StatefulSets and DaemonSets are sized, their replicas left",
        arguments: [
            ("sts", Kind.statefulSet), ("ds", .daemonSet),
        ] as [(Symbol, Kind)])
    func others(namespace: Symbol, kind: Kind) throws {
        var stage = try Stage()
        try stage.use(namespace, kind: kind, pods: 4)
        let proposal = try #require(stage.proposal(namespace, kind: kind))
        #expect(proposal.replicas == nil && proposal.cpuRequest == "100m")
    }

    // Above the CPU limit of 500m in one hour of each of 14 days; the limit is raised to 0.8 · 1.15.
    @Test("the replay counts hours throttled before and after")
    func throttled() throws {
        var stage = try Stage()
        try stage.use("throttled", cores: { $0 % 24 == 9 ? 0.8 : 0.2 })
        let proposal = try #require(stage.proposal("throttled"))
        #expect(proposal.containers[0].cpu?.limit?.proposed.description == "920m")
        #expect(proposal.replay?.current.throttledHours.value == 14)
        #expect(proposal.replay?.proposed.throttledHours.value == 0)
        #expect(proposal.replay?.hours.value == 336)
        // At 0.8 cores one replica of 500m is one short, for an hour a day; of 200m it is three.
        #expect(proposal.cpuRequest == "200m")
        #expect(proposal.replay?.current.replicaMinutesShort.value == 14 * 60)
        #expect(proposal.replay?.proposed.replicaMinutesShort.value == 14 * 60 * 3)
    }

    // The VPA's p90 of daily peaks may lie below the highest: the replay says so.
    @Test("the replay counts each time memory comes to lie above the proposed limit")
    func kills() throws {
        var stage = try Stage()
        stage.settings.method = .vpa
        try stage.use("single", mebibytes: { $0 < 24 ? 500 : 100 })
        let proposal = try #require(stage.proposal("single"))
        #expect(proposal.replay?.current.oomKills.value == 0)
        #expect(proposal.replay?.proposed.oomKills.value == 1)
    }

    @Test("an HPA's lateness is played: it has the minutes it needs to follow a jump")
    func simulation() throws {
        var stage = try Stage()
        // 4 pods of 500m at 50 %: from 1 core to 6 at nine each day.
        try stage.use("hpa", pods: 4, cores: { $0 % 24 == 9 ? 1.5 : 0.25 })
        let replay = try #require(stage.proposal("hpa")?.replay)
        // 8 of the 12 that 6 cores fill for the first round of 15 s, then its most, 10: two short for
        // an hour a day, in whole minutes of each quarter.
        #expect(replay.current.replicaMinutesShort.value == 14 * 2 * 60)
    }

    @Test("savings are in cores, bytes and money by the price list")
    func money() throws {
        var stage = try Stage()
        var prices = PriceList()
        prices.currency = "EUR"
        prices.cpuCoreHour = 0.1
        prices.memoryGiBHour = 0.01
        stage.settings.prices = prices
        try stage.use("single")
        let saving = try #require(stage.proposal("single")).saving
        // 0.4 cores and 282 MiB: 730·(0.4·0.1 + 282/1024·0.01) = 29.2 + 2.01
        #expect(saving.cores.value == 0.4)
        #expect(saving.bytes.value == 282 * 1_048_576)
        #expect(saving.perMonth == 31.21 && saving.currency == "EUR")
    }

    @Test("the same inputs give the same id, other values another")
    func identity() throws {
        var (first, second, third) = (try Stage(), try Stage(), try Stage())
        try first.use("single")
        try second.use("single")
        try third.use("single", cores: { _ in 0.2 })
        let ids = [first, second, third].map { $0.proposal("single")?.id ?? "" }
        #expect(ids[0] == ids[1] && ids[0] != ids[2] && ids[0].count == 16)
    }

    @Test("the opt-in for applying is read from the workload")
    func optIn() throws {
        var stage = try Stage()
        try stage.use("optedin")
        try stage.use("plain")
        #expect(stage.proposal("optedin")?.optedIn.value == true)
        #expect(stage.proposal("plain")?.optedIn.value == false)
    }

    @Test(
        "confidence goes by the length of the history",
        arguments: [(14, "medium"), (2, "low"), (21, "medium")])
    func confidence(days: Int, expected: String) throws {
        var stage = try Stage()
        try stage.use("single", days: min(days, 14))
        // 336 hourly samples are no 500.
        #expect(stage.proposal("single")?.usage.confidence == expected)
    }

    @Test("a checkpoint alone gives the VPA's sizes")
    func checkpoint() throws {
        var stage = try Stage()
        let text = """
            {"metadata": {"name": "web-app", "namespace": "single"},
             "spec": {"vpaObjectName": "web", "containerName": "app"},
             "status": {"totalSamplesCount": 20000, "firstSampleStart": "2026-05-01T00:00:00Z",
              "lastSampleStart": "2026-06-01T00:00:00Z",
              "cpuHistogram": {"totalWeight": 10, "bucketWeights": {"1": 10000}},
              "memoryHistogram": {"totalWeight": 10, "bucketWeights": {"2": 10000}}}}
            """
        let checkpoint = try readDocument(Array(text.utf8), source: "checkpoint") { reader in
            var checkpoint = VerticalPodAutoscalerCheckpoint()
            try checkpoint.read(from: &reader)
            return checkpoint
        }
        stage.intake.take(.checkpoint(checkpoint))
        stage.intake.settleCheckpoints()
        let proposal = try #require(stage.proposal("single"))
        // 0.0205·1.15 = 0.0236, less than the floor of 25m; 1e7·(1.05³ − 1)/0.05·1.15 = 34.6 MiB,
        // less than 250 MiB.
        #expect(proposal.cpuRequest == "25m" && proposal.memoryRequest == "250Mi")
        #expect(proposal.containers[0].cpu?.method == "vpa")
        #expect(proposal.usage.samples.value == 20000)
    }

    private func metrics(_ namespace: String, _ pod: String, _ cpu: String) throws -> UsageItem {
        let text = """
            {"metadata": {"name": "web-6c9d7f8b5-\(pod)", "namespace": "\(namespace)"},
             "timestamp": "2026-06-01T11:59:00Z", "window": "30s",
             "containers": [{"name": "app", "usage": {"cpu": "\(cpu)", "memory": "300Mi"}}]}
            """
        return try readDocument(Array(text.utf8), source: "metrics") { reader in
            var metrics = PodMetrics()
            try metrics.read(from: &reader)
            return .metrics(metrics)
        }
    }

    // 100·(450 + 450)/1000 = 90 %; 90/80 = 1.125; ·2 = 2.25 → 3.
    @Test("without a history the HPA's arithmetic of the moment counts replicas")
    func moment() throws {
        var stage = try Stage()
        stage.intake.take(try metrics("ready", "f2d6x", "450m"))
        stage.intake.take(try metrics("ready", "g2d6x", "450m"))
        let proposal = try #require(stage.proposal("ready"))
        #expect(proposal.replicas?.method == "hpa" && proposal.replicas?.proposed.value == 3)
        #expect(
            proposal.replicas?.arithmetic
                == "now 90% of 80%: ratio 1.125 × 2 pods = 2.25 → 3")
        #expect(proposal.usage.confidence == "low")
    }

    @Test("a single moment takes no replica away")
    func night() throws {
        var stage = try Stage()
        stage.settings.minReplicas = 1
        stage.intake.take(try metrics("ready", "f2d6x", "50m"))
        stage.intake.take(try metrics("ready", "g2d6x", "50m"))
        let proposal = try #require(stage.proposal("ready"))
        #expect(proposal.replicas?.proposed.value == 2)
        #expect(proposal.guardLines.first == "MinimumSamples held replicas")
    }

    // 90/40 = 2.25; ·2 = 4.5 → 5, of which its most, 3, are left.
    @Test("where an HPA is in charge, what its own arithmetic gives is told")
    func wish() throws {
        var stage = try Stage()
        stage.intake.take(try metrics("readyhpa", "f2d6x", "450m"))
        stage.intake.take(try metrics("readyhpa", "g2d6x", "450m"))
        let proposal = try #require(stage.proposal("readyhpa"))
        #expect(proposal.replicas?.proposed.value == 2)
        let message = proposal.guards.value.first { $0.subject == "replicas" }?.message ?? ""
        #expect(
            message.hasSuffix(
                "HPA web sets the replicas (2 to 3); its arithmetic gives 5 now, 3 after its bounds "
                    + "and pace (TooManyReplicas)"), "\(message)")
    }
}
