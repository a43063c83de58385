package import Analysis
internal import ClusterModel
internal import HTTP
internal import StructuredData

/// A model behind Anthropic's Messages API.
///
/// Source: docs.anthropic.com/en/api/messages. The answer's form is the input of a tool that the
/// model has to use; nothing is run by it.
package struct AnthropicModel: LanguageModel {
    private static let version = "2023-06-01"
    private let endpoint: ModelEndpoint

    package init(_ endpoint: ModelEndpoint) { self.endpoint = endpoint }

    package var name: String { endpoint.model }

    package func answer(_ prompt: ModelPrompt) async throws -> ModelAnswer {
        let request = endpoint.request(
            "/v1/messages", body: try body(prompt), keyField: { ("x-api-key", $0) },
            more: ["anthropic-version": Self.version])
        let bytes = try await endpoint.send(request, within: prompt.timeLimit)
        let answer = try readDocument(bytes, source: "answer") { reader in
            var answer = AnthropicAnswer()
            try answer.read(from: &reader)
            return answer
        }
        let text = answer.content.lazy
            .map { $0.input == .null ? $0.text : $0.input.compactText }.first { !$0.isEmpty }
        guard let text else { throw ModelNonsense(attempted: request.summary) }
        return ModelAnswer(
            text: text, inputTokens: answer.usage.inputTokens,
            outputTokens: answer.usage.outputTokens)
    }

    private func body(_ prompt: ModelPrompt) throws -> [UInt8] {
        let tool: JSONValue = [
            "name": "opinion", "description": "Gives the opinion.",
            "input_schema": try prompt.schemaDocument,
        ]
        let body: JSONValue = [
            "model": .string(endpoint.model), "max_tokens": .int(Int64(prompt.answerLimit)),
            "system": .string(prompt.task.description),
            "messages": .array(prompt.turns.map(\.message)), "tools": [tool],
            "tool_choice": ["type": "tool", "name": "opinion"],
        ]
        return body.bytes(.json)
    }
}

private struct AnthropicAnswer: Message {
    struct Block: Message {
        var text = ""
        var input = JSONValue.null
        static let keys = KeyTable(of: Self.self)
        mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
            try visit.field("text", 1, &text)
            try visit.field("input", 2, &input)
        }
    }

    struct Usage: Message {
        var inputTokens = 0
        var outputTokens = 0
        static let keys = KeyTable(of: Self.self)
        mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
            try visit.field("input_tokens", 1, &inputTokens)
            try visit.field("output_tokens", 2, &outputTokens)
        }
    }

    var content: [Block] = []
    var usage = Usage()
    static let keys = KeyTable(of: Self.self)
    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("content", 1, &content)
        try visit.field("usage", 2, &usage)
    }
}
