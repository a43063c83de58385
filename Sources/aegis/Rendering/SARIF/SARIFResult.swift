import ClusterModel
import StructuredData

/// Something that a run has to say about an object.
struct SARIFResult {
    /// An object, and what is said of it.
    struct Place {
        let resource: ResourceReference
        let text: String
    }

    let ruleID: String
    /// `error`, `warning` or `note`.
    let level: String
    let message: String
    let resource: ResourceReference?
    var related: [Place] = []
    /// From the cause to the symptom.
    var chain: [Place] = []
    /// What the fingerprint is of: `Incident`.
    let fingerprintName: String
    /// The same on every run.
    let fingerprint: String
    /// `new`, `updated`, `unchanged` or `absent`; nil without a baseline.
    var baselineState: String?
    /// Properties of ours; those without a value are left out.
    var facts: [(name: String, value: String)] = []
    var evidence: [EvidenceRecord] = []
    var tags: [String] = []
}

/// Why a run was not a successful one.
struct SARIFNotification {
    let id: String
    let level: String
    let text: String

    func write(to writer: inout DocumentWriter) {
        writer.field("level", level)
        writer.object("descriptor") { $0.field("id", id) }
        writer.object("message") { $0.field("text", text) }
    }
}

extension SARIFNotification {
    init(_ gap: CoverageRecord) {
        let reason = gap.reason.isEmpty ? "" : ": \(gap.reason)"
        self.init(
            id: "coverage/\(gap.resource)", level: gap.state == "partial" ? "warning" : "error",
            text: "\(gap.name) could not be read whole (\(gap.state))\(reason)")
    }
}
