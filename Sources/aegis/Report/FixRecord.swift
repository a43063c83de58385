import Analysis
import ClusterModel
import StructuredData

/// A way to mend a cause, as documents hold it.
struct FixRecord: Message {
    var title = ""
    var rationale = ""
    var risk = ""
    var blastRadius = ""
    /// `verified`, `refuted` or `unverified`.
    var status = ""
    /// Why it is refuted.
    var refutation = ""
    var patch: PatchRecord?
    /// What has to be changed together with it.
    var furtherPatches: [PatchRecord] = []
    var command = ""
    var manager: ManagerRecord?
    /// A kustomization for the repository that the object comes from.
    var kustomization = ""
    var assumptions: [String] = []

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ fix: Fix) {
        title = fix.title
        rationale = fix.rationale
        risk = fix.risk.rawValue
        blastRadius = fix.blastRadius
        status = fix.standing.rawValue
        refutation = fix.refutation
        let patches = zip(fix.patches, fix.changes).map(PatchRecord.init)
        patch = patches.first
        furtherPatches = Array(patches.dropFirst())
        command = fix.command
        manager = fix.manager.map(ManagerRecord.init)
        kustomization = fix.kustomization
        assumptions = fix.assumptions
    }

    var patches: [PatchRecord] { (patch.map { [$0] } ?? []) + furtherPatches }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("title", 1, &title)
        try visit.field("rationale", 2, &rationale)
        try visit.field("risk", 3, &risk)
        try visit.field("blastRadius", 4, &blastRadius)
        try visit.field("status", 5, &status)
        try visit.field("refutation", 6, &refutation)
        try visit.field("patch", 7, &patch)
        try visit.field("furtherPatches", 8, &furtherPatches)
        try visit.field("command", 9, &command)
        try visit.field("manager", 10, &manager)
        try visit.field("kustomization", 11, &kustomization)
        try visit.field("assumptions", 12, &assumptions)
    }
}

/// One change to one object, and what it changes.
struct PatchRecord: Message {
    var target = ResourceReference()
    var type = ""
    var body = JSONValue.null
    var changes: [ChangeRecord] = []

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ patch: Patch, _ changes: [FieldChange]) {
        target = ResourceReference(patch.target)
        type = patch.kind.rawValue
        body = patch.body
        self.changes = changes.map(ChangeRecord.init)
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("target", 1, &target)
        try visit.field("type", 2, &type)
        try visit.field("body", 3, &body)
        try visit.field("changes", 4, &changes)
    }
}

/// A field before and after; the side on which it is not set is left out.
struct ChangeRecord: Message {
    var path = ""
    var before: String?
    var after: String?

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ change: FieldChange) {
        path = change.path
        before = change.before
        after = change.after
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("path", 1, &path)
        try visit.field("before", 2, &before)
        try visit.field("after", 3, &after)
    }
}

/// Who puts the object into the cluster.
struct ManagerRecord: Message {
    var tool = ""
    var name = ""
    var namespace = ""

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ manager: Manager) {
        tool = manager.tool.rawValue
        name = manager.name
        namespace = manager.namespace
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("tool", 1, &tool)
        try visit.field("name", 2, &name)
        try visit.field("namespace", 3, &namespace)
    }
}
