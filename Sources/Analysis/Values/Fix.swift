package import ClusterModel

/// A way to mend a cause.
package struct Fix: Sendable {
    package enum Risk: String, Sendable {
        /// Undone as easily as done, and nothing that works is touched.
        case low
        /// Pods that work are restarted, or a limit somebody set is moved.
        case medium
        /// Data, protection or running work may be lost.
        case high
    }

    package enum Standing: String, Sendable {
        /// The verifier tried it on the snapshot, and the incident is gone.
        case verified
        /// The verifier tried it, and it does not help or does harm.
        case refuted
        /// It was not tried, or what decides is not in the snapshot.
        case unverified
    }

    package var title: String
    package var rationale: String
    package var risk: Risk
    /// What it touches: pods that restart, Services in front, budgets.
    package var blastRadius = ""
    /// The changes, to be made together; empty for a step that a person has to take.
    package var patches: [Patch]
    /// What each patch changes, field by field.
    package var changes: [[FieldChange]] = []
    /// What to type.
    package var command: String
    /// Who puts the object there, and would undo a change made in the cluster.
    package var manager: Manager?
    /// The patches as a kustomization, for objects that come from a repository.
    package var kustomization = ""
    /// Workloads whose pods are held up by something outside of them, which this removes.
    package var releases: Set<ObjectKey>
    /// What has to be true besides, and the snapshot cannot tell.
    package var assumptions: [String]
    package var standing = Standing.unverified
    /// Why it is refuted.
    package var refutation = ""

    package init(
        _ title: String, rationale: String, risk: Risk, patches: [Patch] = [],
        command: String = "", releases: Set<ObjectKey> = [], assumptions: [String] = []
    ) {
        self.title = title
        self.rationale = rationale
        self.risk = risk
        self.patches = patches
        self.command = command
        self.releases = releases
        self.assumptions = assumptions
    }
}
