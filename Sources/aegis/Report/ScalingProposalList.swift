import ClusterModel
import Scaling
import StructuredData

/// What `scale-propose` proposes: the document behind every output format, and of the queue.
struct ScalingProposalList: Message {
    static let kindName = "ScalingProposalList"

    var metadata = DocumentMetadata()
    var usage = UsageOriginRecord()
    /// Of the kinds that guards look at.
    var coverage: [CoverageRecord] = []
    var items = Always<[ScalingProposal]>()
    /// What a language model says of them, if one was asked.
    var opinion: OpinionRecord?

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(
        _ capture: Capture, _ origin: UsageOrigin, _ proposals: [ScalingProposal], now: Timestamp
    ) {
        metadata = DocumentMetadata(capture, now: now)
        usage = UsageOriginRecord(origin)
        coverage = capture.snapshot.coverageByName.filter { Self.kinds.contains($0.kind) }
            .map(CoverageRecord.init)
        items.value = proposals
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("usage", 2, &usage)
        try visit.field("coverage", 3, &coverage)
        try visit.field("items", 4, &items)
        try visit.field("opinion", 5, &opinion)
    }

    /// What is read of a cluster.
    static let kinds: Set<Kind> = [
        .daemonSet, .deployment, .horizontalPodAutoscaler, .ingress, .limitRange, .node, .pod,
        .podDisruptionBudget, .replicaSet, .resourceQuota, .service, .statefulSet,
    ]
}

/// Where usage came from.
struct UsageOriginRecord: Message {
    var source = ""
    var note = ""

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ origin: UsageOrigin) {
        source = origin.source.rawValue
        note = origin.note
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("source", 1, &source)
        try visit.field("note", 2, &note)
    }
}

extension ScalingProposalList {
    var gaps: [CoverageRecord] { coverage.gaps }

    /// A proposal is no trouble, so there is none to fail for; guards that saw only part of the
    /// cluster are.
    var exitStatus: ExitStatus { gaps.isEmpty ? .clean : .partial }

    func items(in state: ScalingProposal.State) -> [ScalingProposal] {
        items.value.filter { $0.state.value == state.rawValue }
    }
}
