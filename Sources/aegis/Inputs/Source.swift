import ClusterModel
import KubeClient
import StructuredData

/// The one way from options to a capture.
struct Source {
    let options: SourceOptions
    let cluster: ClusterOptions
    let scope: ScopeOptions
    let settings: Settings
    let environment: [String: String]
    /// What is read of a live cluster. Of a dump all that is judged is read too.
    var kinds = Set(Kind.judged)
    /// The part that is read, if not all.
    var shard: Shard?
    /// Whether the files are the shards of one cluster.
    var areShards = false

    /// Throws for a namespace that does not exist: it has no incidents, and must not pass for a
    /// healthy one.
    /// - Parameter others: is given a dump's objects that no snapshot holds.
    func capture(
        _ run: inout RunRecord, others: @escaping ItemReader.Body = { _, _ in }
    ) async throws -> Capture {
        for name in namespaces where !ScopeOptions.isNamespace(name.string) {
            throw InputError(message: "\"\(name)\" is no name of a namespace")
        }
        let capture = try await read(&run, others)
        run.note(capture)
        try checkNamespaces(capture)
        return capture
    }

    /// The moment the data is judged at.
    func moment(of capture: Capture) -> Timestamp { options.now ?? capture.moment }

    private func read(
        _ run: inout RunRecord, _ others: @escaping ItemReader.Body
    ) async throws -> Capture {
        var filter = ObjectFilter()
        filter.namespaces = namespaces
        filter.kinds = kinds.union(Kind.judged)
        if !isLive {
            var capture =
                options.demo
                ? try DemoSource(filter: filter).capture()
                : try FileSource(
                    paths: options.filename, filter: filter, others: others, areShards: areShards
                ).capture()
            // Not while it is read: the moment of a dump is that of all of it.
            if let shard { capture.snapshot.keep(shard) }
            return capture
        }
        let access = try live.access()
        run.begin(live: access.displayName)
        filter.shard = shard
        return try await live.capture(access, filter)
    }

    /// For what is read beside the snapshot; nil where the source is no live cluster.
    func client() throws -> KubeClient? {
        if !isLive { return nil }
        return live.client(try live.access())
    }

    private var isLive: Bool { !options.demo && options.filename.isEmpty }

    var live: LiveSource {
        LiveSource(
            options: cluster, settings: settings, environment: environment, kinds: kinds)
    }

    var namespaces: Set<Symbol> {
        if scope.allNamespaces { return [] }
        if !scope.namespace.isEmpty { return Set(scope.namespace.map(Symbol.init)) }
        return settings.namespace(environment).map { [Symbol($0)] } ?? []
    }

    private func checkNamespaces(_ capture: Capture) throws {
        // What a server does not let us see may be there.
        guard capture.origin != .live || capture.snapshot.isComplete(.namespace) else { return }
        for name in namespaces.sorted()
        where shard?.holds(namespace: name) ?? true && !capture.snapshot.holdsAnything(of: name) {
            throw InputError.noNamespace(name, among: capture.snapshot.namespacesLeftOut)
        }
    }
}

extension Capture {
    /// What state is kept under: the cluster, else the context, else the kind of source.
    var stateName: String { [cluster, context, origin.rawValue].first { !$0.isEmpty } ?? "" }
}
