import ClusterModel
import Detection

/// What the API server would refuse of a patch, as far as the objects tell: fields that cannot be
/// changed, selectors that miss their own template, requests above limits.
enum SchemaFacts {
    static func check(_ trial: Trial) -> [Check] {
        var checks: [Check] = []
        for (key, change) in trial.documents.sorted(by: { $0.key < $1.key }) {
            guard let after = change.after else { continue }
            if let fault = fault(key, change, after, trial) {
                checks.append(Check("schema", .failed, "\(key): \(fault)"))
            } else if !isKept(change, key, trial) {
                checks.append(
                    Check(
                        "schema", .skipped,
                        "\(key): not all fields of the patch are among those that are read"))
            }
        }
        return checks.isEmpty
            ? [Check("schema", .passed, "the API server would accept it")] : checks
    }

    private static func fault(
        _ key: ObjectKey, _ change: Trial.Change, _ after: JSONValue, _ trial: Trial
    ) -> String? {
        let isNew = change.patch.kind == .create || change.patch.kind == .recreate
        if !isNew, let field = immutable(key.kind, change.before ?? .null, after) {
            return "\(field) cannot be changed once the object is there"
        }
        guard let spec = trial.index.podSpec(of: key) else { return nil }
        if let labels = trial.index.podLabels(of: key), let selector = trial.selector(of: key),
            !selector.isEmpty, !selector.matches(labels)
        {
            return "its selector does not match its own template's labels"
        }
        return spec.fault
    }

    /// The first field of a kind that the server keeps as it was made.
    private static func immutable(
        _ kind: Kind, _ before: JSONValue, _ after: JSONValue
    ) -> String? {
        let (old, new) = (before["spec"] ?? [:], after["spec"] ?? [:])
        func changed(_ fields: [String]) -> String? {
            fields.first { old[$0] != new[$0] }.map { "spec.\($0)" }
        }
        switch kind {
        case .deployment, .daemonSet, .replicaSet: return changed(["selector"])
        case .statefulSet:
            return changed([
                "selector", "serviceName", "volumeClaimTemplates", "podManagementPolicy",
            ])
        case .job: return changed(["selector", "template", "completions"])
        case .persistentVolumeClaim:
            return changed(["storageClassName", "accessModes", "selector", "volumeName"])
        case .service: return changed(["clusterIP"])
        case .pod:
            let free = ["tolerations", "activeDeadlineSeconds", "containers", "initContainers"]
            let fields = Set((old.members ?? []).map(\.key) + (new.members ?? []).map(\.key))
            return changed(fields.subtracting(free).sorted())
                ?? (old["containers"]?.withoutImages != new["containers"]?.withoutImages
                    ? "spec.containers" : nil)
        default: return nil
        }
    }

    /// True if the object, read back, still says what the patch says.
    private static func isKept(_ change: Trial.Change, _ key: ObjectKey, _ trial: Trial) -> Bool {
        guard let read = try? Snapshot.document(of: key, in: trial.snapshot) else { return false }
        switch change.patch.kind {
        case .recreate where change.patch.body.elements != nil: return true
        case .strategicMerge, .recreate, .merge:
            let again = try? change.patch.apply(to: read, in: trial.before.index)
            return again?.pruned == read.pruned
        case .create: return MergePatch.apply(change.patch.body, to: read).pruned == read.pruned
        case .json, .delete, .rollback: return true
        }
    }
}

extension Trial {
    fileprivate func selector(of key: ObjectKey) -> LabelSelector? {
        let place = index.position(of: key)
        switch key.kind {
        case .deployment: return place.map { snapshot.deployments[$0].spec.selector }
        case .statefulSet: return place.map { snapshot.statefulSets[$0].spec.selector }
        case .daemonSet: return place.map { snapshot.daemonSets[$0].spec.selector }
        default: return nil
        }
    }
}

extension PodSpec {
    fileprivate var fault: String? {
        let names = allContainers.map(\.container.name)
        if Set(names).count < names.count { return "two containers have one name" }
        for (container, _) in allContainers {
            for entry in container.resources.requests.entries {
                if let limit = container.resources.limits[entry.name], limit < entry.amount {
                    return "container \"\(container.name)\" requests more \(entry.name) than its "
                        + "limit"
                }
            }
        }
        return nil
    }
}

extension JSONValue {
    /// Without what the API leaves out: null, false, zero and empty.
    fileprivate var pruned: JSONValue {
        switch self {
        case .object(let members):
            return .object(
                members.map { Member($0.key, $0.value.pruned) }
                    .filter { !$0.value.isDefault && $0.key != "apiVersion" && $0.key != "kind" }
                    .sorted { $0.key < $1.key })
        case .array(let elements): return .array(elements.map(\.pruned))
        default: return self
        }
    }

    private var isDefault: Bool {
        switch self {
        case .null, .bool(false), .int(0), .string(""), .array([]), .object([]): true
        default: false
        }
    }

    fileprivate var withoutImages: JSONValue {
        .array(
            (elements ?? []).map { container in
                var copy = container
                copy["image"] = nil
                return copy
            })
    }
}
