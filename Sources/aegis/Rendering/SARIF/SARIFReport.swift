import ClusterModel
import Detection
import StructuredData

/// SARIF 2.1.0 (OASIS), for code scanning and editors. What a subcommand has found is made into it
/// by the extensions beside this file.
///
/// A run that could not read everything is not a successful one: each gap is a notification, and
/// `executionSuccessful` is false.
struct SARIFReport {
    /// The subcommand.
    let command: String
    let moment: Timestamp
    /// What was looked at: results of one place follow each other, those of another are another's.
    let place: String
    /// The file that was read, if it was one; empty otherwise.
    let file: String
    let exitStatus: ExitStatus
    let rules: [SARIFRule]
    let results: [SARIFResult]
    let notifications: [SARIFNotification]

    fileprivate static let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    /// GitHub takes no more of them for a result.
    private static let relatedLimit = 100

    var bytes: [UInt8] { [self].bytes }

    fileprivate func run(_ writer: inout DocumentWriter) {
        writer.object("tool") { writer in
            writer.object("driver") { writer in
                writer.field("name", "aegis")
                writer.field("version", Version.current)
                writer.field("semanticVersion", Version.current)
                writer.array("rules") { writer in
                    for rule in rules { writer.object { rule.write(to: &$0) } }
                }
            }
        }
        writer.object("automationDetails") { writer in
            writer.field("id", "aegis/\(command)/\(place)/")
        }
        writer.array("invocations") { writer in
            writer.object(invocation)
        }
        writer.field("columnKind", "unicodeCodePoints")
        let places = Dictionary(
            rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        writer.array("results") { writer in
            for item in results {
                writer.object { write(item, ruleIndex: places[item.ruleID], to: &$0) }
            }
        }
    }

    private func invocation(_ writer: inout DocumentWriter) {
        writer.key("executionSuccessful")
        writer.bool(notifications.isEmpty)
        writer.key("exitCode")
        writer.int(Int(exitStatus.rawValue))
        if moment.isSet { writer.field("endTimeUtc", moment.rfc3339) }
        writer.array("toolExecutionNotifications") { writer in
            for notification in notifications { writer.object { notification.write(to: &$0) } }
        }
    }

    // MARK: Results

    private func write(_ result: SARIFResult, ruleIndex: Int?, to writer: inout DocumentWriter) {
        writer.field("ruleId", result.ruleID)
        if let ruleIndex {
            writer.key("ruleIndex")
            writer.int(ruleIndex)
        }
        writer.field("level", result.level)
        writer.object("message") { $0.field("text", result.message) }
        writer.array("locations") { writer in
            if let resource = result.resource { writer.object { location(resource, to: &$0) } }
        }
        if !result.related.isEmpty {
            writer.array("relatedLocations") { writer in
                for item in result.related.prefix(Self.relatedLimit) {
                    writer.object { location(item.resource, note: item.text, to: &$0) }
                }
            }
        }
        if result.chain.count > 1 { writer.array("codeFlows") { codeFlow(result.chain, to: &$0) } }
        writer.object("partialFingerprints") { writer in
            writer.field("aegis\(result.fingerprintName)/v1", result.fingerprint)
            // The only one GitHub goes by; without it, it would take one from lines of a file.
            writer.field("primaryLocationLineHash", "\(result.fingerprint):1")
        }
        if let state = result.baselineState { writer.field("baselineState", state) }
        writer.object("properties") { writer in
            for (name, value) in result.facts where !value.isEmpty { writer.field(name, value) }
            writer.key("evidence")
            result.evidence.write(to: &writer)
            writer.strings("tags", result.tags)
        }
    }

    /// From the cause to the symptom, as viewers walk through it.
    private func codeFlow(_ chain: [SARIFResult.Place], to writer: inout DocumentWriter) {
        writer.object { writer in
            writer.array("threadFlows") { writer in
                writer.object { writer in
                    writer.array("locations") { writer in
                        for link in chain {
                            writer.object { writer in
                                writer.object("location") {
                                    location(link.resource, note: link.text, to: &$0)
                                }
                            }
                        }
                    }
                }
            }
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
        if !note.isEmpty { writer.object("message") { $0.field("text", note) } }
    }

    /// GitHub shows no result without a file. If one file was read, it is that, so that a dump or
    /// manifest in the repository is pointed at; objects of a cluster or of several files get a
    /// path of their own below `kubernetes/`, the same on every run, which names no real file.
    private func uri(of resource: ResourceReference) -> String {
        if file.isEmpty {
            return "kubernetes/\(place.uriSegment)/"
                + resource.path.split(separator: "/").map { String($0).uriSegment }
                .joined(separator: "/")
        }
        let path = file.split(separator: "/").filter { $0 != "." }
            .map { String($0).uriSegment }.joined(separator: "/")
        return file.hasPrefix("/") ? "file:///\(path)" : path
    }
}

extension [SARIFReport] {
    /// One log with a run for each.
    var bytes: [UInt8] {
        var writer = DocumentWriter(format: .prettyJSON)
        writer.object { writer in
            writer.field("$schema", SARIFReport.schema)
            writer.field("version", "2.1.0")
            writer.array("runs") { writer in
                for report in self { writer.object(report.run) }
            }
        }
        return writer.takeOutput()
    }
}

extension DocumentWriter {
    mutating func strings(_ name: String, _ values: [String]) {
        array(name) { writer in
            for value in values { writer.string(value) }
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
