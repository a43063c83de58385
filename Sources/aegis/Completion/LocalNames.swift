import ArgumentParser
import ClusterModel
import KubeClient

/// Names known without asking anybody: completion must not wait for a cluster, nor log in to one.
struct LocalNames {
    let words: [String]
    private let environment: [String: String]

    /// - Parameter words: the command line so far.
    init(_ words: [String], _ environment: [String: String]) {
        self.words = words
        self.environment = environment
    }

    /// Nil where there is none to be read; there is nobody to complain to.
    var kubeconfig: Kubeconfig? {
        try? Kubeconfig.load(explicit: value(of: "--kubeconfig"), environment: environment)
    }

    /// Of the kubeconfig's contexts, and of the incidents that the state of the cluster has.
    var namespaces: [String] {
        let config = kubeconfig
        var names = Set(config?.namespaces ?? [])
        for entry in history(config).entries {
            names.insert(entry.incident.resource.namespace)
            names.formUnion(entry.incident.affected.map(\.namespace))
        }
        names.remove("")
        return names.sorted()
    }

    /// The ids of what the last runs saw and what has not gone since.
    var incidents: [String] { history(kubeconfig).open.map(\.incident.id) }

    /// Of the cluster that is meant; empty where nothing is remembered.
    func history(_ config: Kubeconfig?) -> IncidentHistory {
        guard case .content(let history)? = try? directory(config)?.incidents.load() else {
            return IncidentHistory()
        }
        return history
    }

    /// Nil where it is not known which cluster is meant.
    func directory(_ config: Kubeconfig?) -> StateDirectory? {
        var overrides = Overrides()
        overrides.context = value(of: "--context") ?? environment.nonEmpty("AEGIS_CONTEXT")
        overrides.cluster = value(of: "--cluster")
        guard let access = try? config?.resolve(overrides) else { return nil }
        let place = value(of: "--state-dir").map { ["--state-dir", $0] } ?? []
        guard let options = try? StateOptions.parse(place) else { return nil }
        return StateDirectory(options, cluster: access.displayName, environment: environment)
    }

    /// The last one given, as the parser has it.
    func value(of option: String) -> String? {
        var found: String?
        for (place, word) in words.enumerated() {
            if word == option, words.indices.contains(place + 1) { found = words[place + 1] }
            if word.hasPrefix("\(option)=") { found = String(word.dropFirst(option.count + 1)) }
        }
        return found
    }
}
