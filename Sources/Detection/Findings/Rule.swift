/// What a detector stands for: a stable code, and where its findings stand among the others.
package struct Rule: Hashable, Sendable {
    /// `AEG-101`; never reused.
    package let code: String
    package let category: Category
    /// Unless the finding itself or the configuration says otherwise.
    package let severity: Severity
    /// One line for `scan --list-rules`.
    package let summary: String
    package let layer: Layer

    package init(
        _ code: String, _ category: Category, _ severity: Severity, layer: Layer, _ summary: String
    ) {
        self.code = code
        self.category = category
        self.severity = severity
        self.layer = layer
        self.summary = summary
    }
}

/// How near a finding is to the cause. A finding folds into an incident of a nearer layer that
/// covers what it depends on: a node's failure takes its pods' with it, a pod's crash takes its
/// Deployment's missing replicas, and those the Service without endpoints. Declared from the cause
/// outward.
package enum Layer: Int, Comparable, Sendable {
    /// Admission, quota, certificates: nothing below them can be created or reached.
    case cluster
    case node
    /// A missing object that pods refer to, or storage that is not there.
    case reference
    /// Why a pod is not placed, or its image not there.
    case placement
    /// A container killed for memory: the cause of crashes that follow.
    case memory
    /// A container that ends.
    case container
    /// A container that runs and does not answer.
    case probe
    /// A controller that does not reach what it wants.
    case workload
    /// What sends traffic to workloads or scales them.
    case traffic
    /// Advice: nothing is broken now.
    case advice

    package static func < (a: Layer, b: Layer) -> Bool { a.rawValue < b.rawValue }
}
