package import ClusterModel

/// What one detector says of one object: a value, put into words only for its title and message.
package struct Finding: Sendable {
    package let rule: Rule
    package var severity: Severity
    /// The object that shows it: a pod, a Deployment, a Service.
    package let resource: ObjectKey
    /// The object the incident is on; findings with the same rule and cause are one incident.
    package let cause: Cause
    /// A few words that name the trouble without naming pods: `container "web" exits with code 1`.
    package let title: String
    /// One or two sentences with the object, the reason and the decisive value.
    package let message: String
    /// Since when; not set if unknown.
    package let since: Timestamp
    package let evidence: [Evidence]
    /// Objects whose trouble would explain this one; `resource` is among them unless the finding
    /// stands alone.
    package let explainedBy: [ObjectKey]
    /// False if other trouble of `resource` itself explains it too. Not an entry of `explainedBy`:
    /// findings by the thousand share one array.
    package let standsAlone: Bool
    /// Further objects that suffer, beside `resource`.
    package let affected: [ObjectKey]

    /// - Parameter standsAlone: the fault is in the object's own fields (a misspelt name, a date):
    ///   other trouble of the same object does not explain it.
    package init(
        _ rule: Rule, on resource: ObjectKey, cause: Cause, severity: Severity? = nil,
        title: String, message: String, since: Timestamp = Timestamp(), evidence: [Evidence],
        explainedBy: [ObjectKey] = [], affected: [ObjectKey] = [], standsAlone: Bool = false
    ) {
        self.rule = rule
        self.severity = severity ?? rule.severity
        self.resource = resource
        self.cause = cause
        self.title = title
        self.message = message
        self.since = since
        self.evidence = evidence
        self.standsAlone = standsAlone
        self.explainedBy = explainedBy
        self.affected = affected
    }
}

extension Finding {
    /// The id of the incident that it makes, unless another explains it.
    package var id: String { Fingerprint.of(rule: rule, cause: cause) }
}

/// What findings are grouped by.
package struct Cause: Hashable, Sendable {
    /// The object the incident is reported on. It need not exist: a missing Secret is one.
    package let object: ObjectKey
    /// Tells apart several causes on one object: a container's name, a missing key, a port.
    package let detail: String

    package init(_ object: ObjectKey, detail: String = "") {
        self.object = object
        self.detail = detail
    }
}
