package import ClusterModel

/// Ports that lead nowhere: a Service's targetPort that no container of its ready pods has, or two
/// containers of one pod that want the same port.
///
/// - Exceptions: headless Services; a numeric targetPort while some container declares no port at
///   all (it may listen anywhere), or while a probe asks that port; Services without ready pods.
/// - Severity: high.
/// - Evidence: the targetPort, the ports the containers declare, the EndpointSlice that lacks the
///   port.
enum PortMismatchDetector: Detector {
    static let rule = Rule(
        "AEG-402", .portMismatch, .high, layer: .placement,
        "a Service's targetPort is served by no container, or two containers want one port")

    static func findings(in view: ClusterView) -> [Finding] {
        var backends = BackendsBySelection(view)
        var slices = SlicesByService(view.snapshot)
        return view.snapshot.services.flatMap {
            targetPorts(of: $0, backends.backends(of: $0), &slices)
        }
            + view.snapshot.deployments.flatMap(conflicts)
            + view.snapshot.statefulSets.flatMap(conflicts)
            + view.snapshot.daemonSets.flatMap(conflicts)
    }

    private static func targetPorts(
        of service: Service, _ backends: ServiceBackends?, _ slices: inout SlicesByService
    ) -> [Finding] {
        guard !service.spec.isHeadless, let backends else { return [] }
        let ready = backends.ready
        guard let example = ready.first else { return [] }
        return service.spec.ports.enumerated().compactMap { i, port in
            let target = port.target
            // Most Services are right, which the first pod tells.
            guard ready.allSatisfy({ $0.spec.misses(target, port.protocol) }) else { return nil }
            let declared = example.spec.declaredPorts
            return Finding(
                rule, on: service.key,
                cause: Cause(service.key, detail: "\(port.port)"),
                title: "targetPort \(target) is served by no container",
                message: .mismatch(service, port, example, declared),
                since: service.setAt,
                evidence: [
                    Evidence(service.key, "spec.ports[\(i)].targetPort", "\(target)"),
                    Evidence(example.key, "spec.containers[*].ports", declared),
                ] + emptySlice(of: service, port, &slices), standsAlone: true)
        }
    }

    /// The endpoint controller leaves out a named port that it does not find.
    private static func emptySlice(
        of service: Service, _ port: ServicePort, _ slices: inout SlicesByService
    ) -> [Evidence] {
        guard case .string = port.targetPort else { return [] }
        let slice = slices[service.key].first { !$0.endpoints.isEmpty }
        guard let slice, !slice.ports.contains(where: { $0.name == port.name }) else { return [] }
        let names = slice.ports.map { "\($0.name)" }.joined(separator: ", ")
        return [
            Evidence(
                slice.key, "ports", names.isEmpty ? "none" : names,
                note: "\(slice.endpoints.count) endpoints without this port")
        ]
    }

    private static func conflicts(_ workload: some Workload) -> [Finding] {
        var taken: [String: Symbol] = [:]
        var findings: [Finding] = []
        for (place, container) in workload.template.spec.placesRunningTogether {
            for (j, port) in container.ports.enumerated() {
                let id = "\(port.containerPort)/\(port.protocol.or("TCP"))"
                let other = taken.updateValue(container.name, forKey: id)
                guard let other, other != container.name else { continue }
                findings.append(
                    Finding(
                        rule, on: workload.key, cause: Cause(workload.key, detail: id),
                        title: "two containers want port \(id)",
                        message: .conflict(workload.key, other, container.name, id),
                        evidence: [
                            Evidence(
                                workload.key,
                                "spec.template.\(place).ports[\(j)].containerPort",
                                "\(port.containerPort)", note: "also wanted by \(other)")
                        ]))
            }
        }
        return findings
    }
}

extension ServicePort {
    /// Where traffic goes: the API's default is the Service's own port.
    package var target: IntOrString { targetPort == .int(0) ? .int(port) : targetPort }
}

extension PodSpec {
    /// The containers that run at the same time.
    private var runningTogether: [Container] {
        self.containers + self.initContainers.filter(\.isSidecar)
    }

    fileprivate var placesRunningTogether: [(place: String, container: Container)] {
        self.containers.enumerated().map { ("spec.containers[\($0)]", $1) }
            + self.initContainers.enumerated().filter(\.element.isSidecar)
            .map { ("spec.initContainers[\($0)]", $1) }
    }

    /// True if the pod certainly does not serve the port.
    fileprivate func misses(_ target: IntOrString, _ proto: Symbol) -> Bool {
        let all = runningTogether
        let declared = all.flatMap(\.ports)
        let wanted = proto.or("TCP")
        switch target {
        case .string(let name):
            return !declared.contains { $0.name == name && $0.protocol.or("TCP") == wanted }
        case .int(let number):
            return all.allSatisfy { !$0.ports.isEmpty }
                && !declared.contains { $0.containerPort == number }
                && !all.contains { $0.probedPorts.contains(target) }
        }
    }

    fileprivate var declaredPorts: String {
        let ports = runningTogether.flatMap(\.ports).map {
            $0.name.isEmpty ? "\($0.containerPort)" : "\($0.name)=\($0.containerPort)"
        }
        return ports.isEmpty ? "none" : ports.joined(separator: ", ")
    }
}

extension Container {
    fileprivate var probedPorts: [IntOrString] {
        [livenessProbe, readinessProbe, startupProbe].compactMap { $0?.content.port }
    }
}

extension String {
    fileprivate static func mismatch(
        _ service: Service, _ port: ServicePort, _ pod: Pod, _ declared: String
    ) -> String {
        "\(service.key) sends port \(port.port) to targetPort \(port.target), which no container "
            + "of its ready pods has; \(pod.key) declares \(declared)."
    }

    fileprivate static func conflict(
        _ workload: ObjectKey, _ first: Symbol, _ second: Symbol, _ port: String
    ) -> String {
        "Containers \"\(first)\" and \"\(second)\" of \(workload) both want port \(port); they "
            + "share the pod's address, so only one can have it."
    }
}
