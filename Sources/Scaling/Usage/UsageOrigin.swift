/// Where usage may come from.
package enum UsageKind: String, Sendable {
    case metricsServer = "metrics-server"
    case prometheus
    case vpa
    case file
}

/// Where usage came from, and what is to be known of it.
package struct UsageOrigin: Sendable, Hashable {
    package var source: UsageKind
    /// For a person; empty if there is nothing to say.
    package var note: String

    package init(_ source: UsageKind, note: String = "") {
        self.source = source
        self.note = note
    }
}

/// Something that usage can be read from.
package protocol UsageSource {
    /// Reads all there is of the window into the book.
    func read(into book: inout UsageBook) async throws -> UsageOrigin
}

/// How far a history can be relied on.
package struct Confidence: Sendable {
    package enum Level: String, Sendable { case low, medium, high }

    package let level: Level
    package let reason: String

    /// A week shows a weekend, a day shows a night.
    package init(samples: Int, seconds: Int) {
        let days = Double(seconds) / 86400
        switch (days, samples) {
        case (7..., 500...): (level, reason) = (.high, "")
        case (1..., 100...):
            (level, reason) = (
                .medium, days < 7 ? "less than a week of history" : "fewer than 500 samples"
            )
        default: (level, reason) = (.low, samples == 1 ? "a single sample" : "little history")
        }
    }
}
