import ClusterModel
import Scaling
import StructuredData
import Testing

/// Noon; pods are older than the controller's five minutes unless the case says otherwise.
@Suite("How the HPA counts a pod")
struct HPAPodTests {
    static let now = Timestamp(rfc3339: "2026-06-01T12:00:00Z") ?? Timestamp()

    static func pod(_ status: String, metadata: String = "") throws -> Pod {
        let text = """
            {"metadata": {"name": "web-0", "namespace": "shop" \(metadata)},
             "spec": {"containers": [
               {"name": "app", "resources": {"requests": {"cpu": "200m", "memory": "1Gi"}}},
               {"name": "proxy", "resources": {"limits": {"cpu": "0.1"}}}]},
             "status": {\(status)}}
            """
        return try readDocument(Array(text.utf8), source: "pod") { reader in
            var pod = Pod()
            try pod.read(from: &reader)
            return pod
        }
    }

    static func ready(_ value: String, since: String, started: String) -> String {
        """
        "phase": "Running", "startTime": "2026-06-01T\(started)Z",
        "conditions": [{"type": "Ready", "status": "\(value)",
                        "lastTransitionTime": "2026-06-01T\(since)Z"}]
        """
    }

    // groupPods: within five minutes of its start a pod counts once a whole window lies behind its
    // becoming ready; later only one that was never ready (its condition changed within 30 s of its
    // start) does not.
    @Test(
        "by its phase, its age and its readiness",
        arguments: [
            ("\"phase\": \"Pending\"", "11:59:30", .unready),
            ("\"phase\": \"Failed\"", "11:59:30", .ignored),
            ("\"phase\": \"Running\"", nil, .missing),
            ("\"phase\": \"Running\"", "11:59:30", .unready),
            (ready("True", since: "11:00:30", started: "11:00:00"), "11:59:30", .ready),
            (ready("False", since: "11:40:00", started: "11:00:00"), "11:59:30", .ready),
            (ready("False", since: "11:00:10", started: "11:00:00"), "11:59:30", .unready),
            (ready("False", since: "11:00:30", started: "11:00:00"), "11:59:30", .ready),
            (ready("True", since: "11:57:00", started: "11:56:00"), "11:59:30", .ready),
            (ready("True", since: "11:59:00", started: "11:56:00"), "11:59:30", .unready),
            (ready("True", since: "11:58:30", started: "11:56:00"), "11:59:30", .ready),
            (ready("False", since: "11:57:00", started: "11:56:00"), "11:59:30", .unready),
            (ready("True", since: "11:59:50", started: "11:55:00"), "11:59:30", .ready),
        ] as [(String, String?, HPAPod.Standing)])
    func standing(status: String, sample: String?, expected: HPAPod.Standing) throws {
        let taken = sample.flatMap { Timestamp(rfc3339: "2026-06-01T\($0)Z") }
        let found = HPAPod(
            try Self.pod(status), "cpu",
            sample: taken.map { HPASample(usage: 50, takenAt: $0, window: 60) }, now: Self.now)
        #expect(found.standing == expected)
    }

    @Test("memory asks for no readiness, and a pod being deleted counts for nothing")
    func exceptions() throws {
        let sample = HPASample(usage: 50, takenAt: Self.now, window: 60)
        let young = try Self.pod("\"phase\": \"Running\"")
        #expect(HPAPod(young, "memory", sample: sample, now: Self.now).standing == .ready)
        let going = try Self.pod(
            "\"phase\": \"Running\"", metadata: ", \"deletionTimestamp\": \"2026-06-01T12:00:10Z\"")
        #expect(HPAPod(going, "cpu", sample: sample, now: Self.now).standing == .ignored)
    }

    @Test("its request is the sum of its containers', of one of them, or none")
    func request() throws {
        let pod = try Self.pod("\"phase\": \"Running\"")
        #expect(HPAPod(pod, "cpu", sample: nil, now: Self.now).request == 300)
        #expect(HPAPod(pod, "cpu", container: "app", sample: nil, now: Self.now).request == 200)
        #expect(HPAPod(pod, "memory", sample: nil, now: Self.now).request == nil)
    }
}
