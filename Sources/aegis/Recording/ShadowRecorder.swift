import ClusterModel
import KubeClient
import Shadow

/// Keeps an object for each shadow test.
struct ShadowRecorder {
    private let recorder: ObjectRecorder

    init(_ client: KubeClient, namespace: String) {
        recorder = ObjectRecorder(
            client: client, kind: "ShadowEnvironment", plural: "shadowenvironments",
            namespace: namespace)
    }

    /// - Parameter start: when the test was begun.
    func record(_ test: ShadowTest, of change: ProposedChange, start: Timestamp) async throws {
        guard let target = change.targets.first else { return }
        let id = test.environment.id.isEmpty ? ShadowEnvironment.randomID() : test.environment.id
        let checks = test.checks.value.map { check -> JSONValue in
            [
                "name": .string(check.name.value), "status": .string(check.status.value),
                "message": .string(check.message.value),
            ]
        }
        var spec: JSONValue = [
            "workload": try JSONValue(ResourceReference(target)),
            "runtime": .string(test.runtime.value), "proposal": .string(change.source),
        ]
        if test.environment.expiresAt.isSet {
            spec["expiresAt"] = .string(test.environment.expiresAt.rfc3339)
        }
        var status: JSONValue = [
            "phase": "Finished", "verdict": .string(test.verdict.value), "checks": .array(checks),
            "startedAt": .string(start.rfc3339),
            "finishedAt": .string(Timestamp.current.rfc3339),
        ]
        let places = test.environment.namespaces.joined(separator: ", ")
        if !places.isEmpty { status["environment"] = .string(places) }
        try await recorder.write("shadow-\(id)", spec: spec, status: status)
    }
}
