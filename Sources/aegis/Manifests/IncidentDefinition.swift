import ClusterModel
import StructuredData

/// The custom resource `Incident`: what a line of `scan -o ndjson` says, and what became of it.
enum IncidentDefinition {
    static let manifest = CustomResource(
        kind: "Incident", plural: "incidents", shortName: "inc",
        description: "Something broken in the cluster, with its proof. The name is the incident's "
            + "id, which is the same on every run; so each is there once.",
        spec: spec.with([
            "description": "What 'aegis scan -o ndjson' writes in a line, unchanged."
        ]),
        status: status,
        columns: [
            .init(name: "Severity", type: "string", path: ".spec.severity"),
            .init(name: "Category", type: "string", path: ".spec.category"),
            .init(name: "Kind", type: "string", path: ".spec.resource.kind"),
            .init(name: "Of", type: "string", path: ".spec.resource.namespace"),
            .init(name: "Resource", type: "string", path: ".spec.resource.name"),
            .init(name: "State", type: "string", path: ".status.state"),
            .init(name: "Since", type: "date", path: ".spec.since"),
            .init(name: "Title", type: "string", path: ".spec.title", isWide: true),
        ]
    ).manifest

    private static let spec = Schema.of(
        IncidentLine(),
        words: [
            "apiVersion": "Of the line; without meaning here.",
            "kind": "Of the line; without meaning here.",
            "id": "The same on every run and for every replica.",
            "rule": "The rule's code, such as AEG-101.",
            "category": "What is wrong, such as CrashLoopBackOff.",
            "severity": "low, medium, high or critical.",
            "context": "The kubeconfig's, where several were scanned in one run.",
            "resource": "The object that is at fault.",
            "title": "A few words.",
            "message": "A sentence or two, with names and numbers.",
            "since": "When it began, as far as the cluster tells.",
            "evidence": "Fields and their values that prove it.",
            "affected": "Objects that suffer from it.",
            "owners": "What made the object, the nearest first.",
            "change": "new, worsened, unchanged or resolved, against a baseline.",
            "firstSeen": "When a run first saw it, against the state.",
        ],
        required: ["id", "rule", "category", "severity", "resource"])

    /// What the history of incidents keeps of it.
    private static let status = Schema.object(
        "What became of it.",
        [
            "state": Schema.string("Whether it is still there.", oneOf: ["open", "resolved"]),
            "firstSeen": Schema.time("When a run first saw it."),
            "lastSeen": Schema.time("When a run last saw it."),
            "resolvedAt": Schema.time("When a run no longer saw it, able to see it."),
            "returns": [
                "type": "integer", "format": "int64",
                "description": "How often it came back after it was resolved.",
            ],
        ])
}

/// A line of NDJSON is a document of its own, with a type.
private struct IncidentLine: Message {
    var apiVersion = ""
    var kind = ""
    var incident = IncidentRecord()

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("apiVersion", 100, &apiVersion)
        try visit.field("kind", 101, &kind)
        try incident.fields(&visit)
    }
}
