package import Analysis
package import ClusterModel

/// What is to be proved: patches that belong together, and where they come from.
package struct ProposedChange: Sendable, Equatable {
    /// Label values of the metrics, so there are few.
    package enum FixType: String, Sendable, CaseIterable {
        case replicas, image, resources, patch, scaling, analysis
    }

    package var patches: [Patch]
    package var fixType: FixType
    /// For people: `proposal 3f2a…`, `patch.yaml`, `--replicas 3`.
    package var source: String

    package init(_ patches: [Patch], _ fixType: FixType, source: String) {
        self.patches = patches
        self.fixType = fixType
        self.source = source
    }

    package var targets: [ObjectKey] { patches.map(\.target) }
}
