import ClusterModel
import Detection
import Testing

@testable import Analysis

@Suite("Analyses")
struct AnalysisTests {
    @Test(
        "each incident of the fixtures has its cause, its fixes and what the trial showed",
        arguments: Category.allCases)
    func table(category: Category) throws {
        AnalysisTable.expect(try AnalysisTable.text(of: category), matches: category.rawValue)
    }

    @Test("every claim cites facts that are there", arguments: Category.allCases)
    func citations(category: Category) throws {
        for analysis in try analyses(of: category) {
            let known = Set(analysis.facts.map(\.id))
            for cause in analysis.causes {
                #expect(!cause.evidence.isEmpty, "\(cause.summary)")
                #expect(cause.evidence.allSatisfy(known.contains), "\(cause.summary)")
            }
            #expect(analysis.chain.allSatisfy { $0.evidence.allSatisfy(known.contains) })
            #expect(analysis.chain.first?.text == analysis.causes[0].summary)
        }
    }

    @Test(
        "every fix says what to do in one line, and every patch what it changes",
        arguments: Category.allCases)
    func fixes(category: Category) throws {
        for analysis in try analyses(of: category) {
            #expect(!analysis.fixes.isEmpty, "\(analysis.incident.title)")
            for fix in analysis.fixes {
                #expect(!fix.command.isEmpty && !fix.command.contains("\n"), "\(fix.title)")
                #expect(!fix.rationale.isEmpty)
                #expect(fix.patches.isEmpty == fix.blastRadius.isEmpty, "\(fix.title)")
                if fix.patches.isEmpty { #expect(fix.standing == .unverified) }
                if fix.standing == .refuted { #expect(!fix.refutation.isEmpty) }
            }
        }
    }

    @Test("every category has at least three cases", arguments: Category.allCases)
    func cases(category: Category) throws {
        let known = try analyses(of: category).count
        // Of certificates there is no third kind: one has expired, or will.
        #expect(known >= (category == .certificateExpired ? 2 : 3), "\(category): \(known)")
    }

    private func analyses(of category: Category) throws -> [IncidentAnalysis] {
        try AnalysisTable.cases(of: category).map(\.analysis)
    }
}
