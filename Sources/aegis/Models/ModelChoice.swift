import Analysis
import HTTP
import Integrations
import StructuredData

/// Which model is asked, from flags, environment and configuration.
struct ModelChoice {
    enum Provider: String, CaseIterable {
        case openAI = "openai"
        case anthropic

        var defaultEndpoint: String {
            switch self {
            case .openAI: "https://api.openai.com/v1"
            case .anthropic: "https://api.anthropic.com"
            }
        }

        /// Where their own tools look for the key.
        var keyVariable: String {
            switch self {
            case .openAI: "OPENAI_API_KEY"
            case .anthropic: "ANTHROPIC_API_KEY"
            }
        }
    }

    let settings: ModelSettings
    let environment: [String: String]

    /// Nil where none is configured: a model's name is what makes one.
    func model() throws -> (any LanguageModel)? {
        let name = environment.nonEmpty("AEGIS_MODEL") ?? settings.name
        guard !name.isEmpty else { return nil }
        let provider = try provider
        let endpoint = environment.nonEmpty("AEGIS_MODEL_ENDPOINT") ?? settings.endpoint
        let base = endpoint.isEmpty ? provider.defaultEndpoint : endpoint
        guard URLParts(base) != nil else {
            throw InputError(
                message: "the model's endpoint \"\(base)\" is no http or https address")
        }
        // A model takes its time; whoever cannot wait sets maxSeconds.
        var limits = ResilientClient.Limits()
        limits.retry = RetryPolicy(maxAttempts: 2, totalTime: .seconds(20))
        let client = ResilientClient(
            HTTPClient(ClientConfiguration(stallLimit: .seconds(300))), limits: limits)
        let place = ModelEndpoint(
            base: base, model: name, key: try key(for: provider), client: client)
        switch provider {
        case .openAI: return OpenAIModel(place)
        case .anthropic: return AnthropicModel(place)
        }
    }

    var ceilings: Ceilings {
        var ceilings = Ceilings()
        if settings.maxTokens > 0 { ceilings.tokens = settings.maxTokens }
        if settings.maxSeconds > 0 { ceilings.seconds = settings.maxSeconds }
        if settings.maxCost > 0 { ceilings.cost = settings.maxCost }
        ceilings.inputPrice = max(settings.inputPrice, 0)
        ceilings.outputPrice = max(settings.outputPrice, 0)
        return ceilings
    }

    var redaction: Redactor.Options {
        var options = Redactor.Options()
        options.hidesNames = settings.hideNames
        options.hidesAddresses = settings.hideAddresses
        return options
    }

    private var provider: Provider {
        get throws {
            let name = environment.nonEmpty("AEGIS_MODEL_PROVIDER") ?? settings.provider
            if name.isEmpty { return .openAI }
            guard let provider = Provider(rawValue: name) else {
                throw InputError(
                    message: "no provider of models is called \"\(name)\"; there are "
                        + Provider.allCases.map(\.rawValue).joined(separator: " and "))
            }
            return provider
        }
    }

    /// Empty for a server that wants none.
    private func key(for provider: Provider) throws -> String {
        if let key = environment.nonEmpty("AEGIS_MODEL_KEY")
            ?? environment.nonEmpty(provider.keyVariable)
        {
            return key
        }
        guard !settings.keyFile.isEmpty else { return "" }
        let bytes = try InputFile(path: settings.keyFile).contents(limit: 64 << 10)
        let text = String(decoding: bytes, as: UTF8.self)
        return text.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    }
}
