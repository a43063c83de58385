package import HTTP
internal import StructuredData

/// Where a model is asked, and as whom.
package struct ModelEndpoint: Sendable {
    /// The address without the API's own path: `https://api.openai.com/v1`, `http://127.0.0.1:8080/v1`.
    package let base: String
    package let model: String
    /// Empty for a server that wants none. In no error, log or report.
    private let key: String
    private let client: ResilientClient

    package init(base: String, model: String, key: String, client: ResilientClient) {
        self.base = base
        self.model = model
        self.key = key
        self.client = client
    }

    /// - Parameter keyField: makes the header that carries the key.
    func request(
        _ path: String, body: [UInt8], keyField: (String) -> (String, String),
        more: [String: String]
    ) -> Request {
        var headers: Headers = ["Content-Type": "application/json"]
        if !key.isEmpty {
            let (name, value) = keyField(key)
            headers[name] = value
        }
        for (name, value) in more { headers[name] = value }
        var base = base[...]
        while base.hasSuffix("/") { base = base.dropLast() }
        // Asking twice costs twice, and changes nothing: an answer that was lost may be asked for.
        return Request(
            .post, url: "\(base)\(path)", headers: headers, body: body, isRepeatable: true)
    }

    /// The answer's document. Throws `ModelFailure` for a refusal.
    func send(_ request: Request, within seconds: Double) async throws -> [UInt8] {
        let deadline = Duration.seconds(min(max(seconds, 1), 3600))
        let response = try await client.send(request, deadline: deadline)
        let body = try await response.body.collect(upTo: 8 << 20)
        let status = response.head.status
        guard (200..<300).contains(status) else {
            throw ModelFailure(
                attempted: request.summary, status: status, answer: body, hiding: key)
        }
        return body
    }
}

/// The model's server answered, and refused.
package struct ModelFailure: Error, CustomStringConvertible {
    package let attempted: String
    package let status: Int
    private let answer: String

    /// - Parameter key: what the answer must not show, should the server repeat it.
    init(attempted: String, status: Int, answer: [UInt8], hiding key: String) {
        self.attempted = attempted
        self.status = status
        let text = String(decoding: answer.prefix(300), as: UTF8.self)
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        let hidden = key.isEmpty ? line : line.replacing(key, with: "***")
        self.answer = hidden.maskingSecrets
    }

    package var description: String {
        let hint =
            switch status {
            case 401, 403: "; check the key"
            case 404: "; check the endpoint and the model's name"
            case 429: "; the quota or rate limit is used up"
            default: ""
            }
        return "\(attempted): the model's server answered \(status)\(hint): \(answer)"
    }
}

/// The answer cannot be understood.
struct ModelNonsense: Error, CustomStringConvertible {
    let attempted: String
    var description: String { "\(attempted): the answer has no text where the API puts it" }
}
