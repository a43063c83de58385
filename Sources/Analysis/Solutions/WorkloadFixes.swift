import ClusterModel
import Detection

/// Back to the revision that worked, replicas, a rollout that goes on, a Service to name pods by.
enum WorkloadFixes {
    static func fixes(for fault: Fault, in file: CaseFile) -> [Fix] {
        switch fault {
        case .rollout(let revision):
            return [
                Fix(
                    "Go back to revision \(revision.previous) of \(revision.workload)",
                    rationale: "Revision \(revision.number) brought the trouble; the one before is "
                        + "still kept.", risk: .medium,
                    patches: [
                        Patch(
                            revision.workload, .rollback,
                            ["revision": .int(Int64(revision.previous))])
                    ],
                    releases: file.incident.isSilent ? [revision.workload] : [],
                    assumptions: ["that revision \(revision.previous) still runs as it did"])
            ]
        case .edited(let key, let isNew): return [compare(key, isNew: isNew)]
        case .paused(let key):
            return [
                Fix(
                    "Resume the rollout",
                    rationale: "It is paused half-way, so two versions run side by side.",
                    risk: .low,
                    patches: [Patch(key, .strategicMerge, ["spec": ["paused": .null]])],
                    releases: [key], assumptions: ["that the new pods become ready"])
            ]
        case .unobserved:
            return [
                Fix(
                    "See whether kube-controller-manager runs",
                    rationale: "It takes up every change within seconds, if it runs.", risk: .low,
                    command: "kubectl get -n kube-system lease/kube-controller-manager")
            ]
        case .refused(let key, let words):
            return [
                Fix(
                    "Change what the API server refuses", rationale: words, risk: .low,
                    command: ShellCommand.kubectl("describe", key))
            ]
        case .scaledToZero(let key, let replicas): return [scale(key, replicas)]
        case .workloadPods(let key, let state):
            return [
                Fix(
                    "Look at the pods that are not ready",
                    rationale: state.isEmpty
                        ? "What they wait for is not in what was read."
                        : "They are \(state).", risk: .low,
                    command: ShellCommand.kubectl("describe", key))
            ]
        case .governingService(let key, let name, _): return [governing(key, name, file)]
        case .misplacedPods(let key):
            return [
                Fix(
                    "Delete the pods that run where they should not",
                    rationale: "The DaemonSet's controller does not make them again there.",
                    risk: .low, command: ShellCommand.kubectl("describe", key))
            ]
        default: return []
        }
    }

    /// What an object was before is not kept anywhere, so there is nothing to go back to.
    private static func compare(_ key: ObjectKey, isNew: Bool) -> Fix {
        Fix(
            isNew
                ? "See whether \(key) is meant to be there"
                : "Compare \(key) with what it was before",
            rationale: isNew
                ? "It was not there while all was well."
                : "The cluster does not keep what it was; whoever changed it may.", risk: .low,
            // Whatever shows a Secret must not show its values.
            command: key.kind == .secret
                ? ShellCommand.kubectl("describe", key)
                : ShellCommand.kubectl("get", key, "-o yaml --show-managed-fields"))
    }

    private static func scale(_ key: ObjectKey, _ replicas: Int) -> Fix {
        let count = replicas == 1 ? "1 replica" : "\(replicas) replicas"
        return Fix(
            "Scale \(key) up to \(count)",
            rationale: "Traffic is sent to it and nobody answers. How many it had before is not "
                + "written down" + (replicas > 1 ? "; its HPA wants at least \(replicas)." : "."),
            risk: .low,
            patches: [
                Patch(key, .strategicMerge, ["spec": ["replicas": .int(Int64(replicas))]])
            ], assumptions: ["that nobody scaled it down on purpose"])
    }

    /// A StatefulSet's serviceName cannot be changed, so the Service is made.
    private static func governing(_ key: ObjectKey, _ name: Symbol, _ file: CaseFile) -> Fix {
        let labels = file.index.podLabels(of: key) ?? StringMap()
        let place = file.index.position(of: key)
        let own = place.map { file.snapshot.statefulSets[$0].spec.selector.matchLabels }
        let selector = own.flatMap { $0.isEmpty ? nil : $0 } ?? labels
        let ports = (file.index.podSpec(of: key)?.containers ?? []).flatMap(\.ports).map {
            port -> JSONValue in
            [
                "name": port.name.isEmpty ? "port-\(port.containerPort)" : JSONValue(port.name),
                "port": .int(Int64(port.containerPort)),
            ]
        }
        var spec: JSONValue = [
            "clusterIP": "None",
            "selector": .object(selector.entries.map { .init($0.key.string, JSONValue($0.value)) }),
        ]
        if !ports.isEmpty { spec["ports"] = .array(ports) }
        return Fix(
            "Create the headless Service \"\(name)\"",
            rationale: "The pods get their names in DNS from it, and a StatefulSet's serviceName "
                + "cannot be changed.", risk: .low,
            patches: [
                Patch(
                    ObjectKey(.service, key.namespace, name), .create,
                    [
                        "apiVersion": "v1", "kind": "Service",
                        "metadata": [
                            "name": JSONValue(name), "namespace": JSONValue(key.namespace),
                        ],
                        "spec": spec,
                    ])
            ])
    }
}

extension Incident {
    /// Pods wait and do not say for what: as far as is known, pods of before did not wait for it.
    fileprivate var isSilent: Bool {
        switch rule.category {
        case .daemonSetUnavailable, .rolloutStuck, .statefulSetStuck: true
        default: false
        }
    }
}
