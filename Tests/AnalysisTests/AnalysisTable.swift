import Detection
import Glibc
import Testing

@testable import Analysis

/// What is expected of each incident in the fixtures, a file for each category: the cause, every fix
/// with its standing, and what could not be told. `AEGIS_RECORD=1 swift test` writes the files anew
/// and fails once.
enum AnalysisTable {
    struct Case: Sendable {
        let fixture: String
        let analysis: IncidentAnalysis
    }

    /// Of all fixtures, once for all tests.
    private static let cases: [Category: Result<[Case], any Error>] = Dictionary(
        uniqueKeysWithValues: Category.allCases.map { category in
            (
                category,
                Result { try Scene.fixtures(of: category).flatMap { try cases(in: $0, category) } }
            )
        })

    static func cases(of category: Category) throws -> [Case] {
        try cases[category]?.get() ?? []
    }

    private static func cases(in path: String, _ category: Category) throws -> [Case] {
        let view = try Scene.view(path)
        let incidents = Detection.incidents(in: view)
        let workflow = Workflow(view, incidents: incidents, maxIterations: 5)
        let name = path.split(separator: "/").suffix(2).joined(separator: "/").dropLast(5)
        return incidents.filter { $0.rule.category == category }.map {
            Case(fixture: String(name), analysis: workflow.analyze($0))
        }
    }

    static func text(of category: Category) throws -> String {
        try cases(of: category).map { "\($0.fixture)\n" + text(of: $0.analysis) + "\n" }.joined()
    }

    static func text(of analysis: IncidentAnalysis) -> String {
        let cause = analysis.causes[0]
        var lines = [
            "  incident  \(analysis.incident.resource)",
            "  cause     \(cause.confidence.rawValue): \(cause.summary)",
        ]
        lines += analysis.causes.dropFirst().map {
            "  or else   \($0.confidence.rawValue): \($0.summary)"
        }
        lines += analysis.fixes.map { fix in
            let kind = fix.patches.first.map { "\($0.kind.rawValue) of \($0.target)" } ?? "a step"
            let why = fix.refutation.isEmpty ? "" : ": \(fix.refutation)"
            return "  \(fix.standing.rawValue.padded) \(fix.title) [\(kind)]\(why)"
        }
        lines += analysis.verification.checks.filter { $0.status == .skipped && $0.name != "patch" }
            .map { "  unknown    \($0.name): \($0.message)" }
        return lines.map { $0 + "\n" }.joined()
    }

    static func expect(
        _ text: String, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let path = "\(Scene.folder)/Expected/\(name).txt"
        if getenv("AEGIS_RECORD") != nil {
            write(text, to: path)
            Issue.record("recorded \(name); run again", sourceLocation: sourceLocation)
            return
        }
        let expected = read(path)
        guard expected != text else { return }
        let pairs = zip(
            expected.split(separator: "\n", omittingEmptySubsequences: false),
            text.split(separator: "\n", omittingEmptySubsequences: false))
        let first = pairs.first { $0 != $1 }.map { "- \($0)\n+ \($1)" } ?? "one is longer"
        Issue.record("\(name) differs:\n\(first)", sourceLocation: sourceLocation)
    }

    private static func read(_ path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&piece, 1, piece.count, file), count > 0 {
            bytes += piece[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func write(_ text: String, to path: String) {
        guard let file = fopen(path, "w") else { return }
        fputs(text, file)
        fclose(file)
    }
}

extension String {
    fileprivate var padded: String { self + String(repeating: " ", count: max(0, 10 - count)) }
}
