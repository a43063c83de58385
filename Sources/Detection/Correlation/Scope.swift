package import ClusterModel

/// Which findings users want to hear of: annotations on objects, exclusions in the configuration.
struct Scope {
    private let view: ClusterView

    init(_ view: ClusterView) { self.view = view }

    func admits(_ finding: Finding) -> Bool {
        let subjects = [finding.cause.object, finding.resource].map { ($0, metadata(of: $0)) }
        if view.settings.exclusions.contains(where: { exclusion in
            subjects.contains { excludes(exclusion, $0.0, $0.1, finding.rule) }
        }) {
            return false
        }
        return isMonitored(finding)
    }

    /// What `-l` and `--field-selector` leave: an incident counts if anything it touches does.
    func admits(_ incident: Incident) -> Bool {
        let keys = [incident.resource] + incident.affected + incident.owners
        if let selector = view.settings.labelSelector {
            guard
                keys.contains(where: {
                    metadata(of: $0).map { selector.matches($0.labels) } ?? false
                })
            else { return false }
        }
        if let selector = view.settings.fieldSelector {
            let pods = keys.filter { $0.kind == .pod }.compactMap { view.index.position(of: $0) }
            return pods.contains { selector.matches(view.snapshot.pods[$0]) }
        }
        return true
    }

    /// `aegis.io/monitor: disabled` anywhere from the object up to its workload or on its namespace
    /// leaves it out; with opt-in only what says `enabled` there is kept.
    private func isMonitored(_ finding: Finding) -> Bool {
        var keys = [finding.resource, finding.cause.object]
        if let metadata = metadata(of: finding.resource) {
            keys += view.index.owners(of: metadata)
        }
        return view.index.isMonitored(keys, optIn: view.settings.optIn)
    }

    private func metadata(of key: ObjectKey) -> ObjectMeta? { view.index.metadata(of: key) }

    private func excludes(
        _ exclusion: DetectionSettings.Exclusion, _ key: ObjectKey, _ metadata: ObjectMeta?,
        _ rule: Rule
    ) -> Bool {
        (exclusion.namespace.isEmpty || exclusion.namespace == key.namespace.string)
            && (exclusion.name.isEmpty || exclusion.name == key.name.string)
            && (exclusion.rule.isEmpty || exclusion.rule == rule.code
                || exclusion.rule == rule.category.rawValue)
            && (exclusion.labels.isEmpty
                || (metadata?.labels.contains(exclusion.labels) ?? false))
    }
}

extension ClusterIndex {
    /// `aegis.io/monitor: disabled` on one of the objects or on the first one's namespace leaves it
    /// out; with `optIn` one of them has to say `enabled`.
    package func isMonitored(_ keys: [ObjectKey], optIn: Bool = false) -> Bool {
        let namespace = keys.first.map { ObjectKey(.namespace, .empty, $0.namespace) }
        let values = (keys + [namespace].compactMap { $0 })
            .compactMap { metadata(of: $0)?.annotations["aegis.io/monitor"] }
        if values.contains("disabled") { return false }
        return !optIn || values.contains("enabled")
    }
}
