package import ClusterModel
import Detection

/// The last change of a workload's pod template.
package struct Revision: Sendable {
    package let workload: ObjectKey
    package let number: Int
    /// When it came into force; not set where that is not known.
    package let since: Timestamp
    package let previous: Int
    /// What the pods were made from before.
    package let previousTemplate: PodTemplate
    package let changes: [FieldChange]

    /// Nil if there was no change, or if what was before is not in the snapshot.
    package init?(of key: ObjectKey, in index: ClusterIndex) {
        let entries = TemplateHistory(of: key, in: index).entries
        guard let current = entries.first, let workload = index.maker(key),
            let before = Self.before(current, entries, workload),
            let old = try? JSONValue(before.template), let new = try? JSONValue(workload.template)
        else { return nil }
        let changes = JSONValue.changes(from: old, to: new)
        if changes.isEmpty { return nil }
        self.workload = key
        number = current.number
        since = current.since
        previous = before.number
        previousTemplate = before.template
        self.changes = changes
    }

    /// Where a StatefulSet is stuck between two, the one that all of its pods last had: another
    /// attempt may lie between.
    private static func before(
        _ current: TemplateHistory.Entry, _ entries: [TemplateHistory.Entry],
        _ workload: any Workload
    ) -> TemplateHistory.Entry? {
        let last = (workload as? StatefulSet)?.status.currentRevision
        return entries.dropFirst().first { $0.name == last } ?? entries.dropFirst().first
    }
}

extension Revision {
    /// True if the trouble came with it or after it; also where it is not known since when there is
    /// trouble.
    func precedes(_ trouble: Timestamp) -> Bool {
        !trouble.isSet || !since.isSet || trouble.since(since) >= -60
    }

    /// The change of a field that ends like this: `.image`.
    func change(_ suffix: String) -> FieldChange? {
        changes.first { $0.path.hasSuffix(suffix) }
    }

    /// As facts about the workload.
    func evidence(limit: Int = 4) -> [Evidence] {
        changes.prefix(limit).map {
            Evidence(
                workload, "spec.template.\($0.path)", $0.after ?? "not set",
                note: "was \($0.before ?? "not set") in revision \(previous)")
        }
    }
}
