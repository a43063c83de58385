package import ClusterModel

/// One observed fact behind a finding: where it stands and what it says.
package struct Evidence: Hashable, Sendable {
    package let resource: ObjectKey
    /// A real field path, `status.containerStatuses[0].lastState.terminated.exitCode`; for an event
    /// `events[reason=Failed].message`.
    package let path: String
    package let value: String
    /// What the fact means, where that is not plain; may be empty.
    package let note: String

    package init(_ resource: ObjectKey, _ path: String, _ value: String, note: String = "") {
        self.resource = resource
        self.path = path
        self.value = value
        self.note = note
    }
}
