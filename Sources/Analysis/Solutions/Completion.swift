import ClusterModel
import Detection
import StructuredData

/// What every fix gets once its changes are known: the command, what it touches, and who owns the
/// object.
struct Completion {
    private let index: ClusterIndex

    init(_ file: CaseFile) { index = file.index }

    /// Nothing for a patch that does not apply: the verifier says so.
    private func changes(by patch: Patch) -> [FieldChange] {
        let old = try? Snapshot.document(of: patch.target, in: index.snapshot)
        let new = try? patch.apply(to: old, in: index)
        guard let new, patch.kind != .delete else { return [] }
        return JSONValue.changes(from: old, to: new)
    }

    func complete(_ fix: Fix) -> Fix {
        var fix = fix
        fix.blastRadius = blastRadius(of: fix)
        fix.changes = fix.patches.map(changes)
        let managers = fix.patches.map { index.metadata(of: $0.target).flatMap(Manager.init(of:)) }
        guard let manager = managers.lazy.compactMap(\.self).first else {
            if fix.command.isEmpty {
                let steps = fix.patches.map(ShellCommand.apply)
                let waiting = fix.patches.flatMap(podsToDelete)
                if !waiting.isEmpty {
                    fix.rationale += " Its controller does not replace pods that are not ready."
                }
                fix.command = (steps + ShellCommand.delete(waiting)).joined(separator: " && ")
            }
            return fix
        }
        // A change in the cluster would be undone, or undo the next one from the repository.
        fix.manager = manager
        fix.kustomization = Kustomization.text(fix.patches)
        fix.command = manager.command
        fix.rationale +=
            " The object comes from \(manager.description): change it there, not in the cluster."
        return fix
    }

    /// Pods that their controller leaves as they are: a StatefulSet's goes from one pod to the next
    /// once it is ready, so the broken one stays ("forced rollback" in Kubernetes' documentation),
    /// and with `OnDelete` every pod does.
    private func podsToDelete(after patch: Patch) -> [ObjectKey] {
        guard patch.changesPods, patch.kind != .recreate,
            index.maker(patch.target)?.waitsForReadyPods ?? false
        else { return [] }
        return index.pods(ofWorkload: patch.target)
            .filter { !$0.isReady && !$0.metadata.isTerminating }.map(\.key)
    }

    private func blastRadius(of fix: Fix) -> String {
        let targets = fix.patches.map { (patch: $0, effect: effect(of: $0)) }
        if targets.isEmpty { return "" }
        return targets.map(\.effect).joined(separator: "; ")
    }

    private func effect(of patch: Patch) -> String {
        let key = patch.target
        switch patch.kind {
        case .create: return "adds \(key)"
        case .delete: return "removes \(key)"
        case .recreate where !key.kind.makesPods && key.kind != .pod:
            return "replaces \(key)"
        default: break
        }
        if let replicas = patch.replicas {
            let present = index.maker(key)?.desiredReplicas ?? 1
            return "scales \(key) from \(present) to \(replicas)"
        }
        guard key.kind.makesPods || key.kind == .pod, patch.changesPods else {
            return "changes \(key) in place"
        }
        return restart(of: key)
    }

    /// `restarts 3 pods of Deployment shop/cart, behind Service "cart"; its budget lets 1 go`.
    private func restart(of key: ObjectKey) -> String {
        let pods = index.pods(ofWorkload: key).count { !$0.isFinished }
        let services = index.services(selecting: key).map { "Service \"\($0.metadata.name)\"" }
        let front = services.isEmpty ? "" : ", behind \(services.joined(separator: ", "))"
        let budgets = index.budgets(over: key).map {
            "PodDisruptionBudget \"\($0.metadata.name)\" lets \($0.status.disruptionsAllowed) go"
        }
        let guards = budgets.isEmpty ? "" : " (\(budgets.joined(separator: ", ")))"
        if key.kind == .cronJob { return "changes the next runs of \(key)" }
        let what =
            key.kind == .pod
            ? "the pod is made again"
            : pods == 0 ? "changes \(key), which has no pods" : "restarts \(count(pods)) of \(key)"
        return "\(what)\(front)\(guards)"
    }

    private func count(_ pods: Int) -> String { pods == 1 ? "1 pod" : "\(pods) pods" }
}

extension Patch {
    /// True if pods are replaced for it.
    var changesPods: Bool {
        switch kind {
        case .recreate, .rollback: return true
        case .create, .delete: return false
        case .json:
            return body.elements?.contains {
                ($0["path"]?.text ?? "").hasPrefix("/spec/template")
            } ?? false
        case .strategicMerge, .merge:
            return body["spec"]?["template"] != nil || body["spec"]?["jobTemplate"] != nil
                || target.kind == .pod
        }
    }
}

extension Workload {
    fileprivate var waitsForReadyPods: Bool {
        switch self {
        case let set as StatefulSet:
            set.spec.podManagementPolicy != "Parallel" || set.spec.updateStrategy.type == "OnDelete"
        case let set as DaemonSet: set.spec.updateStrategy.type == "OnDelete"
        default: false
        }
    }
}

extension Manager {
    /// Shows what the owner would do; it changes nothing.
    var command: String {
        switch tool {
        case .argoCD: return "argocd app diff \(name.shellWord)"
        case .flux:
            let place = namespace.isEmpty ? "" : " -n \(namespace.shellWord)"
            return "flux get all\(place) | grep -F -- \(name.shellWord)"
        case .helm:
            let place = namespace.isEmpty ? "" : " -n \(namespace.shellWord)"
            return "helm get values \(name.shellWord)\(place)"
        }
    }
}

/// Patches as kustomize takes them, for the repository that an object comes from.
enum Kustomization {
    static func text(_ patches: [Patch]) -> String {
        let entries = patches.compactMap { patch -> JSONValue? in
            let body = String(decoding: patch.kustomizeBody.bytes(.yaml), as: UTF8.self)
            switch patch.kind {
            case .create, .delete, .rollback: return nil
            default: return ["target": patch.target.kustomizeTarget, "patch": .string(body)]
            }
        }
        if entries.isEmpty { return "" }
        let document: JSONValue = ["patches": .array(entries)]
        return String(decoding: document.bytes(.yaml), as: UTF8.self)
    }
}

extension Patch {
    /// A merge names its object; a JSON patch is a list.
    fileprivate var kustomizeBody: JSONValue {
        if body.elements != nil { return body }
        var document: JSONValue = [
            "apiVersion": .string(target.kind.apiVersion), "kind": .string(target.kind.name),
            "metadata": ["name": JSONValue(target.name)],
        ]
        for member in body.members ?? [] {
            document[member.key] =
                member.key == "metadata"
                ? MergePatch.apply(member.value, to: ["name": JSONValue(target.name)])
                : member.value
        }
        return document
    }
}

extension ObjectKey {
    fileprivate var kustomizeTarget: JSONValue {
        var target: JSONValue = ["kind": .string(kind.name), "name": JSONValue(name)]
        if !namespace.isEmpty { target["namespace"] = JSONValue(namespace) }
        return target
    }
}
