import ClusterModel

/// The one way from options to a capture.
struct Source {
    let options: SourceOptions
    let cluster: ClusterOptions
    let namespaces: Set<Symbol>
    let settings: Settings
    let environment: [String: String]

    func capture() async throws -> Capture {
        var filter = ObjectFilter()
        filter.namespaces = namespaces
        if options.demo { return try DemoSource(filter: filter).capture() }
        if !options.filename.isEmpty {
            return try FileSource(paths: options.filename, filter: filter).capture()
        }
        return try await LiveSource(
            options: cluster, filter: filter, settings: settings, environment: environment
        ).capture()
    }
}

extension Capture {
    /// What state is kept under: the cluster, else the context, else the kind of source.
    var stateName: String { [cluster, context, origin.rawValue].first { !$0.isEmpty } ?? "" }
}
