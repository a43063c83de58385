import ClusterModel

/// The custom resource `ShadowEnvironment`: a workload's copy in which a change is tried.
enum ShadowEnvironmentDefinition {
    static let manifest = CustomResource(
        kind: "ShadowEnvironment", plural: "shadowenvironments", shortName: "shadow",
        description: "A copy of a workload, apart from the original, in which a change is tried "
            + "before it is made.",
        spec: spec, status: status,
        columns: [
            .init(name: "Kind", type: "string", path: ".spec.workload.kind"),
            .init(name: "Workload", type: "string", path: ".spec.workload.name"),
            .init(name: "Runtime", type: "string", path: ".spec.runtime"),
            .init(name: "Phase", type: "string", path: ".status.phase"),
            .init(name: "Verdict", type: "string", path: ".status.verdict"),
            .init(name: "Age", type: "date", path: ".metadata.creationTimestamp"),
        ]
    ).manifest

    private static let spec = Schema.object(
        "What is copied, and how.",
        [
            "workload": Schema.of(ResourceReference(), required: ["apiVersion", "kind", "name"])
                .with(["description": "The workload that is copied."]),
            "runtime": Schema.string("How the copy is kept apart, such as simulate or vcluster."),
            "proposal": Schema.string("The id of the proposal or fix that is tried."),
            "expiresAt": Schema.time("When it is taken away, whatever has become of it."),
        ]
    ).with(["required": ["workload", "runtime"]])

    private static let check = Schema.object(
        "One thing looked at.",
        [
            "name": Schema.string("What was looked at."),
            "status": Schema.string(
                "How it came out.", oneOf: ["passed", "failed", "inconclusive", "skipped"]),
            "message": Schema.string("What was seen."),
        ])

    private static let status = Schema.object(
        "How far it is, and what came of it.",
        [
            "phase": Schema.string("How far it is, such as Creating, Running or Finished."),
            "verdict": Schema.string(
                "What it says of the change.", oneOf: ["passed", "failed", "inconclusive"]),
            "checks": ["type": "array", "items": check],
            "environment": Schema.string("Where it is: a namespace or a cluster's name."),
            "startedAt": Schema.time("When it was begun."),
            "finishedAt": Schema.time("When the verdict was reached."),
        ])
}
