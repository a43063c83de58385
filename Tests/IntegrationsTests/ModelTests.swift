import Analysis
import HTTP
import Integrations
import LoopbackServer
import Testing

@Suite struct ModelTests {
    private static let key = "sk-canary-0123456789"
    private static let prompt = Consultation(
        model: Mute(), redactor: Redactor(KnownNames()), ceilings: Ceilings(), rounds: 1,
        clock: { 0 }
    ).prompt(for: Brief(incident: "Pod shop/cart crash-loops"))

    private func endpoint(_ server: LoopbackServer, _ path: String = "") -> ModelEndpoint {
        var limits = ResilientClient.Limits()
        limits.retry.maxAttempts = 1
        let client = ResilientClient(HTTPClient(ClientConfiguration()), limits: limits)
        return ModelEndpoint(
            base: server.url + path, model: "m", key: Self.key, client: client)
    }

    private func server(_ status: Int, _ body: String) throws -> LoopbackServer {
        try LoopbackServer { _, _ in .json(body, status: status) }
    }

    @Test func `OpenAI's API is asked for JSON of a schema`() async throws {
        let server = try server(
            200,
            #"{"choices":[{"message":{"role":"assistant","content":"{\"claims\":[]}"}}],"#
                + #""usage":{"prompt_tokens":12,"completion_tokens":3}}"#)
        let answer = try await OpenAIModel(endpoint(server, "/v1/")).answer(Self.prompt)
        #expect(answer == ModelAnswer(text: #"{"claims":[]}"#, inputTokens: 12, outputTokens: 3))
        let request = try #require(server.requests.first)
        #expect(request.target == "/v1/chat/completions")
        #expect(request.headers["authorization"] == "Bearer \(Self.key)")
        let body = String(decoding: request.body, as: UTF8.self)
        #expect(body.contains(#""response_format":{"type":"json_schema""#))
        #expect(body.contains(#"crash-loops"#) && !body.contains(Self.key))
    }

    @Test func `a server without schemas is asked without`() async throws {
        let server = try LoopbackServer { request, _ in
            String(decoding: request.body, as: UTF8.self).contains("response_format")
                ? .json(#"{"error":{"message":"response_format is not supported"}}"#, status: 400)
                : .json(#"{"choices":[{"message":{"content":"{}"}}]}"#)
        }
        #expect(try await OpenAIModel(endpoint(server)).answer(Self.prompt).text == "{}")
        #expect(server.requests.count == 2)
    }

    @Test func `Anthropic's API answers through a tool`() async throws {
        let server = try server(
            200,
            #"{"content":[{"type":"text","text":""},{"type":"tool_use","name":"opinion","#
                + #""input":{"claims":[{"text":"a","evidence":["E1"]}]}}],"#
                + #""usage":{"input_tokens":7,"output_tokens":5}}"#)
        let answer = try await AnthropicModel(endpoint(server)).answer(Self.prompt)
        #expect(answer.text == #"{"claims":[{"text":"a","evidence":["E1"]}]}"#)
        #expect(answer.inputTokens == 7 && answer.outputTokens == 5)
        let request = try #require(server.requests.first)
        #expect(request.target == "/v1/messages")
        #expect(request.headers["x-api-key"] == Self.key)
        #expect(request.headers["anthropic-version"] == "2023-06-01")
        #expect(String(decoding: request.body, as: UTF8.self).contains(#""tool_choice""#))
    }

    @Test(arguments: [
        (401, "check the key"), (404, "check the endpoint"), (429, "rate limit"), (500, "500"),
    ])
    func `a refusal is one sentence without the key`(status: Int, hint: String) async throws {
        let server = try server(status, #"{"error":"bad key \#(Self.key)\n\nin request"}"#)
        for model: any LanguageModel in [
            OpenAIModel(endpoint(server)), AnthropicModel(endpoint(server)),
        ] {
            let error = await #expect(throws: ModelFailure.self) {
                try await model.answer(Self.prompt)
            }
            let text = error.map { "\($0)" } ?? ""
            #expect(text.contains(hint) && !text.contains(Self.key) && !text.contains("\n"))
        }
    }

    @Test(arguments: ["{}", #"{"choices":[]}"#, "no JSON", #"{"content":[]}"#, "[1]"])
    func `an answer without a text is an error`(body: String) async throws {
        let server = try server(200, body)
        await #expect(throws: (any Error).self) {
            try await OpenAIModel(endpoint(server)).answer(Self.prompt)
        }
        await #expect(throws: (any Error).self) {
            try await AnthropicModel(endpoint(server)).answer(Self.prompt)
        }
    }
}

private struct Mute: LanguageModel {
    let name = "mute"
    func answer(_ prompt: ModelPrompt) throws -> ModelAnswer {
        ModelAnswer(text: "", inputTokens: 0, outputTokens: 0)
    }
}
