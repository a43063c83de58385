internal import ClusterModel

/// By which aegis' own objects are known in a cluster, and what it asks of others'.
package enum ShadowLabels {
    /// On the workload: its owner agrees that it is copied.
    package static let optIn = "aegis.io/shadow-testing"
    /// On the workload: its owner agrees that scaling proposals are applied to it.
    package static let scalingOptIn = "aegis.io/ai-scaling"

    /// Labels of every shadow object.
    package static let owner = "aegis.io/owner"
    package static let ownerValue = "shadow-test"
    package static let run = "aegis.io/shadow-run"
    /// `changed`, or `control` for the copy without the change.
    package static let role = "aegis.io/shadow-role"

    /// Annotations of every shadow object: after this moment nobody needs it any more.
    package static let expiresAt = "aegis.io/expires-at"
    /// What it is a copy of, `Deployment shop/cart`.
    package static let copyOf = "aegis.io/copy-of"

    /// Selects what any run of aegis has made.
    package static let selector = "\(owner)=\(ownerValue)"
}

extension JSONValue {
    /// Whether the workload or its pod template is annotated with `enabled`: either may carry its
    /// owner's word.
    func isEnabled(_ annotation: String) -> Bool {
        [["metadata"], ["spec", "template", "metadata"]].contains {
            self[$0 + ["annotations", annotation]] == "enabled"
        }
    }
}
