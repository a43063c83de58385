internal import ClusterModel
internal import HTTP

extension Kubeconfig {
    /// What one context, with the command line's changes, means.
    ///
    /// - Throws: with the names there are, when a name is not among them.
    package func resolve(_ overrides: Overrides = Overrides()) throws(KubeError) -> ClusterAccess {
        let (contextName, context) = try chosenContext(overrides)
        let clusterName = overrides.cluster ?? context?.value.cluster ?? ""
        let userName = overrides.user ?? context?.value.user ?? ""
        let cluster = try entry(
            clusterName, in: clusters, "cluster", isGiven: overrides.cluster != nil,
            context: contextName, place: context?.place)
        let user = try entry(
            userName, in: users, "user", isGiven: overrides.user != nil,
            context: contextName, place: context?.place)

        let named = NamedEntries(
            clusterName: clusterName, cluster: cluster, userName: userName, user: user)
        var access = ClusterAccess(server: try named.server(overrides))
        access.contextName = contextName
        access.clusterName = clusterName
        access.userName = userName
        access.namespace = overrides.namespace ?? context?.value.namespace ?? ""
        try named.fill(&access, overrides)
        return access
    }

    private func chosenContext(
        _ overrides: Overrides
    ) throws(KubeError) -> (String, Entry<ContextEntry>?) {
        let name = overrides.context ?? currentContext
        if name.isEmpty {
            if overrides.server != nil || overrides.cluster != nil { return ("", nil) }
            throw .configuration(
                "no current context is set", in: files.first, hint: choices(contexts.keys, nil))
        }
        guard let context = contexts[name] else {
            let source = overrides.context == nil ? "current-context: " : ""
            let file = overrides.context == nil ? currentContextFile : files.first
            throw .configuration(
                "\(source)context \"\(name)\" is not there", in: file,
                hint: choices(contexts.keys, name))
        }
        return (name, context)
    }

    private func entry<Value>(
        _ name: String, in map: [String: Entry<Value>], _ what: String, isGiven: Bool,
        context: String, place: Place?
    ) throws(KubeError) -> Entry<Value>? {
        if name.isEmpty { return nil }
        if let entry = map[name] { return entry }
        let hint = choices(map.keys, name)
        if isGiven {
            throw .configuration("\(what) \"\(name)\" is not there", in: files.first, hint: hint)
        }
        throw .configuration(
            "context \"\(context)\" wants \(what) \"\(name)\", which is not there", at: place,
            hint: hint)
    }

    /// `there are: a, b (did you mean "a"?)`.
    private func choices(_ names: some Sequence<String>, _ wanted: String?) -> String {
        let names = names.sorted()
        guard !names.isEmpty else { return "there are none" }
        let shown = names.prefix(10).joined(separator: ", ") + (names.count > 10 ? ", …" : "")
        let nearest = wanted.flatMap { nearestName(to: $0, among: names) }
        return "there are: \(shown)" + (nearest.map { " (did you mean \"\($0)\"?)" } ?? "")
    }
}
