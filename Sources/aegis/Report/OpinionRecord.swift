import Analysis
import ClusterModel
import StructuredData

/// What a language model added to an analysis, as documents hold it.
struct OpinionRecord: Message {
    var model = ""
    var claims = Always<[ClaimRecord]>()
    /// Titles of the cause and the fix that it prefers among equals.
    var prefersCause = ""
    var prefersFix = ""
    /// What it said and was not taken over, and why.
    var dropped: [String] = []
    var questions = Always(0)

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ opinion: Opinion, of analysis: IncidentAnalysis) {
        model = opinion.model
        claims.value = opinion.claims.map(ClaimRecord.init)
        prefersCause = Self.choice(opinion.cause, among: analysis.causes.map(\.summary))
        prefersFix = Self.choice(opinion.fix, among: analysis.fixes.map(\.title))
        dropped = opinion.dropped
        questions.value = opinion.rounds
    }

    /// `C2` is the second.
    private static func choice(_ id: String?, among all: [String]) -> String {
        guard let number = id.flatMap({ Int($0.dropFirst()) }), all.indices.contains(number - 1)
        else { return "" }
        return all[number - 1]
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("model", 1, &model)
        try visit.field("claims", 2, &claims)
        try visit.field("prefersCause", 3, &prefersCause)
        try visit.field("prefersFix", 4, &prefersFix)
        try visit.field("dropped", 5, &dropped)
        try visit.field("questions", 6, &questions)
    }
}

/// A claim with the ids of the evidence it cites.
struct ClaimRecord: Message {
    var text = ""
    var evidence: [String] = []

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ claim: Opinion.Claim) {
        text = claim.text
        evidence = claim.evidence
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("text", 1, &text)
        try visit.field("evidence", 2, &evidence)
    }
}

extension OpinionRecord {
    /// For terminals and pages: a model's words are a stranger's.
    var printable: OpinionRecord {
        var record = self
        record.model = model.printable
        record.claims.value = claims.value.map { claim in
            var claim = claim
            claim.text = claim.text.printable
            return claim
        }
        record.prefersCause = prefersCause.printable
        record.prefersFix = prefersFix.printable
        record.dropped = dropped.map(\.printable)
        return record
    }
}
