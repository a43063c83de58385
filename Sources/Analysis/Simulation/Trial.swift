import ClusterModel
import Detection

/// A snapshot in which a fix is tried: first its patches, then what controllers would make of them.
struct Trial {
    let before: ClusterView
    /// Nil for a change that is to mend nothing.
    let incident: Incident?
    let fix: Fix
    var snapshot: Snapshot { didSet { cache = Cache() } }
    /// What has to be true besides, for what was simulated.
    var assumptions: [String]
    private var cache = Cache()
    private(set) var documents: [ObjectKey: Change] = [:]

    /// An object on either side of a patch; nil where it is not there.
    struct Change {
        let patch: Patch
        let before: JSONValue?
        let after: JSONValue?
    }

    init(_ fix: Fix, for incident: Incident?, in view: ClusterView) {
        before = view
        self.incident = incident
        self.fix = fix
        snapshot = view.snapshot
        assumptions = fix.assumptions
    }

    /// As if the change had been made an hour ago: nothing is excused as fresh any more.
    var settledAt: Timestamp { before.now.adding(seconds: -3600) }

    /// What is known once the patches are applied. Looking everything up anew costs a pass over the
    /// snapshot, so it is done once for each state that is looked at.
    var view: ClusterView {
        if let known = cache.view { return known }
        let view = ClusterView(
            ClusterIndex(snapshot), now: before.now, settings: before.settings)
        cache.view = view
        return view
    }

    var index: ClusterIndex { view.index }

    private final class Cache {
        var view: ClusterView?
    }

    mutating func applyPatches() throws {
        for patch in fix.patches {
            let old = try Snapshot.document(of: patch.target, in: snapshot)
            if patch.kind == .create, old != nil {
                throw PatchError(description: "\(patch.target) is already there")
            }
            let new = try patch.apply(to: old, in: before.index)
            documents[patch.target] = Change(patch: patch, before: old, after: new)
            guard let new else {
                Snapshot.remove([patch.target], from: &snapshot)
                continue
            }
            do {
                try Snapshot.put(new, as: patch.target, into: &snapshot)
            } catch {
                throw PatchError.unreadable(error)
            }
        }
    }
}
