internal import Analysis
internal import ClusterModel
internal import KubeClient

/// What of production goes into a shadow, before and after the change.
struct CopySource: Sendable {
    struct Object: Sendable {
        let key: ObjectKey
        /// Nil where the change makes it.
        let before: JSONValue?
        /// Nil where the change removes it.
        let after: JSONValue?
    }

    var namespace: String
    var namespaceDocument: JSONValue?
    var workloads: [Object] = []
    /// ConfigMaps, Secrets, ServiceAccounts, Services, LimitRanges and ResourceQuotas.
    var others: [Object] = []
}

/// Finds what belongs to a change: the workloads it concerns, and what their pods need.
struct CopyCollector {
    let objects: LiveObjects
    private static let workloadKinds: [Kind] = [
        .deployment, .statefulSet, .daemonSet, .job, .cronJob,
    ]
    /// Objects through which a change reaches pods.
    private static let carriers: [Kind] = [
        .configMap, .secret, .serviceAccount, .limitRange, .resourceQuota,
    ]

    /// The kinds of which changes can be tried on copies.
    static let copied = workloadKinds + carriers

    static func canCopy(_ key: ObjectKey) -> Bool { copied.contains(key.kind) }

    /// - Throws: a refusal where a workload's owner has not agreed.
    func source(of answers: [DryRunRuntime.Answer]) async throws -> CopySource {
        let namespace = answers.first?.patch.target.namespace.string ?? ""
        var changed: [ObjectKey: CopySource.Object] = [:]
        for answer in answers {
            let key = answer.patch.target
            changed[key] = CopySource.Object(
                key: key, before: changed[key]?.before ?? answer.before, after: answer.after)
        }
        var source = CopySource(namespace: namespace)
        source.namespaceDocument = try await objects.document(
            of: ObjectKey(.namespace, .empty, Symbol(namespace)))
        source.workloads = try await workloads(concernedBy: changed, in: namespace)
        for workload in source.workloads { try checkOptIn(workload) }
        source.others = try await needs(of: source.workloads, changed, in: namespace)
        return source
    }

    private func checkOptIn(_ workload: CopySource.Object) throws {
        // What is not there yet has no owner to ask.
        guard let before = workload.before else { return }
        guard before.isEnabled(ShadowLabels.optIn) else {
            throw ShadowError.notOptedIn(workload.key)
        }
    }

    /// Those that are changed themselves, and those whose pods are made with what is changed.
    private func workloads(
        concernedBy changed: [ObjectKey: CopySource.Object], in namespace: String
    ) async throws -> [CopySource.Object] {
        var found = changed.values.filter { Self.workloadKinds.contains($0.key.kind) }
        let carriers = changed.keys.filter { Self.carriers.contains($0.kind) }
        if !carriers.isEmpty {
            let touchesAll = carriers.contains {
                $0.kind == .limitRange || $0.kind == .resourceQuota
            }
            for kind in Self.workloadKinds where kind != .job && objects.has(kind) {
                for document in try await objects.documents(kind, in: namespace) {
                    let key = ObjectKey(
                        kind, Symbol(namespace), Symbol(document.objectName))
                    guard changed[key] == nil else { continue }
                    let references = References(document.podSpec(of: kind))
                    guard touchesAll || carriers.contains(where: references.contains) else {
                        continue
                    }
                    let whole = document.typed(kind, try objects.apiVersion(of: kind))
                    found.append(CopySource.Object(key: key, before: whole, after: whole))
                }
            }
        }
        return found.sorted { $0.key < $1.key }
    }

    private func needs(
        of workloads: [CopySource.Object], _ changed: [ObjectKey: CopySource.Object],
        in namespace: String
    ) async throws -> [CopySource.Object] {
        var references = References()
        for workload in workloads {
            for document in [workload.before, workload.after] {
                guard let document else { continue }
                references.formUnion(References(document.podSpec(of: workload.key.kind)))
            }
        }
        let space = Symbol(namespace)
        var accounts: [CopySource.Object] = []
        for name in references.serviceAccounts.sorted() {
            let key = ObjectKey(.serviceAccount, space, Symbol(name))
            guard let account = try await object(key, changed) else { continue }
            accounts.append(account)
            for secret in (account.after ?? account.before)?["imagePullSecrets"]?.elements ?? [] {
                if let name = secret["name"]?.text { references.secrets.insert(name) }
            }
        }
        var found = accounts
        for name in references.secrets.sorted() {
            guard let secret = try await object(ObjectKey(.secret, space, Symbol(name)), changed),
                secret.before?["type"] != "kubernetes.io/service-account-token"
            else { continue }
            found.append(secret)
        }
        for name in references.configMaps.sorted() {
            let key = ObjectKey(.configMap, space, Symbol(name))
            if let map = try await object(key, changed) { found.append(map) }
        }
        for kind in [Kind.limitRange, .resourceQuota] {
            found += try await all(kind, in: namespace, changed)
        }
        let labels = workloads.map { $0.key.kind.podLabels(in: $0.after ?? $0.before) }
        return try await found
            + all(.service, in: namespace, changed).filter { service in
                labels.contains { service.before?.selectsPods(with: $0) ?? false }
            }
    }

    /// Nil if it is not there: then the pods of production miss it too.
    private func object(
        _ key: ObjectKey, _ changed: [ObjectKey: CopySource.Object]
    ) async throws -> CopySource.Object? {
        if let object = changed[key] { return object }
        guard let document = try await objects.document(of: key) else { return nil }
        return CopySource.Object(key: key, before: document, after: document)
    }

    private func all(
        _ kind: Kind, in namespace: String, _ changed: [ObjectKey: CopySource.Object]
    ) async throws -> [CopySource.Object] {
        let version = try objects.apiVersion(of: kind)
        return try await objects.documents(kind, in: namespace).map { document in
            let key = ObjectKey(kind, Symbol(namespace), Symbol(document.objectName))
            let whole = document.typed(kind, version)
            return changed[key] ?? CopySource.Object(key: key, before: whole, after: whole)
        }
    }
}

extension JSONValue {
    var objectName: String { self[["metadata", "name"]]?.text ?? "" }

    /// The specification of the pods that a workload makes.
    func podSpec(of kind: Kind) -> JSONValue { self[kind.templatePath + ["spec"]] ?? .object([]) }

    /// Whether a Service sends to pods with these labels.
    fileprivate func selectsPods(with labels: [JSONValue.Member]) -> Bool {
        let selector = self[["spec", "selector"]]?.members ?? []
        return !selector.isEmpty && selector.allSatisfy(labels.contains)
    }

    /// With the `apiVersion` and `kind` that items of lists lack.
    func typed(_ kind: Kind, _ apiVersion: String) -> JSONValue {
        var whole: JSONValue = ["apiVersion": .string(apiVersion), "kind": .string(kind.name)]
        for member in members ?? [] where whole[member.key] == nil {
            whole[member.key] = member.value
        }
        return whole
    }
}

extension Kind {
    /// Where a workload has the template of its pods.
    var templatePath: [String] {
        self == .cronJob
            ? ["spec", "jobTemplate", "spec", "template"] : ["spec", "template"]
    }

    fileprivate func podLabels(in workload: JSONValue?) -> [JSONValue.Member] {
        workload?[templatePath + ["metadata", "labels"]]?.members ?? []
    }
}
