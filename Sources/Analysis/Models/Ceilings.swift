/// What one run may spend on a model; reaching one ends the asking, not the analysis.
package struct Ceilings: Sendable, Equatable {
    /// Tokens of prompts and answers together.
    package var tokens = 200_000
    /// Seconds over all questions.
    package var seconds = 120.0
    /// In the currency of the prices.
    package var cost = 0.5
    /// Per million tokens; 0 for a model of one's own.
    package var inputPrice = 0.0
    package var outputPrice = 0.0

    package init() {}
}

/// What a run has spent so far.
package struct Spending: Sendable, Equatable {
    package private(set) var questions = 0
    package private(set) var inputTokens = 0
    package private(set) var outputTokens = 0
    package private(set) var seconds = 0.0

    package init() {}

    package mutating func add(_ answer: ModelAnswer, seconds: Double) {
        questions += 1
        inputTokens = inputTokens.saturatingAdd(max(answer.inputTokens, 0))
        outputTokens = outputTokens.saturatingAdd(max(answer.outputTokens, 0))
        self.seconds += seconds
    }

    package func cost(_ ceilings: Ceilings) -> Double {
        (Double(inputTokens) * ceilings.inputPrice + Double(outputTokens) * ceilings.outputPrice)
            / 1_000_000
    }

    /// Why no more may be asked; nil while it may.
    package func exhausted(_ ceilings: Ceilings) -> String? {
        if inputTokens.saturatingAdd(outputTokens) >= ceilings.tokens {
            return "the ceiling of \(ceilings.tokens) tokens is reached"
        }
        if seconds >= ceilings.seconds {
            return "the ceiling of \(Int(ceilings.seconds)) s is reached"
        }
        if cost(ceilings) >= ceilings.cost, ceilings.inputPrice + ceilings.outputPrice > 0 {
            return "the ceiling of \(ceilings.cost) for models is reached"
        }
        return nil
    }
}

extension Int {
    fileprivate func saturatingAdd(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
