package import ClusterModel
package import StructuredData

/// The forecast that replicas are counted for.
package struct ForecastSummary: Message {
    /// `holt-winters` or `seasonal-naive`.
    package var method = ""
    /// Cores: the highest upper bound of the coming day, and when.
    package var peak = Always(0.0)
    package var peakAt = Timestamp()
    /// Mean absolute errors in cores on the last days, and how many days that were.
    package var error: Double?
    package var baselineError: Double?
    package var backtestDays = 0
    package var note = ""

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("method", 1, &method)
        try visit.field("peak", 2, &peak)
        try visit.field("peakAt", 3, &peakAt)
        try visit.field("error", 4, &error)
        try visit.field("baselineError", 5, &baselineError)
        try visit.field("backtestDays", 6, &backtestDays)
        try visit.field("note", 7, &note)
    }
}

/// A guard that had something to say.
package struct GuardRecord: Message {
    package enum Effect: String, Sendable {
        /// The change does not take place.
        case held
        case raised
        case lowered
        /// Nothing was changed for it, but whoever applies the proposal should know.
        case noted
    }

    package var name = ""
    package var effect = ""
    /// `replicas`, or `app/memory`.
    package var subject = ""
    package var message = ""

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package init(_ name: GuardName, _ effect: Effect, _ subject: String, _ message: String) {
        self.name = name.rawValue
        self.effect = effect.rawValue
        self.subject = subject
        self.message = message
    }

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("effect", 2, &effect)
        try visit.field("subject", 3, &subject)
        try visit.field("message", 4, &message)
    }
}

/// The guards, by the names documents give them.
package enum GuardName: String, Sendable {
    case minimumSamples = "MinimumSamples"
    case autoscalerInCharge = "AutoscalerInCharge"
    case oomFloor = "OOMFloor"
    case memoryGrowth = "MemoryGrowth"
    case limitRange = "LimitRange"
    case nodeFit = "NodeFit"
    case resourceQuota = "ResourceQuota"
    case disruptionBudget = "PodDisruptionBudget"
    case redundancy = "Redundancy"
    case zeroReplicas = "ZeroReplicas"
    case lastReplica = "LastReplica"
    case oneChange = "OneChangeAtATime"
}

/// Past usage held against what is there and what is proposed.
package struct ReplaySummary: Message {
    package var hours = Always(0)
    package var current = ReplayOutcome()
    package var proposed = ReplayOutcome()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("hours", 1, &hours)
        try visit.field("current", 2, &current)
        try visit.field("proposed", 3, &proposed)
    }
}

/// What would have gone wrong.
package struct ReplayOutcome: Message {
    /// Hours in which some pod wanted more CPU than its limit.
    package var throttledHours = Always(0.0)
    /// Times a pod came to use more memory than its limit.
    package var oomKills = Always(0)
    /// Minutes, times the replicas that all demand would have needed beyond those there to fit into
    /// what they request.
    package var replicaMinutesShort = Always(0)

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("throttledHours", 1, &throttledHours)
        try visit.field("oomKills", 2, &oomKills)
        try visit.field("replicaMinutesShort", 3, &replicaMinutesShort)
    }
}

/// What all replicas request less than before; below zero where they request more.
package struct Saving: Message {
    package var cores = Always(0.0)
    package var bytes = Always(0)
    /// A month of 730 hours, with a price file.
    package var perMonth: Double?
    package var currency = ""

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("cores", 1, &cores)
        try visit.field("bytes", 2, &bytes)
        try visit.field("perMonth", 3, &perMonth)
        try visit.field("currency", 4, &currency)
    }
}
