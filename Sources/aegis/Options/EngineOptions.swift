import ArgumentParser

/// Who speaks of what was found, and what is said to a language model.
struct EngineOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "auto asks a model if one is configured.",
            valueName: "engine"))
    var engine: Engine?

    @Flag(
        help: ArgumentHelp(
            "Print what a model would be asked, redacted, and ask nobody.", visibility: .rare))
    var showPrompt = false

    @Option(
        help: ArgumentHelp(
            "Keep a model's answers, for --replay-answers.", valueName: "file", visibility: .rare),
        completion: .file())
    var recordAnswers: String?

    @Option(
        help: ArgumentHelp(
            "Take the answers from this recording; no model is asked.", valueName: "file",
            visibility: .rare),
        completion: .file())
    var replayAnswers: String?

    /// Whether something is asked for that only a model can have to do with.
    var concernsModel: Bool { showPrompt || recordAnswers != nil || replayAnswers != nil }

    func validate() throws {
        let files = ["record": recordAnswers, "replay": replayAnswers]
        for (name, path) in files.sorted(by: { $0.key < $1.key }) where path?.isEmpty ?? false {
            throw ValidationError("--\(name)-answers names no file")
        }
        if recordAnswers != nil, replayAnswers != nil {
            throw ValidationError("--record-answers and --replay-answers exclude each other")
        }
        if engine == .rules, concernsModel {
            throw ValidationError("--engine rules asks no model")
        }
    }
}

/// Who speaks of what was found.
enum Engine: String, CaseIterable, ExpressibleByArgument {
    /// The rules that are built in: no network, the same answer for the same data.
    case rules
    /// The rules, and then a language model, which has to be configured.
    case llm
    /// As `llm` where a model is configured, else as `rules`.
    case auto
}
