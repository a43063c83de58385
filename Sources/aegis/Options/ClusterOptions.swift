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
        help: ArgumentHelp("The kubeconfig's cluster.", valueName: "name"),
        completion: Completion.clusters)
    var cluster: String?

    @Option(
        help: ArgumentHelp("The kubeconfig's user.", valueName: "name"),
        completion: Completion.users)
    var user: String?

    @Option(
        name: [.customShort("s"), .long],
        help: ArgumentHelp("The API server's address.", valueName: "url"))
    var server: String?

    @Option(help: ArgumentHelp("Bearer token.", valueName: "token"))
    var token: String?

    @Option(help: ArgumentHelp("Impersonate this user.", valueName: "user"))
    var `as`: String?

    @Option(help: ArgumentHelp("Impersonate this group (repeatable).", valueName: "group"))
    var asGroup: [String] = []

    @Option(
        help: ArgumentHelp("The API server's certificate authority.", valueName: "file"),
        completion: .file())
    var certificateAuthority: String?

    @Flag(help: "Do not verify the API server's certificate.")
    var insecureSkipTlsVerify = false

    @Option(
        help: ArgumentHelp(
            "Give up after this long, such as 30s. Default: 2m for the whole reading.",
            valueName: "duration"))
    var requestTimeout: Seconds?

    @Option(
        help: ArgumentHelp(
            "Read lists in pages of this many objects; 0 reads each list whole.",
            valueName: "count"))
    var chunkSize: Int?

    func validate() throws {
        if let chunkSize, chunkSize < 0 {
            throw ValidationError("--chunk-size must not be negative")
        }
    }
}
