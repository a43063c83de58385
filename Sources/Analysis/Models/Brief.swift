/// One case as a model gets it: numbered texts, before they are redacted.
package struct Brief: Sendable {
    /// A numbered text.
    package struct Item: Sendable, Hashable {
        package let id: String
        package let text: String

        package init(id: String, text: String) {
            self.id = id
            self.text = text
        }
    }

    /// What the model is to do with it.
    package enum Task: Sendable {
        case incident
        /// Proposals of replicas and sizes: their numbers are worked out, not up for discussion.
        case scaling
    }

    package var task = Task.incident
    /// What it is about, in one sentence.
    package var incident: String
    /// The objects of which more may be asked for, as `Kind namespace/name`.
    package var objects: [String]
    package var observations: [Item]
    /// What the rules found; each with how sure it is.
    package var causes: [Item]
    /// Causes among which the order may be changed: those as sure as the first, if not certain.
    package var openCauses: Set<String>
    package var fixes: [Item]
    /// Fixes among which the order may be changed: those that the verifier judged like the first.
    package var openFixes: Set<String>

    package init(incident: String) {
        self.incident = incident
        objects = []
        observations = []
        causes = []
        openCauses = []
        fixes = []
        openFixes = []
    }

    var text: String {
        "Subject: \(incident)\nObjects: \(objects.joined(separator: "; "))\n"
            + "Observations:\n" + Self.text(of: observations) + "Causes:\n" + Self.text(of: causes)
            + "Fixes:\n" + Self.text(of: fixes)
    }

    /// A line an item: what is written in a text can then not pass for the next item.
    static func text(of items: [Item]) -> String {
        items.map { item in
            let line = item.text.split(whereSeparator: \.isNewline).joined(separator: " | ")
            return "\(item.id): \(line.prefix(2000))\n"
        }.joined()
    }
}

/// More evidence that a model asks for, by a tool that only reads.
package struct EvidenceRequest: Sendable, Hashable {
    package enum Tool: String, Sendable, CaseIterable {
        case events, log, spec, status
    }

    package let tool: Tool
    /// One of the brief's objects.
    package let object: String
}
