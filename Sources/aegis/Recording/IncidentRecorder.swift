import ClusterModel
import KubeClient
import StructuredData

/// Keeps an object for each incident, from when it was first seen until it is resolved and beyond.
struct IncidentRecorder {
    private let recorder: ObjectRecorder

    init(_ client: KubeClient, namespace: String) {
        recorder = ObjectRecorder(
            client: client, kind: "Incident", plural: "incidents", namespace: namespace)
    }

    func record(_ report: ScanReport, _ sight: Sight) async throws {
        let now = JSONValue.string(report.metadata.generatedAt.value.rfc3339)
        var before: [String: JSONValue] = [:]
        for object in try await recorder.objects() {
            before[object["metadata"]?["name"]?.text ?? ""] = object
        }
        for incident in report.present {
            let status = before[incident.id]?["status"]
            var new: JSONValue = [
                "state": "open", "firstSeen": status?["firstSeen"] ?? now, "lastSeen": now,
                "resolvedAt": .null,
            ]
            if status?["state"] == "resolved" {
                new["returns"] = .int(min(status.flatMap(Self.returns) ?? 0, .max - 1) + 1)
            }
            try await recorder.write(incident.id, spec: try JSONValue(incident), status: new)
        }
        let present = Set(report.present.map(\.id))
        for (name, object) in before.sorted(by: { $0.key < $1.key })
        where !present.contains(name) && object["status"]?["state"] != "resolved" {
            guard let incident = Self.incident(object), sight.wouldSee(incident, gapsThen: [])
            else { continue }
            try await recorder.write(name, status: ["state": "resolved", "resolvedAt": now])
        }
    }

    private static func returns(_ status: JSONValue) -> Int64? {
        if case .int(let count) = status["returns"] { count } else { nil }
    }

    private static func incident(_ object: JSONValue) -> IncidentRecord? {
        guard let spec = object["spec"] else { return nil }
        return try? readDocument(spec.bytes(.json), source: "incident") { reader in
            var incident = IncidentRecord()
            try incident.read(from: &reader)
            return incident
        }
    }
}
