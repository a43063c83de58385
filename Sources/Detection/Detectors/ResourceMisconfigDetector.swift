import ClusterModel

/// Containers without requests or a memory limit, with a limit below the request, or with an image
/// whose tag may mean something else tomorrow; once for a workload, not for each of its pods.
///
/// - Exceptions: a missing CPU limit (it slows a container down but ends nothing); what the pod or a
///   LimitRange of the namespace fills in; init containers; images named by digest; finished pods
///   and Jobs, and what another workload makes.
/// - Severity: low (advice: only computed when asked for).
/// - Evidence: the fields of the template that are missing or wrong.
enum ResourceMisconfigDetector: Detector {
    static let rule = Rule(
        "AEG-501", .resourceMisconfig, .low, layer: .advice,
        "a container has no requests, no memory limit or no fixed image tag")

    static func findings(in view: ClusterView) -> [Finding] {
        let defaults = ContainerDefaults(view.snapshot.limitRanges)
        let snapshot = view.snapshot
        let templates =
            snapshot.cronJobs.lazy.map { Template($0) } + snapshot.daemonSets.map { Template($0) }
            + snapshot.deployments.map { Template($0) }
            + snapshot.jobs.filter { $0.isOwn && !$0.isOver }.map { Template($0) }
            + snapshot.replicaSets.filter(\.isOwn).map { Template($0) }
            + snapshot.statefulSets.map { Template($0) } + Template.ofPods(in: view)
        return templates.compactMap { finding($0, defaults) }
    }

    private static func finding(_ template: Template, _ defaults: ContainerDefaults) -> Finding? {
        let faults = template.containers.flatMap { path, container in
            container.faults(at: path, template, defaults)
        }
        if faults.isEmpty { return nil }
        let names = Set(faults.map(\.container)).sorted().map { "\"\($0)\"" }
        return Finding(
            rule, on: template.shownBy, cause: Cause(template.key), title: .title(names),
            message: .message(template, faults),
            evidence: faults.map {
                Evidence(template.shownBy, $0.path, $0.value, note: $0.text)
            })
    }
}

/// A pod template with where it stands; for pods that nothing in the snapshot makes, their own
/// specification.
private struct Template {
    /// The workload it belongs to.
    let key: ObjectKey
    /// The object that was read, which has the fields.
    let shownBy: ObjectKey
    let spec: PodSpec
    let path: String

    init(_ workload: some Workload) {
        key = workload.key
        shownBy = workload.key
        spec = workload.template.spec
        path = "\(workload.templatePath).spec"
    }

    private init(_ pod: Pod, of key: ObjectKey) {
        self.key = key
        shownBy = pod.key
        spec = pod.spec
        path = "spec"
    }

    /// One for each pod of its own and for each workload of which only pods were read.
    static func ofPods(in view: ClusterView) -> [Template] {
        var seen: Set<ObjectKey> = []
        return view.snapshot.pods.compactMap { pod in
            if pod.isFinished { return nil }
            guard pod.metadata.controller != nil else { return Template(pod, of: pod.key) }
            guard let owner = pod.metadata.controllerKey, !view.index.contains(owner),
                seen.insert(owner).inserted
            else { return nil }
            return Template(pod, of: view.index.workload(of: pod))
        }
    }

    /// Containers and sidecars, each with its field path.
    var containers: [(String, Container)] {
        spec.containers.enumerated().map { ("\(path).containers[\($0)]", $1) }
            + spec.initContainers.enumerated().filter(\.element.isSidecar)
            .map { ("\(path).initContainers[\($0.offset)]", $0.element) }
    }
}

/// What LimitRanges fill in for containers of a namespace.
private struct ContainerDefaults {
    private struct Place: Hashable {
        let namespace: Symbol
        let resource: Symbol
    }

    private var limits: Set<Place> = []
    private var requests: Set<Place> = []

    init(_ limitRanges: [LimitRange]) {
        for range in limitRanges {
            let namespace = range.metadata.namespace
            for item in range.spec.limits where item.type == "Container" {
                for entry in item.defaultLimit.entries {
                    limits.insert(Place(namespace: namespace, resource: entry.name))
                }
                for entry in item.defaultRequest.entries {
                    requests.insert(Place(namespace: namespace, resource: entry.name))
                }
            }
        }
    }

    func hasLimit(_ resource: Symbol, in namespace: Symbol) -> Bool {
        limits.contains(Place(namespace: namespace, resource: resource))
    }

    /// A default limit is the request where none is given.
    func hasRequest(_ resource: Symbol, in namespace: Symbol) -> Bool {
        requests.contains(Place(namespace: namespace, resource: resource))
            || hasLimit(resource, in: namespace)
    }
}

/// One thing to be improved about a container.
private struct Fault {
    let container: Symbol
    let path: String
    let value: String
    let text: String
}

extension Container {
    fileprivate func faults(
        at path: String, _ template: Template, _ defaults: ContainerDefaults
    ) -> [Fault] {
        resourceFaults(at: "\(path).resources", template, defaults) + imageFaults(at: path)
    }

    private func resourceFaults(
        at path: String, _ template: Template, _ defaults: ContainerDefaults
    ) -> [Fault] {
        let namespace = template.key.namespace
        let shared = template.spec.resources
        var faults = [Symbol.cpu, .memory].filter { resource in
            resources.request(resource) == nil && shared?.request(resource) == nil
                && !defaults.hasRequest(resource, in: namespace)
        }.map { fault("\(path).requests.\($0)", "no \($0) request") }
        if resources.limits[.memory] == nil, shared?.limits[.memory] == nil,
            !defaults.hasLimit(.memory, in: namespace)
        {
            faults.append(fault("\(path).limits.memory", "no memory limit"))
        }
        for limit in resources.limits.entries {
            guard let request = resources.requests[limit.name], limit.amount < request else {
                continue
            }
            faults.append(
                fault(
                    "\(path).limits.\(limit.name)",
                    "\(limit.name) limit \(limit.amount) below the request of \(request)",
                    value: "\(limit.amount)"))
        }
        return faults
    }

    private func imageFaults(at path: String) -> [Fault] {
        guard !image.isEmpty else { return [] }
        switch image.imageTag {
        case nil: return [fault("\(path).image", "image without a tag", value: image.string)]
        case "latest": return [fault("\(path).image", "image tag latest", value: image.string)]
        default: return []
        }
    }

    private func fault(_ path: String, _ text: String, value: String = "not set") -> Fault {
        Fault(container: name, path: path, value: value, text: text)
    }
}

extension Symbol {
    fileprivate static let cpu: Symbol = "cpu"
    fileprivate static let memory: Symbol = "memory"
}

extension Workload {
    /// True if no other workload makes it.
    fileprivate var isOwn: Bool { metadata.controllerKey == nil }
}

extension Job {
    fileprivate var isOver: Bool {
        status.conditions.contains {
            ($0.type == "Complete" || $0.type == "Failed") && $0.status == "True"
        }
    }
}

extension String {
    fileprivate static func title(_ names: [String]) -> String {
        "\(names.count == 1 ? "container" : "containers") \(names.joined(separator: ", ")) should "
            + "set resources and a fixed image tag"
    }

    fileprivate static func message(_ template: Template, _ faults: [Fault]) -> String {
        let byContainer = Dictionary(grouping: faults, by: \.container).sorted { $0.key < $1.key }
        let parts = byContainer.map { name, faults in
            "container \"\(name)\" has \(faults.map(\.text).joined(separator: ", "))"
        }
        return "In \(template.key) \(parts.joined(separator: "; "))."
    }
}
