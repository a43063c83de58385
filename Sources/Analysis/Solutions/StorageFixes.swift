import ClusterModel
import Detection

/// Classes that exist, a default, a strategy that lets go of the volume first.
enum StorageFixes {
    static func fixes(for fault: Fault, in file: CaseFile) -> [Fix] {
        switch fault {
        case .storageClass(let claims, let missing, let right):
            return storageClass(claims, missing, right, file)
        case .noDefaultClass(_, let only): return [defaultClass(only)]
        case .noVolume(let claim, let words):
            return [
                Fix(
                    "Provide a volume that fits",
                    rationale: words, risk: .low, command: ShellCommand.kubectl("describe", claim))
            ]
        case .volumeGone(let claim):
            return [
                Fix(
                    "Restore the volume from a backup, or make the claim again, empty",
                    rationale: "What was on the volume is lost to the cluster; a new claim starts "
                        + "empty.", risk: .high, command: ShellCommand.kubectl("describe", claim))
            ]
        case .attachedElsewhere(let claim, let deployment): return attached(claim, deployment, file)
        case .volume(let workload, let failure): return [volume(workload, failure)]
        default: return []
        }
    }

    private static func storageClass(
        _ claims: [ObjectKey], _ missing: Symbol, _ right: Symbol?, _ file: CaseFile
    ) -> [Fix] {
        let create = Fix(
            "Create the storage class \"\(missing)\"",
            rationale: "If the name is right, the class was never installed in this cluster.",
            risk: .low, command: "kubectl get storageclasses -o yaml")
        guard let right, !claims.isEmpty else { return [create] }
        return [
            Fix(
                "Make \(claims.count == 1 ? "the claim" : "the claims") again with class \"\(right)\"",
                rationale:
                    "A claim's class cannot be changed; a claim that has no volume yet loses "
                    + "nothing by being made again.", risk: .low,
                patches: claims.map {
                    Patch($0, .recreate, ["spec": ["storageClassName": JSONValue(right)]])
                }, assumptions: ["that the provisioner of \"\(right)\" has storage to give"]),
            create,
        ]
    }

    private static func defaultClass(_ only: Symbol?) -> Fix {
        guard let only else {
            return Fix(
                "Make one storage class the default, or name one in the claim",
                rationale: "Which one is meant cannot be told from the claim.", risk: .low,
                command: "kubectl get storageclasses")
        }
        return Fix(
            "Make \"\(only)\" the default class",
            rationale: "It is the only one; claims that name none, this one among them, then get "
                + "it.", risk: .low,
            patches: [
                Patch(
                    ObjectKey(.storageClass, .empty, only), .strategicMerge,
                    [
                        "metadata": [
                            "annotations": ["storageclass.kubernetes.io/is-default-class": "true"]
                        ]
                    ])
            ], assumptions: ["that the provisioner of \"\(only)\" has storage to give"])
    }

    private static func attached(
        _ claim: ObjectKey, _ deployment: ObjectKey?, _ file: CaseFile
    ) -> [Fix] {
        let wait = Fix(
            "Take the pod away that still holds the volume",
            rationale: "The volume is free once the pod that uses it has ended, or, if its node is "
                + "dead, six minutes after the pod is deleted by force.", risk: .medium,
            command: "kubectl get volumeattachments")
        guard let deployment else { return [wait] }
        return [
            Fix(
                "Let \(deployment) end its old pod before it makes the new one",
                rationale: "A volume that one node at a time may have cannot be handed over by a "
                    + "rolling update.", risk: .medium,
                patches: [
                    Patch(
                        deployment, .strategicMerge,
                        ["spec": ["strategy": ["type": "Recreate", "rollingUpdate": .null]]])
                ], releases: [deployment],
                assumptions: ["that the old pod's node lets go of the volume"]), wait,
        ]
    }

    private static func volume(_ workload: ObjectKey, _ failure: VolumeFailure) -> Fix {
        let title =
            switch failure {
            case .driverMissing: "Install the CSI driver on the node"
            case .pathMissing, .wrongType: "Make the path on the node, or name one that is there"
            case .denied: "Let the storage accept the node"
            case .timedOut, .attachedElsewhere: "See whether the storage answers"
            case .other: "Look at what the kubelet says of the volume"
            }
        return Fix(
            title, rationale: "The volume \(failure.phrase).", risk: .low,
            command: ShellCommand.kubectl("describe", workload))
    }
}
