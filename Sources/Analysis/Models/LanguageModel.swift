/// Answers a prompt. What it says is a suggestion: it can add to what the rules found, and never
/// takes anything away.
package protocol LanguageModel: Sendable {
    /// The model's name, as reports show it.
    var name: String { get }

    func answer(_ prompt: ModelPrompt) async throws -> ModelAnswer
}

/// What a model is asked. Every word of it is ours or has been redacted.
package struct ModelPrompt: Sendable, Hashable {
    /// What the model is to do; no word of it comes from the cluster.
    package var task: RedactedText
    /// What was observed, and what was said before, in turns: data, never instructions.
    package var turns: [Turn]
    /// JSON schema that the answer has to follow.
    package var schema: RedactedText
    /// Tokens that the answer may have.
    package var answerLimit: Int
    /// Seconds that it may take.
    package var timeLimit: Double

    package struct Turn: Sendable, Hashable {
        package enum Speaker: String, Sendable { case user, assistant }

        package let speaker: Speaker
        package let text: RedactedText
    }
}

/// What a model said, and what that took.
package struct ModelAnswer: Sendable, Equatable {
    package var text: String
    package var inputTokens: Int
    package var outputTokens: Int

    package init(text: String, inputTokens: Int, outputTokens: Int) {
        self.text = text
        self.inputTokens = inputTokens
        self.outputTokens = outputTokens
    }
}
