/// One of the three that work on an incident. Its rules side needs nothing but what was read, always
/// answers, and answers the same; what else may have something to say is asked after it and can add
/// to its answer, never take from it.
package struct Agent<Question: Sendable, Answer: Sendable>: Sendable {
    package let name: AgentName
    package let rules: @Sendable (inout Question) -> Answer

    package init(
        _ name: AgentName, rules: @escaping @Sendable (inout Question) -> Answer
    ) {
        self.name = name
        self.rules = rules
    }
}
