import ClusterModel
import Detection

/// Which bound of a quota or LimitRange a workload does not keep, by how much, and who uses the rest.
enum QuotaCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        let key = file.incident.resource
        let refused = file.incident.affected.filter(\.kind.makesPods).map(file.index.topOwner)
        let workload = refused.first ?? (key.kind.makesPods ? key : nil)
        if let place = file.index.position(of: key), key.kind == .resourceQuota {
            return [quota(file.snapshot.resourceQuotas[place], workload, &file)]
        }
        guard let workload else { return [] }
        if let found = file.breach(of: workload) {
            return [
                file.workloadCause(
                    .limitRange(found.range, workload: workload, found.breach), .certain,
                    "\(workload) asks for \(found.asked) \(found.breach.resource) in a container, "
                        + "and the \(found.breach.isMaximum ? "most" : "least") that "
                        + "\(found.range) allows is \(found.breach.bound).", on: found.range)
            ]
        }
        guard let told = file.toldBreach(of: workload) else { return [] }
        return [
            file.workloadCause(
                .limitRange(key, workload: workload, told), .certain,
                "The \(told.isMaximum ? "most" : "least") \(told.resource) that \(key) allows a "
                    + "container is \(told.bound), and a pod of \(workload) asks for "
                    + "\(told.isMaximum ? "more" : "less").")
        ]
    }

    private static func quota(
        _ quota: ResourceQuota, _ workload: ObjectKey?, _ file: inout CaseFile
    ) -> RootCause {
        let excess = refusedExcess(file) ?? excess(of: quota, workload, file)
        guard let first = excess.first else {
            return file.workloadCause(
                .quota(quota.key, workload: workload, []), .likely, file.incident.message)
        }
        let users = biggestUsers(
            of: first.resource, in: quota.metadata.namespace, but: workload, file)
        let facts = users.map { user in
            file.cite(
                user.workload, "spec.template.spec.containers[*].resources",
                AmountText.of(first.resource.bare, milli: user.amount),
                note: "\(first.resource) in use by its pods")
        }
        let name = first.resource.bare
        let who =
            users.isEmpty
            ? "" : "; most is used by \(users.map(\.workload.description).joined(separator: ", "))"
        let need = workload.map { "A pod of \($0) needs" } ?? "The next pod needs"
        return file.workloadCause(
            .quota(quota.key, workload: workload, excess), .certain,
            workload == nil
                ? "\(AmountText.of(name, milli: first.used)) of "
                    + "\(AmountText.of(name, milli: first.hard)) \(first.resource) are used up\(who)."
                : "\(need) \(AmountText.of(name, milli: first.wanted)) \(first.resource), and of "
                    + "\(AmountText.of(name, milli: first.hard)) only "
                    + "\(AmountText.of(name, milli: max(0, first.hard &- first.used))) are left\(who).",
            facts)
    }

    /// What the API server said: `requested: requests.cpu=1, used: requests.cpu=1500m, limited:
    /// requests.cpu=2`.
    private static func refusedExcess(_ file: CaseFile) -> [QuotaExcess]? {
        let text = file.incident.evidence.map(\.value).first { $0.contains("exceeded quota: ") }
        guard let text else { return nil }
        let (wanted, used, hard) = (
            amounts(after: "requested: ", in: text), amounts(after: "used: ", in: text),
            amounts(after: "limited: ", in: text)
        )
        let excess = wanted.compactMap { name, amount -> QuotaExcess? in
            guard let hard = hard[name] else { return nil }
            return QuotaExcess(
                resource: name, wanted: amount.milli, used: used[name]?.milli ?? 0, hard: hard.milli
            )
        }
        return excess.isEmpty ? nil : excess.sorted { $0.resource < $1.resource }
    }

    private static func amounts(after mark: String, in text: String) -> [Symbol: Quantity] {
        guard let place = text.firstRange(of: mark) else { return [:] }
        let list = text[place.upperBound...].split(separator: ", ").first ?? ""
        let pairs = list.split(separator: ",").compactMap { pair -> (Symbol, Quantity)? in
            let parts = pair.split(separator: "=")
            guard parts.count == 2 else { return nil }
            return (Symbol(String(parts[0])), Quantity(Symbol(String(parts[1]))))
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// What one more pod needs beyond what is left; for a quota that is only nearly full, what is.
    private static func excess(
        of quota: ResourceQuota, _ workload: ObjectKey?, _ file: CaseFile
    ) -> [QuotaExcess] {
        let spec = workload.flatMap(file.index.podSpec(of:))
        let demand = spec.map(QuotaDemand.init)
        return quota.status.hard.entries.compactMap { entry in
            let used = quota.status.used[entry.name]?.milli ?? 0
            let wanted = demand?.amount(entry.name) ?? 0
            let excess = QuotaExcess(
                resource: entry.name, wanted: wanted, used: used, hard: entry.amount.milli)
            if demand != nil {
                return PodRequest.sum(used, wanted) > entry.amount.milli ? excess : nil
            }
            return entry.amount.milli > 0 && used / 95 >= entry.amount.milli / 100 ? excess : nil
        }
    }

    private static func biggestUsers(
        of resource: Symbol, in namespace: Symbol, but workload: ObjectKey?, _ file: CaseFile
    ) -> [(workload: ObjectKey, amount: Int64)] {
        var use: [ObjectKey: Int64] = [:]
        for pod in file.index.pods(inNamespace: namespace) where !pod.isFinished {
            let amount = QuotaDemand(pod.spec).amount(resource)
            let owner = file.index.workload(of: pod)
            use[owner] = PodRequest.sum(use[owner] ?? 0, amount)
        }
        return use.filter { $0.value > 0 && $0.key != workload }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2)
            .map { ($0.key, $0.value) }
    }
}

/// What a pod counts for in a quota (`pkg/quota/v1/evaluator/core/pods.go`), in thousandths.
struct QuotaDemand {
    private let request: PodRequest
    private var limits: [Symbol: Int64] = [:]

    init(_ spec: PodSpec) {
        request = PodRequest(spec)
        for container in spec.containers {
            for entry in container.resources.limits.entries {
                limits[entry.name] = PodRequest.sum(limits[entry.name] ?? 0, entry.amount.milli)
            }
        }
    }

    func amount(_ resource: Symbol) -> Int64 {
        let name = resource.string
        if name == "pods" || name == "count/pods" { return 1000 }
        if name.hasPrefix("limits.") { return limits[resource.bare] ?? 0 }
        return request.amounts[resource.bare] ?? 0
    }
}

extension Symbol {
    /// `cpu` of a quota's `requests.cpu` and `limits.cpu`.
    var bare: Symbol {
        for prefix in ["requests.", "limits."] where string.hasPrefix(prefix) {
            return Symbol(String(string.dropFirst(prefix.count)))
        }
        return self
    }
}

extension CaseFile {
    /// The first bound of a LimitRange of the namespace that a container of the workload breaks.
    fileprivate func breach(
        of workload: ObjectKey
    ) -> (range: ObjectKey, breach: LimitBreach, asked: Quantity)? {
        guard let spec = index.podSpec(of: workload) else { return nil }
        return snapshot.limitBreach(of: spec, in: workload.namespace)
    }

    /// `maximum cpu usage per Container is 500m, but limit is 1`: with defaults filled in, the API
    /// server knows more than the template. Which container it means is clear if there is one.
    fileprivate func toldBreach(of workload: ObjectKey) -> LimitBreach? {
        let container = index.podSpec(of: workload)?.containers
        for text in incident.evidence.map(\.value) {
            for resource in ["cpu", "memory", "ephemeral-storage"] as [Symbol] {
                for (word, isMaximum) in [("maximum", true), ("minimum", false)] {
                    let phrase = "\(word) \(resource) usage per Container is "
                    guard let place = text.firstRange(of: phrase) else { continue }
                    let amount = text[place.upperBound...].prefix {
                        $0 != "," && $0 != " " && $0 != "."
                    }
                    let name = container?.count == 1 ? container?.first?.name : nil
                    return LimitBreach(
                        resource: resource, isMaximum: isMaximum,
                        bound: Quantity(Symbol(String(amount))), container: name)
                }
            }
        }
        return nil
    }
}

extension Snapshot {
    func limitBreach(
        of spec: PodSpec, in namespace: Symbol
    ) -> (range: ObjectKey, breach: LimitBreach, asked: Quantity)? {
        for range in limitRanges.inNamespace(namespace) {
            for item in range.spec.limits where item.type == "Container" {
                for container in spec.containers {
                    if let (breach, asked) = container.breach(of: item) {
                        return (range.key, breach, asked)
                    }
                }
            }
        }
        return nil
    }
}

extension Container {
    /// A limit, or a request without one, above the most; a request below the least.
    fileprivate func breach(of item: LimitRangeItem) -> (LimitBreach, Quantity)? {
        for bound in item.max.entries {
            let asked = resources.limits[bound.name] ?? resources.requests[bound.name]
            if let asked, asked > bound.amount {
                let breach = LimitBreach(
                    resource: bound.name, isMaximum: true, bound: bound.amount, container: name)
                return (breach, asked)
            }
        }
        for bound in item.min.entries {
            if let asked = resources.request(bound.name), asked < bound.amount {
                let breach = LimitBreach(
                    resource: bound.name, isMaximum: false, bound: bound.amount, container: name)
                return (breach, asked)
            }
        }
        return nil
    }
}
