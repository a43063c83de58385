import ClusterModel
import Detection
import StructuredData

/// What was done to an object shortly before an incident began.
struct RecentChange {
    let object: ObjectKey
    let time: Timestamp
    /// How long before; negative where the incident was seen first, to the second.
    let lead: Int
    /// Nil where it was created.
    let edit: Edit?
    /// The program that did it; empty where that is not known.
    let manager: String

    /// In seconds: a rollout is given up ten minutes after the edit (`progressDeadlineSeconds`), a
    /// container that is backed off starts again within five, and ConfigMaps reach the volumes of
    /// pods within two.
    static let window = 900
    /// Clocks differ, and a status has whole seconds.
    static let tolerance = 60
}

extension RecentChange {
    /// `kubectl-edit changed ConfigMap shop/settings (data.LOG_LEVEL)`
    var phrase: String {
        let who = manager.isEmpty ? "somebody" : manager
        let fields = edit == nil || paths.isEmpty ? "" : " (\(paths))"
        return "\(who) \(edit == nil ? "created" : "changed") \(object)\(fields)"
    }

    var leadText: String {
        lead <= 0 ? "as the incident began" : "\(ageText(lead)) before the incident began"
    }

    var evidence: Evidence {
        if edit == nil {
            return Evidence(
                object, "metadata.creationTimestamp", time.rfc3339,
                note: leadText + (manager.isEmpty ? "" : "; by \(manager)"))
        }
        return Evidence(
            object, "metadata.managedFields[manager=\(manager)].time", time.rfc3339,
            note: leadText + (paths.isEmpty ? "" : "; it has set \(paths)"))
    }

    /// Which of them were set last is not written down.
    private var paths: String {
        let all = edit?.paths ?? []
        let more = all.count > 3 ? " and \(all.count - 3) more" : ""
        return all.prefix(3).map(\.string).joined(separator: ", ") + more
    }
}

extension CaseFile {
    /// What was done to the object, the newest last; nothing where it is not known when the trouble
    /// began.
    func recentChanges(of key: ObjectKey) -> [RecentChange] {
        guard incident.since.isSet, let changed = index.changedMetadata(of: key) else { return [] }
        let creation = changed.object.creationTimestamp
        // Who creates an object is written down before the object's own time is.
        let isLater = { (edit: Edit) in !creation.isSet || edit.time.since(creation) > 0 }
        var changes = changed.edits.filter(isLater).map {
            change(of: key, at: $0.time, $0, by: $0.manager)
        }
        if isYounger(key, creation) {
            let first = changed.edits.first { !isLater($0) }
            changes.append(change(of: key, at: creation, nil, by: first?.manager ?? .empty))
        }
        return changes.filter {
            $0.time.isSet && (-RecentChange.tolerance...RecentChange.window).contains($0.lead)
        }.sorted { ($0.time, $0.manager) < ($1.time, $1.manager) }
    }

    private func change(
        of key: ObjectKey, at time: Timestamp, _ edit: Edit?, by manager: Symbol
    ) -> RecentChange {
        RecentChange(
            object: key, time: time, lead: incident.since.since(time), edit: edit,
            manager: manager.string.maskingSecrets)
    }

    /// An object that came with its users is no change; one that came to them is.
    private func isYounger(_ key: ObjectKey, _ creation: Timestamp) -> Bool {
        let users = workloads.filter { $0 != key }.compactMap(index.metadata(of:))
        return !users.isEmpty
            && users.allSatisfy {
                $0.creationTimestamp.isSet
                    && creation.since($0.creationTimestamp) > RecentChange.tolerance
            }
    }
}

extension ClusterIndex {
    /// Nil for an object that is not there, or of a kind whose changes are not kept.
    fileprivate func changedMetadata(of key: ObjectKey) -> ChangedMeta? {
        guard let place = position(of: key) else { return nil }
        var search = ChangeSearch(kind: key.kind, place: place)
        var copy = snapshot
        try? copy.each(&search)
        return search.found
    }

    private struct ChangeSearch: ObjectListVisitor {
        let kind: Kind
        let place: Int
        var found: ChangedMeta?

        mutating func visit<T: KubeObject>(_ objects: inout [T]) {
            guard T.kind == kind, objects.indices.contains(place) else { return }
            found = (objects[place] as? any ChangedObject)?.changedMetadata
        }
    }
}
