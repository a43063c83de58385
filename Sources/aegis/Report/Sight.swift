import ClusterModel
import Detection

/// What a run could have seen. An incident that it did not find is gone only if it would have seen
/// it: a scan of one namespace says nothing of the others.
struct Sight {
    /// Empty for all.
    let namespaces: Set<String>
    /// Labels, fields or an opt-in left objects out, by what an incident's record does not say.
    let isSelective: Bool
    let level: Severity
    let disabledRules: Set<String>
    /// Resources that could not be read whole.
    let gaps: Set<String>

    init(_ snapshot: Snapshot, namespaces: Set<Symbol>, _ settings: DetectionSettings) {
        self.namespaces = Set(namespaces.map(\.string))
        isSelective =
            settings.labelSelector != nil || settings.fieldSelector != nil || settings.optIn
        level = settings.level
        disabledRules = settings.disabledRules
        gaps = Set(snapshot.coverageByName.map(CoverageRecord.init).gaps.map(\.resource))
    }

    /// True for a run that looked at everything.
    var isWhole: Bool { namespaces.isEmpty && !isSelective }

    /// - Parameter gapsThen: what was not read either when the incident was seen.
    func wouldSee(_ incident: IncidentRecord, gapsThen: some Sequence<String>) -> Bool {
        guard !isSelective, incident.level >= level,
            namespaces.isEmpty || namespaces.contains(incident.resource.namespace),
            !disabledRules.contains(incident.rule), !disabledRules.contains(incident.category)
        else { return false }
        return gaps.subtracting(gapsThen).isEmpty
    }
}
