package import ClusterModel
package import Detection

/// Why an incident is there, down to what somebody can change.
package struct RootCause: Sendable {
    /// The category of the trouble that this is: often the incident's own.
    package var category: Category
    /// One sentence.
    package var summary: String
    package var confidence: Confidence
    /// What the claim rests on; never empty.
    package var evidence: [Fact.ID]
    /// The object that is at fault.
    package var object: ObjectKey
    /// What exactly is wrong, for those who mend it.
    package var fault: Fault

    package init(
        _ fault: Fault, on object: ObjectKey, _ category: Category, _ confidence: Confidence,
        _ summary: String, evidence: [Fact.ID]
    ) {
        self.fault = fault
        self.object = object
        self.category = category
        self.confidence = confidence
        self.summary = summary
        self.evidence = evidence
    }
}

/// A step on the way from the cause to the symptom.
package struct ChainLink: Hashable, Sendable {
    package let object: ObjectKey
    package let text: String
    package var evidence: [Fact.ID] = []
}
