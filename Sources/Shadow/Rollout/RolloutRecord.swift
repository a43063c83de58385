/// How a change fared on its way into production.
package struct RolloutRecord: Sendable, Equatable {
    package enum State: String, Sendable {
        case applied, rolledBack
    }

    package struct Stage: Sendable, Equatable {
        /// `2 of 4 pods`, `at once`.
        package var extent: String
        /// What the gate said; empty while all is well.
        package var trouble = ""
    }

    package var state = State.applied
    package var stages: [Stage] = []
}
