import ClusterModel
import Detection
import StructuredData

/// The report as one page that needs nothing else: the data as JSON in a script element, which the
/// page's script turns into text, never into HTML.
struct HTMLReport {
    private let report: IncidentReport

    init(_ report: IncidentReport) { self.report = report }

    var bytes: [UInt8] { ReportPage.around(Self.embeddable(json)) }

    private var json: [UInt8] {
        var writer = DocumentWriter(format: .json)
        writer.object { writer in
            writer.field("command", report.command)
            writer.field("file", report.file.printable)
            writer.field("failOn", report.failOn?.rawValue ?? "never")
            writer.key("objects")
            writer.int(report.objects)
            writer.key("metadata")
            report.metadata.write(to: &writer)
            writer.key("coverage")
            report.coverage.write(to: &writer)
            writer.array("incidents") { writer in
                for incident in report.incidents {
                    writer.object { write(incident, to: &$0) }
                }
            }
            writer.key("events")
            report.surroundings.events.write(to: &writer)
            writer.object("rules", rules)
        }
        return writer.takeOutput()
    }

    private func write(_ incident: IncidentRecord, to writer: inout DocumentWriter) {
        let analysis = report.analyses[incident.id]
        var record = incident
        if analysis != nil { record.evidence = [] }
        record.writeFields(to: &writer)
        if let analysis { writeAnalysis(analysis, to: &writer) }
        writer.field("next", incident.nextCommand)
        writer.array("parents") { writer in
            let parents = report.surroundings.parents[incident.qualifiedID] ?? []
            for place in parents { writer.int(place) }
        }
    }

    /// The evidence has the ids that claims cite it by.
    private func writeAnalysis(_ analysis: AnalysisRecord, to writer: inout DocumentWriter) {
        writer.key("evidence")
        analysis.evidence.write(to: &writer)
        writer.object("analysis") { writer in
            writer.key("causes")
            ([analysis.rootCause] + analysis.otherCauses).write(to: &writer)
            writer.key("chain")
            analysis.chain.write(to: &writer)
            writer.key("fixes")
            analysis.fixes.value.map(\.withoutBodies).write(to: &writer)
            writer.key("verification")
            analysis.verification.write(to: &writer)
            writer.strings("opinion", analysis.opinion?.lines ?? [])
        }
    }

    /// What the rules of these incidents mean.
    private func rules(_ writer: inout DocumentWriter) {
        let wanted = Set(report.incidents.map(\.rule))
        for detector in Registry.detectors where wanted.contains(detector.rule.code) {
            writer.object(detector.rule.code) { writer in
                writer.field("meaning", detector.explanation.meaning)
                writer.array("causes") { writer in
                    for cause in detector.explanation.causes { writer.string(cause) }
                }
            }
        }
    }

    /// JSON that cannot end the element it stands in: `</script>` and `<!--` begin with a sign that
    /// JSON only has within strings, where it can be written as an escape.
    static func embeddable(_ json: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(json.count + json.count / 64)
        for byte in json {
            switch byte {
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
                result += #"\u00"#.utf8
                result += String(byte, radix: 16).utf8
            default: result.append(byte)
            }
        }
        return result
    }
}

extension FixRecord {
    /// The page shows fields before and after.
    fileprivate var withoutBodies: FixRecord {
        var record = self
        record.patch?.body = .null
        for place in furtherPatches.indices { record.furtherPatches[place].body = .null }
        return record
    }
}
