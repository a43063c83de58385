import Analysis
import ClusterModel
import Detection
import Shadow
import StructuredData

/// What came of one change's test: the document behind every output format.
struct ShadowTest: Message {
    static let kindName = "ShadowTest"

    var metadata = DocumentMetadata()
    var change = ChangeSummary()
    var runtime = Always("")
    /// `passed`, `failed` or `inconclusive`.
    var verdict = Always("")
    var checks = Always<[ShadowCheckRecord]>()
    var environment = EnvironmentRecord()
    /// With `--apply`, if it passed.
    var rollout: RolloutSummary?

    static let keys = KeyTable(of: Self.self)
    init() {}

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("change", 2, &change)
        try visit.field("runtime", 3, &runtime)
        try visit.field("verdict", 4, &verdict)
        try visit.field("checks", 5, &checks)
        try visit.field("environment", 6, &environment)
        try visit.field("rollout", 7, &rollout)
    }
}

/// What was tried.
struct ChangeSummary: Message {
    var source = Always("")
    var fixType = Always("")
    var patches = Always<[TriedPatch]>()

    static let keys = KeyTable(of: Self.self)
    init() {}

    init(_ change: ProposedChange) {
        source.value = change.source
        fixType.value = change.fixType.rawValue
        patches.value = change.patches.map(TriedPatch.init)
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("source", 1, &source)
        try visit.field("fixType", 2, &fixType)
        try visit.field("patches", 3, &patches)
    }
}

/// One patch; that of a Secret without its body.
struct TriedPatch: Message {
    var target = ResourceReference()
    var type = Always("")
    var body = JSONValue.null

    static let keys = KeyTable(of: Self.self)
    init() {}

    init(_ patch: Patch) {
        target = ResourceReference(patch.target)
        type.value = patch.kind.rawValue
        if patch.target.kind != .secret { body = patch.body }
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("target", 1, &target)
        try visit.field("type", 2, &type)
        try visit.field("body", 3, &body)
    }
}

/// One question and its answer.
struct ShadowCheckRecord: Message {
    var name = Always("")
    var status = Always("")
    var message = Always("")
    var evidence: [EvidenceRecord] = []

    static let keys = KeyTable(of: Self.self)
    init() {}

    init(_ check: ShadowCheck) {
        name.value = check.name
        status.value = check.status.rawValue
        message.value = check.message
        evidence = check.evidence.map(EvidenceRecord.init)
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("status", 2, &status)
        try visit.field("message", 3, &message)
        try visit.field("evidence", 4, &evidence)
    }
}

/// Where it was tried, and what is left of that.
struct EnvironmentRecord: Message {
    var id = ""
    var namespaces: [String] = []
    /// True if they are still there, for somebody to look at.
    var kept = Always(false)
    var expiresAt = Timestamp()

    static let keys = KeyTable(of: Self.self)
    init() {}

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("id", 1, &id)
        try visit.field("namespaces", 2, &namespaces)
        try visit.field("kept", 3, &kept)
        try visit.field("expiresAt", 4, &expiresAt)
    }
}

/// How the change fared on its way into production.
struct RolloutSummary: Message {
    /// `applied`, `rolledBack` or `declined`.
    var state = Always("")
    var stages = Always<[StageRecord]>()

    static let keys = KeyTable(of: Self.self)
    init() {}

    init(_ record: RolloutRecord?) {
        state.value = record?.state.rawValue ?? "declined"
        stages.value = (record?.stages ?? []).map(StageRecord.init)
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("state", 1, &state)
        try visit.field("stages", 2, &stages)
    }
}

/// One stage, and why it went no further, if so.
struct StageRecord: Message {
    var extent = Always("")
    var trouble = ""

    static let keys = KeyTable(of: Self.self)
    init() {}

    init(_ stage: RolloutRecord.Stage) {
        extent.value = stage.extent
        trouble = stage.trouble
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("extent", 1, &extent)
        try visit.field("trouble", 2, &trouble)
    }
}

extension ShadowTest {
    init(
        _ change: ProposedChange, _ proof: Proof, _ runtime: RuntimeName, _ capture: Capture,
        now: Timestamp
    ) {
        metadata = DocumentMetadata(capture, now: now)
        self.change = ChangeSummary(change)
        self.runtime.value = runtime.rawValue
        verdict.value = proof.verdict.rawValue
        checks.value = proof.checks.map(ShadowCheckRecord.init)
        guard let shadow = proof.environment else { return }
        environment.id = shadow.id
        environment.namespaces = shadow.namespaces
        environment.kept.value = proof.isKept
        if proof.isKept { environment.expiresAt = shadow.expiresAt }
    }
}
