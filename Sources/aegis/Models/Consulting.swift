import Analysis
import ClusterModel
import Detection
import StructuredData

/// Asks a language model about analyses that the rules have made. A model that cannot be reached
/// costs one warning; the rules' answer stands as it is.
struct Consulting {
    /// What a model takes is measured for its ceilings also where the run's own clock stands still.
    private static let start = ContinuousClock.now

    private let options: EngineOptions
    private let choice: ModelChoice
    private let model: any LanguageModel
    private let recorder: RecordingModel?
    private let rounds: Int
    private let view: ClusterView
    private let logs: LogArchive

    /// Nil where the rules are to explain alone.
    init?(
        _ options: EngineOptions, _ settings: AgentSettings, _ environment: [String: String],
        _ view: ClusterView, logs: LogArchive, rounds: Int
    ) throws {
        let choice = ModelChoice(settings: settings.model, environment: environment)
        guard let model = try Self.model(options, settings, choice) else { return nil }
        self.options = options
        self.choice = choice
        self.view = view
        self.logs = logs
        recorder = options.recordAnswers == nil ? nil : RecordingModel(model)
        self.model = recorder ?? model
        self.rounds = rounds
    }

    /// Variables that programs miss are named by no object, and yet no secret.
    private func redactor(for analyses: [IncidentAnalysis]) -> Redactor {
        var names = KnownNames(view.snapshot)
        for cause in analyses.flatMap(\.causes) {
            if case .missingVariable(_, let name, _) = cause.fault { names.add(name) }
        }
        return Redactor(names, choice.redaction)
    }

    private func consultation(_ redactor: Redactor) -> Consultation {
        Consultation(
            model: model, redactor: redactor, ceilings: choice.ceilings, rounds: rounds,
            clock: { Self.start.duration(to: .now) / .seconds(1) })
    }

    private static func model(
        _ options: EngineOptions, _ settings: AgentSettings, _ choice: ModelChoice
    ) throws -> (any LanguageModel)? {
        // Who names a recording or wants to see a prompt means a model, whatever is configured.
        let configured = options.concernsModel ? nil : Engine(rawValue: settings.engine)
        let engine = options.engine ?? configured ?? .auto
        if engine == .rules { return nil }
        if let path = options.replayAnswers { return ReplayingModel(try recording(path)) }
        if let model = try choice.model() { return model }
        if options.showPrompt { return NoModel() }
        guard engine == .llm else { return nil }
        throw InputError(
            message:
                "--engine llm: no model is configured; set AEGIS_MODEL, or agent.model.name in "
                + "the configuration")
    }

    private static func recording(_ path: String) throws -> [RecordedAnswer] {
        let lines = try InputFile(path: path).contents().split(separator: UInt8(ascii: "\n"))
        return try lines.map { line in
            try readDocument(Array(line), source: path) { reader in
                var answer = RecordedAnswer()
                try answer.read(from: &reader)
                return answer
            }
        }
    }

    /// What would be asked first about each incident.
    func prompts(for analyses: [IncidentAnalysis]) -> String {
        prompts(for: analyses.map(Brief.init), redactor(for: analyses))
    }

    func prompt(for brief: Brief) -> String { prompts(for: [brief], redactor(for: [])) }

    private func prompts(for briefs: [Brief], _ redactor: Redactor) -> String {
        let consultation = consultation(redactor)
        return briefs.map { brief in
            let prompt = consultation.prompt(for: brief)
            let turns = prompt.turns.map(\.text.description).joined(separator: "\n")
            return "\(prompt.task)\n\n\(turns)"
        }.joined(separator: "\n---\n\n")
    }

    /// The analyses with what the model adds, as far as it could be asked.
    func ask(about analyses: [IncidentAnalysis]) async throws -> [IncidentAnalysis] {
        let redactor = redactor(for: analyses)
        let desk = EvidenceDesk(view, logs: logs, redactor: redactor)
        let consultation = consultation(redactor)
        var spending = Spending()
        var result = analyses
        for place in analyses.indices {
            do {
                try await ask(consultation, desk, about: &result[place], &spending)
            } catch {
                Diagnostics.warning("the model is not asked any further: \(error)")
                break
            }
        }
        if spending.questions > 0 {
            Diagnostics.info(
                "the model took \(spending.questions) questions, \(spending.inputTokens) tokens of "
                    + "prompts and \(spending.outputTokens) of answers")
        }
        if let path = options.recordAnswers { try record(to: path) }
        return result
    }

    /// What the model says of proposals; it makes no numbers. Nil where there is nothing to ask.
    func opinion(of list: ScalingProposalList) async throws -> OpinionRecord? {
        let brief = Brief(list)
        guard !brief.fixes.isEmpty, let opinion = try await ask(about: brief) else { return nil }
        return OpinionRecord(opinion, causes: [], fixes: brief.fixes.map(\.text))
    }

    /// Nil if it could not be asked.
    private func ask(about brief: Brief) async throws -> Opinion? {
        let consultation = consultation(redactor(for: []))
        var spending = Spending()
        var opinion: Opinion?
        do {
            opinion = try await consultation.ask(about: brief, spending: &spending) { _ in [] }
        } catch {
            Diagnostics.warning("the model is not asked any further: \(error)")
        }
        if let path = options.recordAnswers { try record(to: path) }
        return opinion
    }

    private func ask(
        _ consultation: Consultation, _ desk: EvidenceDesk, about analysis: inout IncidentAnalysis,
        _ spending: inout Spending
    )
        async throws
    {
        var found: [Evidence] = []
        let before = analysis
        let opinion = try await consultation.ask(about: Brief(before), spending: &spending) {
            request in
            let new = desk.answer(request, about: before).filter { !found.contains($0) }
            found += new
            let start = before.facts.count + found.count - new.count
            return new.enumerated().map {
                Brief.Item(
                    id: "E\(start + $0 + 1)",
                    text: "\($1.resource) \($1.path): \($1.value) \($1.note)")
            }
        }
        analysis.take(opinion, found)
    }

    private func record(to path: String) throws {
        let answers = recorder?.answers ?? []
        try AtomicFile.write(path, mode: 0o600) { write in
            for answer in answers {
                var writer = DocumentWriter(format: .json)
                answer.write(to: &writer)
                try write(writer.takeOutput())
            }
        }
    }
}

/// For prompts that are shown and not asked.
private struct NoModel: LanguageModel {
    let name = ""

    func answer(_ prompt: ModelPrompt) throws -> ModelAnswer {
        throw InputError(message: "no model is configured")
    }
}
