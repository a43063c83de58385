package import ClusterModel

/// What is measured: cores, or bytes.
package enum MeasuredResource: String, Sendable, Hashable, CaseIterable {
    case cpu, memory

    package var name: Symbol {
        switch self {
        case .cpu: "cpu"
        case .memory: "memory"
        }
    }
}

/// Whose usage a series is.
package enum UsageOwner: Sendable, Hashable {
    case pod(Symbol)
    /// One of this workload's pods, whose name is not known or does not matter.
    case workload(Kind, Symbol)
}

/// One container's use of one resource at even steps: the unit in which every source delivers.
package struct UsageSeries: Sendable {
    package var namespace: Symbol
    package var owner: UsageOwner
    package var container: Symbol
    package var resource: MeasuredResource
    /// Seconds since 1970 of the first value.
    package var start: Int64
    /// Seconds from one value to the next, at least 1.
    package var step: Int64
    /// Cores or bytes; NaN where nothing was measured.
    package var values: [Float]

    /// Nil for moments and steps that no clock has; everything behind relies on their range.
    package init?(
        namespace: Symbol, owner: UsageOwner, container: Symbol, resource: MeasuredResource,
        start: Int64, step: Int64, values: [Float]
    ) {
        guard (0...253_402_300_799).contains(start), (1...31_536_000).contains(step),
            values.count < 100_000_000
        else { return nil }
        self.namespace = namespace
        self.owner = owner
        self.container = container
        self.resource = resource
        self.start = start
        self.step = step
        self.values = values
    }
}
