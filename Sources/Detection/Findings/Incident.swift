package import ClusterModel

/// One thing that is broken, with its proof and what suffers from it.
package struct Incident: Sendable {
    /// The same for the same cause on every run and for every replica.
    package let id: String
    package let rule: Rule
    package var severity: Severity
    package let resource: ObjectKey
    /// Tells apart several causes on one object, as `Cause.detail` does.
    package let detail: String
    package var title: String
    package var message: String
    package var since: Timestamp
    package var evidence: [Evidence]
    /// Objects that suffer, sorted; `resource` is not among them.
    package var affected: [ObjectKey]
    /// Controllers above the affected pods, sorted; `resource` is not among them.
    package var owners: [ObjectKey]
    /// How it compares with the baseline; nil without one.
    package var change: Change?

    package enum Change: String, Sendable {
        case new, worsened, unchanged, resolved
    }
}

extension Incident {
    /// Order of reports: the worst first, then by place and name.
    package static func precedes(_ a: Incident, _ b: Incident) -> Bool {
        if a.severity != b.severity { return a.severity > b.severity }
        if a.resource.namespace != b.resource.namespace {
            return a.resource.namespace < b.resource.namespace
        }
        if a.resource != b.resource { return a.resource < b.resource }
        if a.rule.code != b.rule.code { return a.rule.code < b.rule.code }
        return a.id < b.id
    }
}
