import Detection
import Testing

@Suite("Explain")
struct ExplainTests {
    @Test(
        "says the same of a rule in every format, byte for byte",
        arguments: [
            (["explain", "OOMKilled"], "explain-oomkilled.txt"),
            (["explain", "dnsfailure", "-o", "markdown"], "explain-dnsfailure.md"),
            (["explain", "401", "-o", "json"], "explain-401.json"),
        ])
    func formats(arguments: [String], golden: String) async throws {
        let run = try await AegisProcess.run(arguments)
        #expect(run.status == 0 && run.errors == "", "\(run.transcript)")
        Golden.expect(run, matches: golden)
    }

    @Test("lists all rules, as scan does")
    func list() async throws {
        let run = try await AegisProcess.run(["explain"])
        #expect(run.status == 0)
        Golden.expect(run, matches: "rules.txt")
    }

    @Test("finds a rule by code, number and category, in any case", arguments: Registry.rules)
    func names(rule: Rule) {
        let number = String(rule.code.split(separator: "-").last ?? "")
        for name in [
            rule.code, rule.code.lowercased(), number, rule.category.rawValue.uppercased(),
        ] {
            let found = Registry.detectors(named: name).map { $0.rule.code }
            #expect(found.contains(rule.code), "\(name)")
        }
    }

    @Test("has much to say of every rule", arguments: Registry.rules)
    func complete(rule: Rule) throws {
        let detector = try #require(Registry.detectors.first { $0.rule == rule })
        let entry = detector.explanation
        #expect(entry.meaning.count > 60 && entry.meaning.hasSuffix("."))
        #expect(entry.detection.count > 60 && entry.detection.hasSuffix("."))
        #expect(!entry.exceptions.isEmpty && entry.causes.count >= 2)
        #expect(entry.commands.count >= 2)
        for text in entry.exceptions + entry.causes + entry.commands.map(\.purpose) {
            #expect(!text.hasSuffix(".") && !text.contains("\n"), "\(text)")
        }
        for step in entry.commands { #expect(!step.command.contains("\n")) }
    }

    @Test("names only rules that there are", arguments: Registry.rules)
    func references(rule: Rule) throws {
        let detector = try #require(Registry.detectors.first { $0.rule == rule })
        let categories = Set(Category.allCases.map(\.rawValue))
        for text in detector.explanation.exceptions {
            guard let colon = text.lastIndex(of: ":") else { continue }
            let name = text[text.index(after: colon)...].drop { $0 == " " }
            guard name.first?.isUppercase ?? false, !name.contains(" ") else { continue }
            #expect(categories.contains(String(name)), "\(text)")
        }
    }

    @Test(
        "offers the nearest name for one that there is not",
        arguments: [
            ("OMKilled", "did you mean 'OOMKilled'?"), ("AEG-40l", "did you mean 'AEG-40"),
            ("nothinglikeit", "'aegis explain' lists them"),
        ])
    func misspelt(name: String, hint: String) async throws {
        let run = try await AegisProcess.run(["explain", name])
        #expect(run.status == 64, "\(run.transcript)")
        #expect(run.errors.contains("no rule is called '\(name)'"), "\(run.transcript)")
        #expect(run.errors.contains(hint), "\(run.transcript)")
    }
}
