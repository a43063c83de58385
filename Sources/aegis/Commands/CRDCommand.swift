import ArgumentParser

/// `aegis manifests crd`: the custom resources.
struct CRDCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crd",
        abstract: "Print the definitions of Incident and ShadowEnvironment.",
        discussion: """
            The spec of an Incident is a line of 'aegis scan -o ndjson', its name the
            line's id.

            EXAMPLES
              aegis manifests crd | kubectl apply -f -
              aegis scan -o ndjson | jq '{apiVersion: "aegis.io/v1alpha1", kind: "Incident",
                metadata: {name: .id}, spec: .}' | kubectl apply -n aegis -f -
              kubectl get incidents -A
            """)

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Output format.", valueName: "format"))
    var format: ManifestFormat = .yaml

    func run() throws {
        try StandardOutput.write(
            format.write([IncidentDefinition.manifest, ShadowEnvironmentDefinition.manifest]))
    }
}
