import ClusterModel
import StructuredData

/// How incidents are analysed.
struct AgentSettings: Message {
    /// `rules`, `llm` or `auto`.
    var engine = ""
    /// Rounds of cause, fix and verification for one incident; 0 for the default.
    var maxIterations = 0
    var model = ModelSettings()

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("engine", 1, &engine)
        try visit.field("maxIterations", 2, &maxIterations)
        try visit.field("model", 3, &model)
    }
}

/// Which language model is asked, and what that may take. Keys are in the environment or in a file
/// of their own, never here.
struct ModelSettings: Message {
    /// `openai` for that API, whoever serves it, or `anthropic`.
    var provider = ""
    var endpoint = ""
    var name = ""
    /// A file with the key and nothing else.
    var keyFile = ""
    var maxTokens = 0
    var maxSeconds = 0.0
    var maxCost = 0.0
    /// Per million tokens.
    var inputPrice = 0.0
    var outputPrice = 0.0
    var hideNames = false
    var hideAddresses = false

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("provider", 1, &provider)
        try visit.field("endpoint", 2, &endpoint)
        try visit.field("name", 3, &name)
        try visit.field("keyFile", 4, &keyFile)
        try visit.field("maxTokens", 5, &maxTokens)
        try visit.field("maxSeconds", 6, &maxSeconds)
        try visit.field("maxCost", 7, &maxCost)
        try visit.field("inputPrice", 8, &inputPrice)
        try visit.field("outputPrice", 9, &outputPrice)
        try visit.field("hideNames", 10, &hideNames)
        try visit.field("hideAddresses", 11, &hideAddresses)
    }
}
