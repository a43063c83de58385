// How many pods get a change, limited by means that every Kubernetes since 1.20 has and that need no
// mesh, no second workload and no controller of aegis' own.

internal import ClusterModel
internal import Detection

/// Limits how far a roll-out goes.
///
/// A Deployment may have so many pods more than it wants, none less, and a new pod counts as
/// available only after years: so its controller makes that many new pods beside all old ones and
/// waits. More pods are let in by raising the surplus; giving the fields their old values lets the
/// rest follow. Should aegis die meanwhile, the roll-out stays where it is. The fields are set in
/// the write that changes the template, so that the old ReplicaSet keeps its own and old pods stay
/// available. A StatefulSet has a field for it, the partition. Replicas alone are changed in steps.
struct Throttle: Sendable {
    let key: ObjectKey
    /// Before the change.
    let before: JSONValue
    /// As the whole change would leave it.
    let after: JSONValue
    /// Pods with the change at each stage; empty where the change cannot be limited.
    let counts: [Int]

    private static let never: JSONValue = .int(1_000_000_000)

    init(_ key: ObjectKey, before: JSONValue, after: JSONValue, stages: Stages) {
        self.key = key
        self.before = before
        self.after = after
        let (old, new) = (before.replicas, after.replicas)
        if before[["spec", "template"]] != after[["spec", "template"]] {
            counts =
                key.kind == .deployment || key.kind == .statefulSet
                ? stages.counts(of: new) : []
        } else {
            counts = stages.counts(of: abs(new - old))
        }
    }

    var changesTemplate: Bool {
        before[["spec", "template"]] != after[["spec", "template"]]
    }

    /// Whether pods can be changed a few at a time at all.
    var fault: String? {
        guard changesTemplate, counts.count > 1 else { return nil }
        if key.kind == .deployment, before[["spec", "strategy", "type"]] == "Recreate" {
            return "\(key) replaces all pods at once (strategy Recreate); give --stages 100%"
        }
        if key.kind == .statefulSet, before[["spec", "updateStrategy", "type"]] == "OnDelete" {
            return "\(key) replaces pods only as they are deleted (OnDelete)"
        }
        return nil
    }

    /// The fields beside the change itself, as a merge patch, for a stage.
    func limits(at stage: Int) -> JSONValue {
        if counts.count <= 1 { return [:] }
        let isLast = stage == counts.count - 1
        guard changesTemplate else {
            let step = before.replicas < after.replicas ? counts[stage] : -counts[stage]
            return isLast ? [:] : ["spec": ["replicas": .int(Int64(before.replicas + step))]]
        }
        if key.kind == .statefulSet {
            let old = before[["spec", "updateStrategy", "rollingUpdate", "partition"]] ?? 0
            let partition = isLast ? old : .int(Int64(after.replicas - counts[stage]))
            return ["spec": ["updateStrategy": ["rollingUpdate": ["partition": partition]]]]
        }
        if isLast { return fields(of: before) }
        return [
            "spec": [
                "minReadySeconds": Self.never,
                "progressDeadlineSeconds": .int(1_000_000_001),
                "strategy": [
                    "rollingUpdate": ["maxSurge": .int(Int64(counts[stage])), "maxUnavailable": 0]
                ],
            ]
        ]
    }

    /// What `limits` sets, with an object's own values.
    private func fields(of document: JSONValue) -> JSONValue {
        let spec = document["spec"]
        return [
            "spec": [
                "minReadySeconds": spec?["minReadySeconds"] ?? 0,
                "progressDeadlineSeconds": spec?["progressDeadlineSeconds"] ?? 600,
                "strategy": ["rollingUpdate": spec?[["strategy", "rollingUpdate"]] ?? .null],
            ]
        ]
    }

    /// A JSON patch that brings the object back to what it was: all but metadata and status.
    static func restoration(before: JSONValue, after: JSONValue) -> JSONValue {
        let kept = ["apiVersion", "kind", "metadata", "status"]
        let old = (before.members ?? []).filter { !kept.contains($0.key) }
        let gone = (after.members ?? []).filter { member in
            !kept.contains(member.key) && before[member.key] == nil
        }
        return .array(
            old.map { ["op": "add", "path": .string("/\($0.key)"), "value": $0.value] }
                + gone.map { ["op": "remove", "path": .string("/\($0.key)")] })
    }
}

extension JSONValue {
    fileprivate var replicas: Int {
        guard case .int(let count)? = self[["spec", "replicas"]] else { return 1 }
        return Int(clamping: count)
    }
}
