package import Analysis
internal import ClusterModel
internal import HTTP
internal import StructuredData

/// A model behind OpenAI's API or one that speaks it: vLLM, llama.cpp, Ollama, LiteLLM.
///
/// Source: platform.openai.com/docs/api-reference/chat. The answer's form is asked for as
/// `response_format`; a server that does not know it says 400, and is then asked without.
package struct OpenAIModel: LanguageModel {
    private let endpoint: ModelEndpoint

    package init(_ endpoint: ModelEndpoint) { self.endpoint = endpoint }

    package var name: String { endpoint.model }

    package func answer(_ prompt: ModelPrompt) async throws -> ModelAnswer {
        do {
            return try await ask(prompt, withSchema: true)
        } catch let failure as ModelFailure where failure.status == 400 {
            return try await ask(prompt, withSchema: false)
        }
    }

    private func ask(_ prompt: ModelPrompt, withSchema: Bool) async throws -> ModelAnswer {
        let request = endpoint.request(
            "/chat/completions", body: try body(prompt, withSchema: withSchema),
            keyField: { ("Authorization", "Bearer \($0)") }, more: [:])
        let bytes = try await endpoint.send(request, within: prompt.timeLimit)
        let answer = try readDocument(bytes, source: "answer") { reader in
            var answer = OpenAIAnswer()
            try answer.read(from: &reader)
            return answer
        }
        guard let text = answer.choices.first?.message.content, !text.isEmpty else {
            throw ModelNonsense(attempted: request.summary)
        }
        return ModelAnswer(
            text: text, inputTokens: answer.usage.promptTokens,
            outputTokens: answer.usage.completionTokens)
    }

    private func body(_ prompt: ModelPrompt, withSchema: Bool) throws -> [UInt8] {
        let task: JSONValue = ["role": "system", "content": .string(prompt.task.description)]
        var body: JSONValue = [
            "model": .string(endpoint.model), "max_tokens": .int(Int64(prompt.answerLimit)),
            "temperature": 0, "messages": .array([task] + prompt.turns.map(\.message)),
        ]
        if withSchema {
            body["response_format"] = [
                "type": "json_schema",
                "json_schema": [
                    "name": "opinion", "strict": true, "schema": try prompt.schemaDocument,
                ],
            ]
        }
        return body.bytes(.json)
    }
}

private struct OpenAIAnswer: Message {
    struct Choice: Message {
        var message = Content()
        static let keys = KeyTable(of: Self.self)
        mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
            try visit.field("message", 1, &message)
        }
    }

    struct Content: Message {
        var content = ""
        static let keys = KeyTable(of: Self.self)
        mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
            try visit.field("content", 1, &content)
        }
    }

    struct Usage: Message {
        var promptTokens = 0
        var completionTokens = 0
        static let keys = KeyTable(of: Self.self)
        mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
            try visit.field("prompt_tokens", 1, &promptTokens)
            try visit.field("completion_tokens", 2, &completionTokens)
        }
    }

    var choices: [Choice] = []
    var usage = Usage()
    static let keys = KeyTable(of: Self.self)
    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("choices", 1, &choices)
        try visit.field("usage", 2, &usage)
    }
}
