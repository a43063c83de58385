import ClusterModel
import Detection

/// Why the kubelet or the runtime refuses to make a container although all it refers to is there.
enum StartRefusalCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        guard file.incident.resource.kind != .secret, file.incident.resource.kind != .configMap,
            let place = file.place, let (pod, container) = file.container(place),
            let waiting = container.status.state.waiting
        else { return [] }
        let refusal = StartRefusal(MessageText(waiting.message))
        var evidence = file.given
        if case .runsAsRoot = refusal, let field = userField(pod, container) {
            evidence.append(file.cite(pod.key, field.path, field.value))
        }
        return [
            RootCause(
                .startRefused(place, refusal), on: place.workload, file.incident.rule.category,
                refusal.isKnown ? .certain : .likely,
                "Container \"\(place.container)\" \(refusal.phrase).", evidence: evidence)
        ]
    }

    private static func userField(
        _ pod: Pod, _ container: ContainerView
    ) -> (path: String, value: String)? {
        if let own = container.spec?.securityContext?.runAsNonRoot {
            return ("\(container.specPath).securityContext.runAsNonRoot", "\(own)")
        }
        return pod.spec.securityContext?.runAsNonRoot.map {
            ("spec.securityContext.runAsNonRoot", "\($0)")
        }
    }
}

extension StartRefusal {
    fileprivate var isKnown: Bool { if case .other = self { false } else { true } }
}

extension CaseFile {
    /// The container that the incident is about: its detail names it, or else the title does; of a
    /// pod's only container no name is needed.
    var place: ContainerPlace? {
        for workload in workloads {
            guard let spec = podSpec(of: workload) else { continue }
            let named = [incident.detail, quotedName].lazy.compactMap { name in
                spec.container(Symbol(name))
                    ?? spec.allContainers.first {
                        $0.container.image.string == name
                    }
            }.first
            let only = spec.allContainers.count == 1 ? spec.allContainers.first : nil
            if let found = named ?? only {
                return ContainerPlace(
                    workload: workload, container: found.container.name, isInit: found.isInit)
            }
        }
        return nil
    }

    /// What a workload's pods are; where only pods were read, what a pod of it is.
    func podSpec(of workload: ObjectKey) -> PodSpec? {
        index.podSpec(of: workload)
            ?? pods.first { index.workload(of: $0) == workload }.map(\.spec)
    }

    private var quotedName: String {
        let parts = incident.title.split(separator: "\"", omittingEmptySubsequences: false)
        return parts.count >= 3 ? String(parts[1]) : ""
    }

    /// A pod of the incident, with its container of that name that is not well.
    func container(_ place: ContainerPlace) -> (pod: Pod, container: ContainerView)? {
        let found = pods.compactMap { pod in
            pod.containerViews.first { $0.name == place.container }.map { (pod, $0) }
        }
        return found.first { !$0.1.status.ready } ?? found.first
    }
}
