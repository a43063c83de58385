import ClusterModel
import KubeClient
import StructuredData

/// All lists of one run, read concurrently into one snapshot.
struct LiveReading {
    let client: KubeClient
    let served: ServedAPI
    let filter: ObjectFilter
    let chunkSize: Int
    let wanted: Set<Kind>

    func snapshot() async throws -> Snapshot {
        if let shard = filter.shard { return try await snapshot(of: shard) }
        let asked = filter.namespaces.isEmpty ? nil : filter.namespaces.sorted()
        var snapshot = try await read(kinds, in: asked)
        if filter.namespaces.isEmpty {
            let denied = kinds.filter {
                $0.isNamespaced && snapshot.coverage[$0]?.state == .forbidden
            }
            if !denied.isEmpty { try await readAllowedNamespaces(denied, into: &snapshot) }
        } else {
            snapshot.namespacesRead = filter.namespaces
        }
        snapshot.normalize()
        return snapshot
    }

    /// Namespaces too: where not everything may be listed, they say where to ask.
    var kinds: [Kind] {
        let hasSlices = served.path(to: .endpointSlice) != nil
        return Self.kinds(wanted.union([.namespace]), hasSlices: hasSlices)
    }

    /// What a reading of these kinds needs. Every server from 1.20 on has EndpointSlices.
    static func permissions(toRead kinds: Set<Kind>) -> [Permission] {
        Self.kinds(kinds, hasSlices: true).map(Permission.init(listing:))
    }

    /// The longest lists first, so that the others travel beside them. The older Endpoints say
    /// what EndpointSlices say, and are read only where there are none.
    private static func kinds(_ wanted: Set<Kind>, hasSlices: Bool) -> [Kind] {
        let long: [Kind] = [.pod, .event, .replicaSet]
        let all =
            long
            + Kind.listed.filter {
                !long.contains($0) && !(hasSlices && $0 == .endpoints)
            }
        return all.filter(wanted.contains)
    }

    /// - Parameter namespaces: nil for the whole cluster.
    func read(_ kinds: [Kind], in namespaces: [Symbol]?) async throws -> Snapshot {
        try await withThrowingTaskGroup(of: (Snapshot, KubeError?).self) { group in
            for kind in kinds {
                group.addTask { try await read(kind, in: namespaces) }
            }
            var whole = Snapshot()
            var fault: KubeError?
            while let (part, itsFault) = try await group.next() {
                whole.merge(part)
                fault = fault ?? itsFault
            }
            // A server that no longer answers anything is no cluster with gaps.
            if let fault, whole.coverage.values.allSatisfy(\.saysNothing) { throw fault }
            return whole
        }
    }

    /// One kind, cluster-wide where no namespaces are given; and why its list broke, if it did.
    private func read(
        _ kind: Kind, in namespaces: [Symbol]?
    ) async throws -> (Snapshot, KubeError?) {
        var taken = KindTaker(kind: kind, filter: filter)
        var coverage: Coverage?
        var fault: KubeError?
        switch served.availability(of: kind) {
        case .absent: coverage = Coverage(kind, .absent, reason: "the server does not have it")
        case .unknown(let reason): coverage = Coverage(kind, .failed, reason: reason)
        case .served:
            let places = await places(of: kind, among: namespaces)
            if places.isEmpty { coverage = Coverage(kind, .complete) }
            for place in places {
                var part: Coverage
                do throws(KubeError) {
                    part = try await list(kind, place, into: &taken).coverage(of: kind)
                } catch {
                    guard error.mayConcernOneListOnly else { throw error }
                    fault = error
                    part = Coverage(kind, .failed, reason: error.description)
                }
                coverage = part.joined(to: coverage)
            }
        }
        var snapshot = taken.all
        if let coverage { snapshot.setCoverage(coverage) }
        return (snapshot, fault)
    }

    static func isListedAsMetadata(_ kind: Kind) -> Bool { kind == .configMap || kind == .secret }

    /// ConfigMaps and Secrets come as metadata, so that no value of theirs is sent; only of TLS
    /// Secrets the whole, for their certificates' dates.
    private func list(
        _ kind: Kind, _ namespace: Symbol, into taken: inout KindTaker
    ) async throws(KubeError) -> ListOutcome {
        let place = namespace.isEmpty ? nil : namespace.string
        guard let path = served.path(to: kind, namespace: place) else {
            return .absent(reason: "the server does not have it")
        }
        var request = ListRequest(path, limit: chunkSize)
        request.metadataOnly = Self.isListedAsMetadata(kind)
        taken.begin(metadataOnly: request.metadataOnly)
        let outcome = try await client.list(request, into: &taken)
        guard kind == .secret, case .complete(let count, _) = outcome else { return outcome }
        request.metadataOnly = false
        request.fieldSelector = "type=kubernetes.io/tls"
        taken.begin(metadataOnly: false)
        switch try await client.list(request, into: &taken) {
        case .complete: return outcome
        case .partial(_, let reason), .forbidden(let reason), .absent(let reason),
            .failed(let reason):
            return .partial(count: count, reason: "certificates: \(reason)")
        }
    }
}

// MARK: Namespaces that may be read

extension LiveReading {
    /// Where a kind may not be listed in the whole cluster, it is listed in the namespaces that
    /// may be read; coverage then says which. Which those are is found by trying: asking the
    /// server for one's rights would be a write in its audit log.
    private func readAllowedNamespaces(
        _ kinds: [Kind], into snapshot: inout Snapshot
    ) async throws {
        let candidates =
            snapshot.namespaces.isEmpty
            ? [Symbol(client.access.effectiveNamespace)]
            : snapshot.namespaces.map(\.metadata.name)
        let example = kinds.contains(.pod) ? .pod : kinds[0]
        let allowed = try await candidates.filter(areReadable: {
            try await isReadable($0, by: example)
        })
        if allowed.isEmpty { return }
        var part = try await read(kinds, in: allowed)
        let names = allowed.map(\.string).joined(separator: ", ")
        for kind in kinds {
            guard var entry = part.coverage[kind], entry.state == .complete else { continue }
            entry.state = .partial
            entry.reason = "only namespaces that may be read: \(names)"
            part.setCoverage(entry)
        }
        snapshot.merge(part)
        snapshot.namespacesRead = Set(allowed)
    }

    private func isReadable(_ namespace: Symbol, by kind: Kind) async throws -> Bool {
        guard let path = served.path(to: kind, namespace: namespace.string) else { return false }
        var nothing = KindTaker(kind: kind, filter: filter)
        let request = ListRequest(
            path, limit: 1, fieldSelector: "metadata.name=-", metadataOnly: true)
        switch try await client.list(request, into: &nothing) {
        case .complete, .partial: return true
        case .forbidden, .absent, .failed: return false
        }
    }
}

extension [Symbol] {
    /// In order; some at a time, so that a thousand namespaces are no thousand connections.
    fileprivate func filter(
        areReadable test: @Sendable @escaping (Symbol) async throws -> Bool
    ) async throws -> [Symbol] {
        var kept: Set<Symbol> = []
        var rest = self[...]
        while !rest.isEmpty {
            let batch = rest.prefix(16)
            rest = rest.dropFirst(batch.count)
            try await withThrowingTaskGroup(of: Symbol?.self) { group in
                for name in batch { group.addTask { try await test(name) ? name : nil } }
                while let name = try await group.next() { if let name { kept.insert(name) } }
            }
        }
        return filter(kept.contains)
    }
}

extension KubeError {
    /// Whether other lists may fare better; who we are concerns all of them.
    fileprivate var mayConcernOneListOnly: Bool {
        switch code {
        case .unreachable, .notKubernetes, .api: true
        case .configuration, .credentials, .unauthorised, .cancelled: false
        }
    }
}

extension Coverage {
    fileprivate var saysNothing: Bool { state == .failed || state == .absent }
}

/// Takes the objects of one kind into a snapshot.
private struct KindTaker: ItemConsumer {
    let kind: Kind
    let filter: ObjectFilter
    /// Lists that are read, and the one being read.
    private var finished = Snapshot()
    private var current = Snapshot()
    private var metadataOnly = false

    init(kind: Kind, filter: ObjectFilter) {
        self.kind = kind
        self.filter = filter
    }

    var all: Snapshot {
        var all = finished
        all.merge(current)
        return all
    }

    /// What was read so far is not lost if the next list starts over.
    mutating func begin(metadataOnly: Bool) {
        self.metadataOnly = metadataOnly
        finished.merge(current)
        current = Snapshot()
    }

    mutating func take(_ reader: inout Reader, _ item: Item) throws {
        try current.read(kind, from: &reader, filter: filter, metadataOnly: metadataOnly)
    }

    mutating func startOver() { current = Snapshot() }
}
