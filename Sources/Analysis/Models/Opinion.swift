/// What a model added to a case, after all that it may not say was dropped.
package struct Opinion: Sendable, Equatable {
    package struct Claim: Sendable, Hashable {
        package let text: String
        /// Ids of observations; never empty.
        package let evidence: [String]

        package init(text: String, evidence: [String]) {
            self.text = text
            self.evidence = evidence
        }
    }

    package let model: String
    package var claims: [Claim] = []
    /// Ids of the cause and fix it prefers among those that are open.
    package var cause: String?
    package var fix: String?
    /// What was not taken over, and why.
    package var dropped: [String] = []
    package var rounds = 0

    init(model: String) { self.model = model }
}

extension Opinion {
    private static let claimLimit = 10
    private static let requestLimit = 4

    mutating func take(_ reply: Reply, _ brief: Brief, _ redactor: Redactor) {
        let known = Set(brief.observations.map(\.id))
        var uncited = 0
        for claim in reply.claims where !claim.text.isEmpty {
            let cited = claim.evidence.filter(known.contains)
            guard !cited.isEmpty, cited.count == claim.evidence.count else {
                uncited += 1
                continue
            }
            let text = redactor.restore(String(claim.text.prefix(600)))
            let taken = Claim(text: text, evidence: cited)
            if claims.count < Self.claimLimit, !claims.contains(taken) { claims.append(taken) }
        }
        if uncited > 0 {
            dropped.append(
                "\(uncited) claim\(uncited == 1 ? "" : "s") that cited no observation of the case")
        }
        cause = choice(reply.cause, among: brief.openCauses, "cause") ?? cause
        fix = choice(reply.fix, among: brief.openFixes, "fix") ?? fix
    }

    private mutating func choice(
        _ id: String, among open: Set<String>, _ what: String
    ) -> String? {
        if id.isEmpty { return nil }
        if open.contains(id) { return id }
        dropped.append("a \(what) that the observations already settle, or that is none")
        return nil
    }

    /// The requests that may be answered; the others are noted.
    mutating func allowed(_ requests: [Reply.Request], in brief: Brief) -> [EvidenceRequest] {
        var result: [EvidenceRequest] = []
        for request in requests {
            guard let tool = EvidenceRequest.Tool(rawValue: request.tool),
                brief.objects.contains(request.object), result.count < Self.requestLimit
            else {
                dropped.append("a request for what is not on offer")
                continue
            }
            let wanted = EvidenceRequest(tool: tool, object: request.object)
            if !result.contains(wanted) { result.append(wanted) }
        }
        return result
    }
}
