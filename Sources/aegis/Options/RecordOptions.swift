import ArgumentParser

/// What is written into the cluster about a run, for who asks for it.
struct RecordOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Write the result into the cluster, as 'aegis manifests crd' defines."))
    var record = false

    @Option(
        help: ArgumentHelp(
            "The namespace of these objects. Default: the context's.", valueName: "namespace",
            visibility: .rare),
        completion: Completion.namespaces)
    var recordNamespace: String?

    func validate() throws {
        guard let recordNamespace else { return }
        if !record { throw ValidationError("--record-namespace goes with --record") }
        if !ScopeOptions.isNamespace(recordNamespace) {
            throw ValidationError("\"\(recordNamespace)\" is no name of a namespace")
        }
    }
}
