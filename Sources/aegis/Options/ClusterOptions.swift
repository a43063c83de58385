import ArgumentParser

/// Which cluster, and as whom: kubectl's flags.
struct ClusterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The kubeconfig, instead of $KUBECONFIG.", valueName: "file"),
        completion: .file())
    var kubeconfig: String?

    @Option(
        help: ArgumentHelp("The kubeconfig's context; scan takes several.", valueName: "name"),
        completion: Completion.contexts)
    var context: [String] = []

    @Option(
        help: ArgumentHelp("The kubeconfig's cluster.", valueName: "name", visibility: .rare),
        completion: Completion.clusters)
    var cluster: String?

    @Option(
        help: ArgumentHelp("The kubeconfig's user.", valueName: "name", visibility: .rare),
        completion: Completion.users)
    var user: String?

    @Option(
        name: [.customShort("s"), .long],
        help: ArgumentHelp("The API server's address.", valueName: "url", visibility: .rare))
    var server: String?

    @Option(help: ArgumentHelp("Bearer token.", valueName: "token", visibility: .rare))
    var token: String?

    @Option(help: ArgumentHelp("Impersonate this user.", valueName: "user", visibility: .rare))
    var `as`: String?

    @Option(
        help: ArgumentHelp(
            "Impersonate this group (repeatable).", valueName: "group", visibility: .rare))
    var asGroup: [String] = []

    @Option(
        help: ArgumentHelp(
            "The API server's certificate authority.", valueName: "file", visibility: .rare),
        completion: .file())
    var certificateAuthority: String?

    @Flag(help: ArgumentHelp("Do not verify the API server's certificate.", visibility: .rare))
    var insecureSkipTlsVerify = false

    @Option(
        help: ArgumentHelp(
            "Give up after this long, such as 30s. Default: 2m for the whole reading.",
            valueName: "duration", visibility: .rare))
    var requestTimeout: Seconds?

    @Option(
        help: ArgumentHelp(
            "Read lists in pages of this many objects; 0 reads each list whole.",
            valueName: "count", visibility: .rare))
    var chunkSize: Int?

    func validate() throws {
        if let chunkSize, chunkSize < 0 {
            throw ValidationError("--chunk-size must not be negative")
        }
    }
}
