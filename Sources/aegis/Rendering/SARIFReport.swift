import ClusterModel
import Detection
import StructuredData

/// The report as SARIF 2.1.0 (OASIS), for code scanning and editors.
///
/// A run that could not read everything is not a successful one: each gap is a notification, and
/// `executionSuccessful` is false.
struct SARIFReport {
    private let report: IncidentReport
    private let ruleIndex: [String: Int]

    private static let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    /// GitHub takes no more of them for a result.
    private static let relatedLimit = 100

    init(_ report: IncidentReport) {
        self.report = report
        ruleIndex = Dictionary(
            Registry.rules.enumerated().map { ($1.code, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    var bytes: [UInt8] {
        var writer = DocumentWriter(format: .prettyJSON)
        writer.object { writer in
            writer.field("$schema", Self.schema)
            writer.field("version", "2.1.0")
            writer.array("runs") { writer in
                for part in report.byContext {
                    writer.object { SARIFReport(part).run(&$0) }
                }
            }
        }
        return writer.takeOutput()
    }

    private func run(_ writer: inout DocumentWriter) {
        writer.object("tool") { writer in
            writer.object("driver") { writer in
                writer.field("name", "aegis")
                writer.field("version", report.metadata.aegisVersion.value)
                writer.field("semanticVersion", report.metadata.aegisVersion.value)
                writer.array("rules") { writer in
                    for detector in Registry.detectors {
                        writer.object { Self.write(detector, to: &$0) }
                    }
                }
            }
        }
        // Results of one cluster follow each other; those of another are another's.
        writer.object("automationDetails") { writer in
            writer.field("id", "aegis/\(report.command)/\(report.place)/")
        }
        writer.array("invocations") { writer in
            writer.object(invocation)
        }
        writer.field("columnKind", "unicodeCodePoints")
        writer.array("results") { writer in
            for incident in report.incidents {
                writer.object { result(incident, to: &$0) }
            }
        }
    }

    // MARK: The run

    private func invocation(_ writer: inout DocumentWriter) {
        writer.key("executionSuccessful")
        writer.bool(report.gaps.isEmpty)
        writer.key("exitCode")
        writer.int(Int(report.exitStatus.rawValue))
        writer.field("endTimeUtc", report.metadata.generatedAt.value.rfc3339)
        writer.array("toolExecutionNotifications") { writer in
            for gap in report.gaps {
                writer.object { notification(gap, to: &$0) }
            }
        }
    }

    private func notification(_ gap: CoverageRecord, to writer: inout DocumentWriter) {
        let reason = gap.reason.isEmpty ? "" : ": \(gap.reason)"
        writer.field("level", gap.state == "partial" ? "warning" : "error")
        writer.object("descriptor") { $0.field("id", "coverage/\(gap.resource)") }
        writer.object("message") { writer in
            writer.field("text", "\(gap.name) could not be read whole (\(gap.state))\(reason)")
        }
    }

    // MARK: Results

    private func result(_ incident: IncidentRecord, to writer: inout DocumentWriter) {
        writer.field("ruleId", incident.rule)
        if let index = ruleIndex[incident.rule] {
            writer.key("ruleIndex")
            writer.int(index)
        }
        writer.field("level", incident.level.sarifLevel)
        writer.object("message") { $0.field("text", incident.message) }
        writer.array("locations") { writer in
            writer.object { location(incident.resource, to: &$0) }
        }
        if !incident.affected.isEmpty {
            writer.array("relatedLocations") { writer in
                for affected in incident.affected.prefix(Self.relatedLimit) {
                    writer.object { location(affected, note: "is affected", to: &$0) }
                }
            }
        }
        writer.object("partialFingerprints") { writer in
            writer.field("aegisIncident/v1", incident.id)
            // The only one GitHub goes by; without it, it would take one from lines of a file.
            writer.field("primaryLocationLineHash", "\(incident.id):1")
        }
        if let state = incident.baselineState { writer.field("baselineState", state) }
        writer.object("properties") { properties(of: incident, to: &$0) }
    }

    private func properties(of incident: IncidentRecord, to writer: inout DocumentWriter) {
        writer.field("title", incident.title)
        writer.field("severity", incident.severity)
        writer.field("category", incident.category)
        if incident.since.isSet { writer.field("since", incident.since.rfc3339) }
        writer.field("next", incident.nextCommand)
        writer.key("evidence")
        incident.evidence.write(to: &writer)
        writer.array("tags") { writer in
            writer.string(incident.category)
            writer.string("kubernetes")
        }
    }

    private func location(
        _ resource: ResourceReference, note: String = "", to writer: inout DocumentWriter
    ) {
        writer.object("physicalLocation") { writer in
            writer.object("artifactLocation") { $0.field("uri", uri(of: resource)) }
            writer.object("region") { writer in
                writer.key("startLine")
                writer.int(1)
            }
        }
        writer.array("logicalLocations") { writer in
            writer.object { writer in
                writer.field("name", resource.name)
                writer.field("fullyQualifiedName", resource.path)
                writer.field("kind", "resource")
            }
        }
        if !note.isEmpty {
            writer.object("message") { $0.field("text", "\(resource.text) \(note)") }
        }
    }

    /// GitHub shows no result without a file. If one file was read, it is that, so that a dump or
    /// manifest in the repository is pointed at; objects of a cluster or of several files get a
    /// path of their own below `kubernetes/`, the same on every run, which names no real file.
    private func uri(of resource: ResourceReference) -> String {
        if report.file.isEmpty {
            return "kubernetes/\(report.place.uriSegment)/"
                + resource.path.split(separator: "/").map { String($0).uriSegment }
                .joined(separator: "/")
        }
        let path = report.file.split(separator: "/").filter { $0 != "." }
            .map { String($0).uriSegment }.joined(separator: "/")
        return report.file.hasPrefix("/") ? "file:///\(path)" : path
    }
}

extension IncidentRecord {
    /// Nil without a baseline.
    fileprivate var baselineState: String? {
        switch change {
        case "new": "new"
        case "worsened": "updated"
        case "unchanged": "unchanged"
        case "resolved": "absent"
        default: nil
        }
    }
}

extension Severity {
    var sarifLevel: String {
        switch self {
        case .critical, .high: "error"
        case .medium: "warning"
        case .low: "note"
        }
    }
}

extension ResourceReference {
    /// `shop/Deployment/cart`, `Node/node-1`.
    var path: String { [namespace, kind, name].filter { !$0.isEmpty }.joined(separator: "/") }
}

extension String {
    /// One segment of a URI's path (RFC 3986): what is not unreserved is percent-encoded.
    fileprivate var uriSegment: String {
        // Otherwise a name could lead out of the path it stands in.
        if self == "." || self == ".." { return "_" }
        var result = ""
        for byte in utf8 {
            if 0x61...0x7a ~= byte | 0x20 || 0x30...0x39 ~= byte || "-._~".utf8.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += byte < 16 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return result
    }
}
