internal import ClusterModel
internal import HTTP
internal import KubeClient

/// Makes both namespaces of an environment and what goes into them.
struct ShadowBuilder {
    /// The kinds that it makes, of whatever kind the originals are.
    static let made: [Kind] = [
        .configMap, .deployment, .job, .limitRange, .namespace, .networkPolicy, .resourceQuota,
        .secret, .service, .serviceAccount, .statefulSet,
    ]

    private let objects: LiveObjects
    private let source: CopySource
    private let environment: ShadowEnvironment
    private var copies: [ShadowCopy]

    init(
        _ objects: LiveObjects, _ source: CopySource, _ environment: ShadowEnvironment,
        replicas: Int
    ) {
        self.objects = objects
        self.source = source
        self.environment = environment
        copies = ShadowEnvironment.Role.allCases.map {
            ShadowCopy(environment, $0, maximumReplicas: replicas)
        }
    }

    /// - Returns: why the server does not take the changed copy, if so.
    mutating func build(_ time: TimeSource) async throws -> ShadowCheck? {
        for copy in copies { try await prepare(copy) }
        for copy in copies { try await waitForAccount(in: copy.namespace, time) }
        for place in copies.indices {
            if let refusal = try await fill(&copies[place]) { return refusal }
        }
        return nil
    }

    /// What was copied, and how the copy differs from the original.
    var summary: String {
        let names = source.workloads.map { "\($0.key.kind.name) \($0.key.name)" }
        let others = source.others.count
        let notes = copies.reduce(into: Set<String>()) { $0.formUnion($1.notes) }.sorted()
        return "\(names.joined(separator: ", ")) with \(others) objects it needs, in "
            + environment.namespace(.changed)
            + (notes.isEmpty ? "" : "; " + notes.joined(separator: ", "))
    }

    /// The namespace, and its walls before anything is in it.
    private func prepare(_ copy: ShadowCopy) async throws {
        try await create(copy.namespaceObject(like: source.namespaceDocument), .namespace, nil)
        if objects.has(.networkPolicy) {
            try await create(copy.egressPolicy, .networkPolicy, copy.namespace)
        }
        try await create(copy.quota, .resourceQuota, copy.namespace)
    }

    /// Without the account that a controller makes in each namespace no pod is admitted.
    private func waitForAccount(in namespace: String, _ time: TimeSource) async throws {
        let key = ObjectKey(.serviceAccount, Symbol(namespace), "default")
        for _ in 0..<50 {
            if try await objects.document(of: key) != nil { return }
            try await time.sleep(.milliseconds(200))
        }
        throw ShadowError.failed("namespace \(namespace) got no service account within 10 s")
    }

    private func fill(_ copy: inout ShadowCopy) async throws -> ShadowCheck? {
        for object in source.others {
            let document = copy.role == .changed ? object.after : object.before
            if let document { try await add(object.key, document, copy) }
        }
        for object in source.workloads {
            let document = copy.role == .changed ? object.after : object.before
            guard let document else { continue }
            let made = copy.workload(object.key, document)
            let kind = ShadowCopy.kind(of: object.key.kind)
            do {
                try await create(made, kind, copy.namespace)
            } catch let error as KubeError {
                // The control has to be admitted as production's was; if not, the walls are at fault.
                guard copy.role == .changed,
                    var check = ShadowCheck(refusal: error, of: object.key)
                else { throw error }
                check.name = "copy"
                return check
            }
        }
        return nil
    }

    private func add(_ key: ObjectKey, _ document: JSONValue, _ copy: ShadowCopy) async throws {
        switch key.kind {
        case .serviceAccount:
            // Applied, since the account named default is there already.
            let path = try objects.path(
                to: ObjectKey(.serviceAccount, Symbol(copy.namespace), key.name))
            try await objects.client.write(
                WriteRequest(path, .apply(copy.serviceAccount(key, document), force: true)))
        case .service:
            try await create(copy.service(key, document), .service, copy.namespace)
        default:
            do {
                try await create(copy.copy(key, document), key.kind, copy.namespace)
            } catch let error as KubeError where key.kind == .secret {
                guard case .api(let code) = error.code else { throw error }
                // The server may quote what it does not like, and that is secret.
                throw ShadowError.failed("\(key) could not be copied: refused (\(code))")
            }
        }
    }

    private func create(_ object: JSONValue, _ kind: Kind, _ namespace: String?) async throws {
        let path = try objects.collection(kind, in: namespace)
        try await objects.client.write(WriteRequest(path, .create(object)))
    }
}
