package import ClusterModel
internal import Detection
package import StructuredData
internal import Synchronization

/// A model's answer with the prompt it was given to, as a recording keeps it, one a line.
package struct RecordedAnswer: Message, Hashable {
    /// A checksum of the prompt: what was asked need not lie about.
    package var prompt = ""
    package var model = ""
    package var text = ""
    package var inputTokens = 0
    package var outputTokens = 0

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("prompt", 1, &prompt)
        try visit.field("model", 2, &model)
        try visit.field("text", 3, &text)
        try visit.field("inputTokens", 4, &inputTokens)
        try visit.field("outputTokens", 5, &outputTokens)
    }
}

/// A model that notes what another answers.
package final class RecordingModel: LanguageModel {
    private let model: any LanguageModel
    private let noted = Mutex<[RecordedAnswer]>([])

    package init(_ model: any LanguageModel) { self.model = model }

    package var name: String { model.name }
    package var answers: [RecordedAnswer] { noted.withLock { $0 } }

    package func answer(_ prompt: ModelPrompt) async throws -> ModelAnswer {
        let answer = try await model.answer(prompt)
        var entry = RecordedAnswer()
        entry.prompt = prompt.checksum
        entry.model = model.name
        entry.text = answer.text
        entry.inputTokens = answer.inputTokens
        entry.outputTokens = answer.outputTokens
        noted.withLock { $0.append(entry) }
        return answer
    }
}

/// A model that answers from a recording, without any network.
package struct ReplayingModel: LanguageModel {
    /// The prompt is not in the recording.
    package struct Unknown: Error, CustomStringConvertible {
        package let description =
            "the recording has no answer to this prompt; record it anew with --record-answers"
    }

    package let name: String
    private let answers: [String: RecordedAnswer]

    package init(_ answers: [RecordedAnswer]) {
        name = answers.first?.model ?? "recording"
        self.answers = answers.reduce(into: [:]) { $0[$1.prompt] = $1 }
    }

    package func answer(_ prompt: ModelPrompt) throws -> ModelAnswer {
        guard let entry = answers[prompt.checksum] else { throw Unknown() }
        return ModelAnswer(
            text: entry.text, inputTokens: entry.inputTokens, outputTokens: entry.outputTokens)
    }
}

extension ModelPrompt {
    /// Sixteen hexadecimal digits that stand for all that is asked.
    package var checksum: String {
        Fingerprint.of([task.description, schema.description] + turns.map(\.text.description))
    }
}
