import ClusterModel
import Detection

/// Webhooks that answer, certificates that hold, rights, name servers.
enum ClusterFixes {
    static func fixes(for fault: Fault, in file: CaseFile) -> [Fix] {
        switch fault {
        case .webhook(let key, let index, let service, let near, let workload):
            return webhook(key, index, service, near, workload, file)
        case .certificate(let key): return [certificate(key)]
        case .rights(let denial): return [rights(denial)]
        case .nameServer(let key, let workload): return [nameServer(key, workload, file)]
        case .nameServers(let key):
            return [
                Fix(
                    "Shorten the resolver configuration of \(key)",
                    rationale: "The C library of most images reads three name servers and no more.",
                    risk: .low, command: ShellCommand.kubectl("describe", key))
            ]
        default: return []
        }
    }

    private static func webhook(
        _ key: ObjectKey, _ index: Int, _ service: ObjectKey, _ near: Symbol?,
        _ workload: ObjectKey?, _ file: CaseFile
    ) -> [Fix] {
        let ask = near.map { askInstead($0, of: service, at: index, in: key) }
        let answer =
            workload.flatMap { awaken($0, file) }
            ?? (near == nil ? mend(workload ?? service) : nil)
        return [ask, answer].compactMap(\.self) + [ignore(key, index)]
    }

    private static func askInstead(
        _ near: Symbol, of service: ObjectKey, at index: Int, in key: ObjectKey
    ) -> Fix {
        Fix(
            "Ask Service \"\(near)\" instead of \"\(service.name)\"",
            rationale: "It exists and differs by a few letters.", risk: .low,
            patches: [
                Patch(
                    key, .json,
                    [
                        [
                            "op": "replace",
                            "path": .string("/webhooks/\(index)/clientConfig/service/name"),
                            "value": JSONValue(near),
                        ]
                    ])
            ])
    }

    /// Nil for a workload that has replicas.
    private static func awaken(_ workload: ObjectKey, _ file: CaseFile) -> Fix? {
        guard file.index.maker(workload)?.desiredReplicas == 0 else { return nil }
        return Fix(
            "Scale \(workload) up to 1 replica",
            rationale: "It answers the webhook, and it has no pod.", risk: .low,
            patches: [Patch(workload, .strategicMerge, ["spec": ["replicas": 1]])],
            assumptions: ["that it starts without the webhook's consent"])
    }

    private static func mend(_ behind: ObjectKey) -> Fix {
        Fix(
            "Mend \(behind), which answers the webhook",
            rationale: "Nothing behind it is ready.", risk: .low,
            command: ShellCommand.kubectl("describe", behind))
    }

    private static func ignore(_ key: ObjectKey, _ index: Int) -> Fix {
        Fix(
            "Let the API server go on without the webhook's answer",
            rationale: "failurePolicy Ignore lifts the block at once, and with it whatever the "
                + "webhook guards. Set it back once the webhook answers.", risk: .high,
            patches: [
                Patch(
                    key, .json,
                    [
                        [
                            "op": "add", "path": .string("/webhooks/\(index)/failurePolicy"),
                            "value": "Ignore",
                        ]
                    ])
            ])
    }

    private static func certificate(_ key: ObjectKey) -> Fix {
        if key.kind == .user {
            return Fix(
                "Get a new client certificate",
                rationale: "With the one in the kubeconfig the API server will let nobody in.",
                risk: .low, command: "kubectl config view --minify")
        }
        let place = ShellCommand.namespaceFlag(key)
        return Fix(
            "Renew the certificate",
            rationale: "If cert-manager keeps it, ask for a renewal (cmctl renew); otherwise put "
                + "the new pair into the Secret.", risk: .low,
            command: "kubectl create secret tls\(place) \(key.name.string.shellWord) "
                + "--cert=CERT --key=KEY --dry-run=client -o yaml | kubectl apply -f -")
    }

    /// A role for exactly what was refused. Roles are not among what was read, so this is not tried.
    private static func rights(_ denial: MessageSignature.Denial) -> Fix {
        let place = denial.namespace.isEmpty ? "" : " -n \(denial.namespace.shellWord)"
        let kind = denial.namespace.isEmpty ? "clusterrole" : "role"
        let resource = denial.resource
        let name = "\(denial.verb)-\(resource.split(separator: ".").first ?? "")".shellWord
        let subject =
            denial.serviceAccount.map {
                "--serviceaccount=\("\($0.namespace):\($0.name)".shellWord)"
            }
            ?? "--user=\(denial.user.shellWord)"
        return Fix(
            "Allow \"\(denial.user)\" to \(denial.verb) \(resource)",
            rationale: "A role for this verb and resource alone. Whether the program needs more "
                + "shows when it has this.", risk: .medium,
            command: "kubectl create \(kind)\(place) \(name) --verb=\(denial.verb.shellWord) "
                + "--resource=\(resource.shellWord) && kubectl create \(kind)binding\(place) \(name) "
                + "--\(kind)=\(name) \(subject)")
    }

    private static func nameServer(
        _ key: ObjectKey, _ workload: ObjectKey?, _ file: CaseFile
    ) -> Fix {
        guard let workload, file.index.maker(workload)?.desiredReplicas == 0 else {
            return Fix(
                "Mend the name server's pods",
                rationale: "Nothing in the cluster resolves names until one of them is ready.",
                risk: .low, command: ShellCommand.kubectl("describe", workload ?? key))
        }
        return Fix(
            "Scale \(workload) up to 2 replicas",
            rationale: "Two are what installers set: one may go while the other answers.",
            risk: .low,
            patches: [Patch(workload, .strategicMerge, ["spec": ["replicas": 2]])],
            releases: Set(file.pods.map(file.index.workload(of:))))
    }
}
