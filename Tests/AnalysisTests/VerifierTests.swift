import ClusterModel
import Detection
import Testing

@testable import Analysis

@Suite("Verifier")
struct VerifierTests {
    /// What the verifier says of a fix that somebody else thought of.
    private func verify(
        _ fixture: String, _ patch: Patch, releases: Set<ObjectKey> = []
    ) throws -> Verification {
        let view = try Scene.own(fixture)
        let incidents = Detection.incidents(in: view)
        let incident = try #require(incidents.first)
        let fix = Fix(
            "a guess", rationale: "", risk: .low, patches: [patch], releases: releases)
        return Verifier(view, incidents: incidents).verify(fix, for: incident)
    }

    private static let web = ObjectKey(.deployment, "shop", "web")
    private static let api = ObjectKey(.deployment, "shop", "api")
    private static let cart = ObjectKey(.deployment, "shop", "cart")

    private static func container(_ change: JSONValue) -> JSONValue {
        var container: JSONValue = ["name": "app"]
        for member in change.members ?? [] { container[member.key] = member.value }
        return ["spec": ["template": ["spec": ["containers": [container]]]]]
    }

    @Test(
        "a wrong guess is refuted, with the reason",
        arguments: [
            (
                "VolumeMount/deployment", web,
                [
                    "spec": [
                        "template": [
                            "spec": [
                                "volumes": [["name": "tls", "secret": ["secretName": "nope"]]]
                            ]
                        ]
                    ]
                ],
                "references", "Secret shop/nope does not exist"
            ),
            (
                "ImagePullBackOff/tag-typo", web,
                container(["resources": ["limits": ["memory": "1Gi"]]]),
                "incident-gone", "still there"
            ),
            (
                "OOMKilled/bounded", cart, container(["resources": ["limits": ["cpu": "2"]]]),
                "incident-gone", "still there"
            ),
            (
                "OOMKilled/bounded", cart, container(["resources": ["limits": ["memory": "64Ki"]]]),
                "schema", "requests more memory than its limit"
            ),
            (
                "OOMKilled/no-room", ObjectKey(.deployment, "shop", "big"),
                container(["resources": ["requests": ["cpu": "64"]]]), "scheduling",
                "fit on no node"
            ),
            (
                "CrashLoopBackOff/missing-variable-with-source", api,
                container([
                    "env": [
                        [
                            "name": "DATABASE_URL",
                            "valueFrom": ["secretKeyRef": ["name": "db", "key": "no"]],
                        ]
                    ]
                ]),
                "references", "has no key \"no\""
            ),
            (
                "CrashLoopBackOff/said-in-log", api,
                ["spec": ["selector": ["matchLabels": ["app": "apis"]]]],
                "schema", "spec.selector cannot be changed"
            ),
            (
                "CrashLoopBackOff/said-in-log", api,
                ["spec": ["template": ["metadata": ["labels": ["app": "apis"]]]]], "schema",
                "does not match its own template"
            ),
            (
                "CrashLoopBackOff/said-in-log", api,
                ["spec": ["template": ["spec": ["containers": [["image": "x"]]]]]],
                "applies", "lacks its key name"
            ),
            (
                "CrashLoopBackOff/said-in-log", api, ["spec": ["replicas": "many"]], "applies",
                "cannot be read"
            ),
        ] as [(String, ObjectKey, JSONValue, String, String)])
    func refuted(
        fixture: String, target: ObjectKey, body: JSONValue, check: String, words: String
    ) throws {
        let verification = try verify(fixture, Patch(target, .strategicMerge, body))
        #expect(verification.status == .failed)
        let failed = verification.checks.first { $0.name == check && $0.status == .failed }
        #expect(failed?.message.contains(words) ?? false, "\(verification.checks)")
    }

    @Test("a new incident refutes a fix that ends the old one")
    func newIncident() throws {
        let fix = Self.container(["readinessProbe": ["httpGet": ["port": "http"]]])
        // The probe asks what is there, and the Service loses its pods.
        var body = fix
        body["spec"]?["replicas"] = 0
        let view = try Scene.own("ProbeFailure/port-name")
        var snapshot = view.snapshot
        try Snapshot.put(
            [
                "metadata": [
                    "name": "web", "namespace": "shop",
                    "creationTimestamp": "2026-05-20T08:00:00Z",
                ],
                "spec": [
                    "clusterIP": "10.96.0.5", "selector": ["app": "web"], "ports": [["port": 80]],
                ],
            ], as: ObjectKey(.service, "shop", "web"), into: &snapshot)
        let with = ClusterView(ClusterIndex(snapshot), now: Scene.now)
        let incidents = Detection.incidents(in: with)
        let incident = try #require(incidents.first { $0.resource == Self.web })
        let guess = Fix(
            "", rationale: "", risk: .low, patches: [Patch(Self.web, .strategicMerge, body)])
        let verification = Verifier(with, incidents: incidents).verify(guess, for: incident)
        let new = verification.checks.first { $0.name == "nothing-new" }
        #expect(new?.status == .failed)
        #expect(new?.message.contains("scaled to 0") ?? false, "\(verification.checks)")
    }

    @Test("an image that nobody runs is only assumed to be there")
    func assumption() throws {
        let patch = Patch(
            Self.web, .strategicMerge,
            Self.container(["image": "registry.example.com/shop/web:9"]))
        let verification = try verify("ImagePullBackOff/tag-typo", patch)
        #expect(verification.status == .passed)
        #expect(
            verification.checks.contains {
                $0.status == .skipped && $0.message.contains("web:9\" can be pulled")
            })
    }

    @Test("what was not read is not tried")
    func unread() throws {
        let absent = Patch(
            ObjectKey(.deployment, "shop", "absent"), .strategicMerge, ["spec": ["replicas": 1]])
        #expect(try verify("OOMKilled/bounded", absent).status == .skipped)
        let unknownField = Patch(
            Self.cart, .strategicMerge,
            ["spec": ["template": ["spec": ["dnsPolicy": "Default"]]]])
        let verification = try verify("OOMKilled/bounded", unknownField)
        #expect(verification.status == .skipped)
        #expect(verification.checks.contains { $0.message.contains("not all fields") })
    }

    @Test("fixes are tried one after another, up to the limit", arguments: [1, 2, 5])
    func iterations(limit: Int) throws {
        let view = try Scene.own("OOMKilled/no-room")
        let incidents = Detection.incidents(in: view)
        let workflow = Workflow(view, incidents: incidents, maxIterations: limit)
        let analysis = workflow.analyze(try #require(incidents.first))
        let run = analysis.runs.first { $0.name == .verifier }
        #expect(run?.iterations == min(limit, 2))
        #expect(analysis.fixes.last?.standing == .refuted)
        #expect(analysis.fixes.first?.standing == (limit == 1 ? .unverified : .verified))
    }

    @Test("an incident whose every fix is refuted says so")
    func allRefuted() throws {
        let view = try Scene.own("OOMKilled/bounded")
        let incidents = Detection.incidents(in: view)
        let analysis = Workflow(view, incidents: incidents, maxIterations: 5)
            .analyze(try #require(incidents.first))
        #expect(analysis.isRefuted)
        #expect(analysis.verification.status == .failed)
        #expect(analysis.runs.last?.status == .refuted)
    }
}
