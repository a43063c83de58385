import ArgumentParser
import ClusterModel

/// What all manifests have in common.
struct ManifestOptions: ParsableArguments {
    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Where aegis is to run.", valueName: "namespace"),
        completion: Completion.namespaces)
    var namespace = "aegis"

    @Option(help: ArgumentHelp("What the objects are called.", valueName: "name"))
    var name = "aegis"

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Output format.", valueName: "format"))
    var format: ManifestFormat = .yaml

    func validate() throws {
        guard ScopeOptions.isNamespace(namespace) else {
            throw ValidationError("\"\(namespace)\" is no name of a namespace")
        }
        // The pods of a CronJob have its name and 17 more characters.
        guard ScopeOptions.isNamespace(name), name.utf8.count <= 52 else {
            throw ValidationError(
                "\"\(name)\" is no name for all objects: up to 52 letters a-z, digits and dashes")
        }
    }

    func print(_ manifests: [JSONValue]) throws {
        try StandardOutput.write(format.write(manifests))
    }

    /// Name, namespace and labels of an object; cluster-scoped where `namespace` is nil.
    func metadata(in namespace: String?) -> JSONValue {
        let name: JSONValue = ["name": .string(name)]
        let place: JSONValue = namespace.map { ["namespace": .string($0)] } ?? [:]
        return name.with(place).with(["labels": labels])
    }

    /// What the pods are found by, too.
    var labels: JSONValue {
        ["app.kubernetes.io/name": "aegis", "app.kubernetes.io/instance": .string(name)]
    }
}
