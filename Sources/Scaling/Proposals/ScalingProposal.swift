package import ClusterModel
package import StructuredData

/// What is proposed for one workload, with the arithmetic it rests on. A document of the contract:
/// `-o json` and the queue hold it, `shadow-test` reads it.
package struct ScalingProposal: Message {
    package static let kindName = "ScalingProposal"

    package enum State: String, Sendable {
        /// Something is to be changed.
        case proposed
        /// What is there is right.
        case unchanged
        /// Something would be changed, and a guard forbids it.
        case held
    }

    /// The same for the same values proposed for the same object.
    package var id = ""
    package var target = ResourceReference()
    package var state = Always("")
    package var createdAt = Timestamp()
    package var expiresAt = Timestamp()
    /// True if the workload is annotated with `aegis.io/ai-scaling: enabled`, without which nothing
    /// is ever applied.
    package var optedIn = Always(false)
    package var usage = UsageSummary()
    package var replicas: ReplicaChange?
    package var containers: [ContainerChange] = []
    package var forecast: ForecastSummary?
    package var guards = Always<[GuardRecord]>()
    package var replay: ReplaySummary?
    package var saving = Saving()
    package var patch: ProposedPatch?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("id", 1, &id)
        try visit.field("target", 2, &target)
        try visit.field("state", 3, &state)
        try visit.field("createdAt", 4, &createdAt)
        try visit.field("expiresAt", 5, &expiresAt)
        try visit.field("optedIn", 6, &optedIn)
        try visit.field("usage", 7, &usage)
        try visit.field("replicas", 8, &replicas)
        try visit.field("containers", 9, &containers)
        try visit.field("forecast", 10, &forecast)
        try visit.field("guards", 11, &guards)
        try visit.field("replay", 12, &replay)
        try visit.field("saving", 13, &saving)
        try visit.field("patch", 14, &patch)
    }
}

/// What was measured of the workload.
package struct UsageSummary: Message {
    package var source = ""
    package var confidence = ""
    package var start = Timestamp()
    package var end = Timestamp()
    package var samples = Always(0)
    package var pods = 0
    /// Why the confidence is not higher.
    package var note = ""

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("source", 1, &source)
        try visit.field("confidence", 2, &confidence)
        try visit.field("start", 3, &start)
        try visit.field("end", 4, &end)
        try visit.field("samples", 5, &samples)
        try visit.field("pods", 6, &pods)
        try visit.field("note", 7, &note)
    }
}

/// Replicas now and then.
package struct ReplicaChange: Message {
    package var current = Always(0)
    package var proposed = Always(0)
    /// `hpa`, `forecast`, or the name of the guard that alone decided.
    package var method = ""
    package var arithmetic = ""

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("current", 1, &current)
        try visit.field("proposed", 2, &proposed)
        try visit.field("method", 3, &method)
        try visit.field("arithmetic", 4, &arithmetic)
    }
}

/// One container's sizes.
package struct ContainerChange: Message {
    package var name = ""
    package var cpu: SizeChange?
    package var memory: SizeChange?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("cpu", 2, &cpu)
        try visit.field("memory", 3, &memory)
    }
}

/// One resource's request and limit.
package struct SizeChange: Message {
    package var request = AmountChange()
    package var limit: AmountChange?
    /// `krr`, `vpa`.
    package var method = ""
    package var arithmetic = ""
    /// What the other method says.
    package var alternatives: [Alternative] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("request", 1, &request)
        try visit.field("limit", 2, &limit)
        try visit.field("method", 3, &method)
        try visit.field("arithmetic", 4, &arithmetic)
        try visit.field("alternatives", 5, &alternatives)
    }
}

/// An amount now, empty where there is none, and then.
package struct AmountChange: Message {
    package var current = Quantity()
    package var proposed = Quantity()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package var isChange: Bool { current.text.isEmpty || current != proposed }

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("current", 1, &current)
        try visit.field("proposed", 2, &proposed)
    }
}

/// Another method's request.
package struct Alternative: Message {
    package var method = ""
    package var request = Quantity()
    package var lower = Quantity()
    package var upper = Quantity()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("method", 1, &method)
        try visit.field("request", 2, &request)
        try visit.field("lower", 3, &lower)
        try visit.field("upper", 4, &upper)
    }
}

/// What is to be sent to the API server.
package struct ProposedPatch: Message {
    /// The media type's short name, as kubectl's `--type` has it.
    package var type = ""
    /// JSON.
    package var body = ""

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("type", 1, &type)
        try visit.field("body", 2, &body)
    }
}
