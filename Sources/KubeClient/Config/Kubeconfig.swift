internal import ClusterModel
internal import StructuredData

/// All kubeconfig files together: of entries with one name the first counts.
package struct Kubeconfig: Sendable {
    struct Entry<Value: Sendable>: Sendable {
        var value: Value
        var place: Place
    }

    /// The files that were read, in the order they were named.
    package private(set) var files: [String] = []
    /// Files named but not there.
    package private(set) var missing: [String] = []
    package private(set) var currentContext = ""
    private(set) var currentContextFile: String?
    private(set) var clusters: [String: Entry<ClusterEntry>] = [:]
    private(set) var contexts: [String: Entry<ContextEntry>] = [:]
    private(set) var users: [String: Entry<UserEntry>] = [:]

    package init() {}

    package var isEmpty: Bool { clusters.isEmpty && contexts.isEmpty && users.isEmpty }

    package var contextNames: [String] { contexts.keys.sorted() }
    package var clusterNames: [String] { clusters.keys.sorted() }
    package var userNames: [String] { users.keys.sorted() }

    /// The namespaces that contexts start in.
    package var namespaces: [String] {
        Set(contexts.values.map(\.value.namespace)).filter { !$0.isEmpty }.sorted()
    }

    /// Adds a file whose names yield to those already there.
    package mutating func merge(_ bytes: [UInt8], file: String) throws(KubeError) {
        files.append(file)
        guard let parsed = try Kubeconfig.parse(bytes, file: file) else { return }
        if currentContext.isEmpty, !parsed.currentContext.isEmpty {
            currentContext = parsed.currentContext
            currentContextFile = file
        }
        try add(parsed.clusters, to: &clusters, file, "cluster") { ($0.name, $0.cluster) }
        try add(parsed.contexts, to: &contexts, file, "context") { ($0.name, $0.context) }
        try add(parsed.users, to: &users, file, "user") { ($0.name, $0.user) }
    }

    mutating func noteMissing(_ file: String) { missing.append(file) }

    /// `nil` for an empty file, which kubectl takes for an empty kubeconfig.
    private static func parse(_ bytes: [UInt8], file: String) throws(KubeError) -> KubeconfigFile? {
        do {
            return try readDocument(bytes, source: file) { reader in
                var parsed = KubeconfigFile()
                try parsed.read(from: &reader)
                return parsed
            }
        } catch let error as DataError {
            if error.code == .empty { return nil }
            // Without the line itself: it may hold a token.
            throw .configuration(error.message, in: file, at: error.position)
        } catch {
            throw .configuration("\(error)", in: file)
        }
    }

    private func add<Named, Value>(
        _ list: [Located<Named>], to map: inout [String: Entry<Value>], _ file: String,
        _ what: String, _ split: (Named) -> (String, Value)
    ) throws(KubeError) {
        var own: [String: Entry<Value>] = [:]
        for located in list {
            let (name, value) = split(located.value)
            let place = Place(file: file, position: located.position)
            guard own[name] == nil else {
                throw .configuration("\(what) \"\(name)\" is there twice", at: place)
            }
            own[name] = Entry(value: value, place: place)
        }
        map.merge(own) { first, _ in first }
    }
}
