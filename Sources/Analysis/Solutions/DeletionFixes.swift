import ClusterModel
import Detection

/// What lets a deleted object go.
enum DeletionFixes {
    static func fixes(for fault: Fault, in file: CaseFile) -> [Fix] {
        switch fault {
        case .finalizer(let key, let finalizers): return finalizer(key, finalizers)
        case .unconfirmedEnd(let pod, let nodeIsGone):
            return [
                Fix(
                    "Delete \(pod) by force",
                    rationale: nodeIsGone
                        ? "Its node is gone, so nothing of it can still run."
                        : "If its node still runs, its containers may run on unseen: look first.",
                    risk: nodeIsGone ? .low : .high,
                    patches: [Patch(pod, .delete, .null)],
                    command: ShellCommand.kubectl("delete", pod, "--force --grace-period=0"))
            ]
        case .remains(let namespace):
            return [
                Fix(
                    "List what is left in \(namespace)",
                    rationale: "Each object left says by its finalizers who has to clean up after "
                        + "it.", risk: .low,
                    command: "kubectl api-resources --verbs=list --namespaced -o name | xargs -n 1 "
                        + "kubectl get -n \(namespace.name.string.shellWord) --ignore-not-found "
                        + "--show-kind")
            ]
        case .claimInUse(let claim, let pod):
            return [
                Fix(
                    "Let \(pod) go, or leave the claim",
                    rationale: "\(claim) goes as soon as no pod uses it; its data goes with it.",
                    risk: .high, command: ShellCommand.kubectl("describe", pod))
            ]
        default: return []
        }
    }

    private static func finalizer(_ key: ObjectKey, _ finalizers: [Symbol]) -> [Fix] {
        let names = finalizers.map(\.string).joined(separator: ", ")
        return [
            Fix(
                "Bring back the controller that removes \(names)",
                rationale: "It cleans up what belongs to the object elsewhere, and then lets it "
                    + "go.", risk: .low, command: ShellCommand.kubectl("describe", key)),
            Fix(
                "Remove \(names) from \(key)",
                rationale: "If its controller is gone for good. Whatever it should have cleaned up "
                    + "(disks, load balancers, records) stays behind.", risk: .high,
                patches: [Patch(key, .merge, ["metadata": ["finalizers": .null]])]),
        ]
    }
}
