import Testing

@Suite("The demo")
struct DemoTests {
    @Test(
        "every format says the same, byte for byte",
        arguments: [
            (["scan", "--demo"], "demo.txt"),
            (["scan", "--demo", "-o", "json"], "demo.json"),
            (["scan", "--demo", "-o", "yaml"], "demo.yaml"),
            (["scan", "--demo", "-o", "ndjson"], "demo.ndjson"),
            (["scan", "--demo", "-o", "name"], "demo.names"),
            (["scan", "--demo", "-o", "junit"], "demo.junit.xml"),
            (["scan", "--demo", "-o", "sarif"], "demo.sarif"),
            (["scan", "--demo", "-o", "markdown"], "demo.md"),
            (["scan", "--demo", "--level", "low"], "demo-low.txt"),
            (["scan", "--demo", "-n", "payments", "--no-headers"], "demo-payments.txt"),
            (["scan", "--demo", "-l", "app=cart"], "demo-cart.txt"),
        ])
    func formats(arguments: [String], golden: String) async throws {
        let run = try await AegisProcess.run(arguments)
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.errors == "")
        Golden.expect(run, matches: golden)
    }

    @Test("the planted incidents are found, and nothing else")
    func planted() async throws {
        let run = try await AegisProcess.run(["scan", "--demo", "-o", "ndjson"])
        let found = run.output.split(separator: "\n").map { line -> String in
            let category = value(of: "category", in: line)
            let resource =
                line.range(of: "\"resource\":").map { line[$0.upperBound...].prefix { $0 != "}" } }
                ?? ""
            return [
                category, value(of: "kind", in: resource), value(of: "namespace", in: resource),
                value(of: "name", in: resource), value(of: "severity", in: line),
            ].filter { !$0.isEmpty }.joined(separator: " ")
        }
        #expect(found.sorted() == Self.planted.sorted())
    }

    /// What DemoCluster plants: category, resource, severity.
    private static let planted = [
        "NodeNotReady Node node-4 critical",
        "PVCPending StorageClass fast-sdd high",
        "Unschedulable Deployment data trainer high",
        "QuotaExceeded ResourceQuota ops compute high",
        "CrashLoopBackOff Deployment payments ledger high",
        "CertificateExpired Secret payments api-tls high",
        "CreateContainerConfigError Secret payments gateway-keys high",
        "OOMKilled Deployment shop cart high",
        "ReplicaMismatch Deployment shop checkout high",
        "ProbeFailure Deployment shop images high",
        "ImagePullBackOff Deployment shop recommend high",
        "ServiceNoEndpoints Service shop search high",
        "CronJobFailing CronJob data nightly-report medium",
        "PDBBlocking PodDisruptionBudget data queue medium",
        "HPAMisconfig HorizontalPodAutoscaler shop catalog medium",
        "IngressMisconfig Ingress shop storefront medium",
    ]

    private func value(of key: String, in text: Substring) -> String {
        guard let place = text.range(of: "\"\(key)\":\"") else { return "" }
        return String(text[place.upperBound...].prefix { $0 != "\"" })
    }

    @Test("the README's session is what the demo prints")
    func readme() async throws {
        let run = try await AegisProcess.run(["scan", "--demo"])
        let readme = try #require(TestFiles.read("\(TestFiles.folder)/../../README.md"))
        let session = readme.split(separator: "```")[0...].first { $0.hasPrefix("console") } ?? ""
        let printed = run.output.split(separator: "\n")
        var place = printed.startIndex
        for line in session.split(separator: "\n").dropFirst(2) where line != "…" {
            let found = printed[place...].firstIndex(of: line)
            place = try #require(found, "not printed, or not in this order: \(line)")
        }
        #expect(place == printed.index(before: printed.endIndex))
    }

    @Test("the same run twice gives the same bytes")
    func deterministic() async throws {
        let arguments = ["scan", "--demo", "--now", "2026-06-01T12:30:00Z", "-o", "json"]
        let first = try await AegisProcess.run(arguments)
        let second = try await AegisProcess.run(arguments)
        #expect(first.output == second.output)
        #expect(first.output.contains("\"generatedAt\": \"2026-06-01T12:30:00Z\""))
    }
}

extension Substring {
    fileprivate func range(of text: String) -> Range<Index>? {
        var rest = self
        while !rest.isEmpty {
            if rest.hasPrefix(text) {
                return rest.startIndex..<rest.index(rest.startIndex, offsetBy: text.count)
            }
            rest = rest.dropFirst()
        }
        return nil
    }
}
