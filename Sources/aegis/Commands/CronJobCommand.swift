import ArgumentParser
import Detection

/// `aegis manifests cronjob`: a subcommand, time and again.
struct CronJobCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cronjob",
        abstract: "Print a CronJob that runs a subcommand, under restricted pod security.",
        usage: "aegis manifests cronjob --image <image> [<options>] [-- <arguments> ...]",
        discussion: """
            What comes after -- is handed to the subcommand.

            EXAMPLES
              aegis manifests cronjob --image registry.example/aegis:1.0
              aegis manifests cronjob --image IMAGE --state-claim aegis -- --baseline state
              aegis manifests cronjob --image IMAGE --for metrics --name aegis-metrics \\
                -- --no-state --push http://gateway:9091
              aegis manifests cronjob --image IMAGE --for shadow-test-gc --name aegis-gc
            """)

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("What aegis is to do. Default: scan.", valueName: "subcommand"),
        completion: .list(UnattendedSubcommand.knownNames),
        transform: { try UnattendedSubcommand(argument: $0) })
    var subcommand = UnattendedSubcommand.scan

    @Option(
        help: ArgumentHelp(
            "An image with aegis on its path, that runs as any user.", valueName: "image"))
    var image: String

    @Option(
        help: ArgumentHelp(
            "When, as a CronJob says it. Default: every ten minutes.", valueName: "cron"),
        transform: { text in
            _ = try CronSchedule(text)
            return text
        })
    var schedule = "*/10 * * * *"

    @Option(
        help: ArgumentHelp(
            "Look at this namespace only, as with 'rbac --only' (repeatable).",
            valueName: "namespace"),
        completion: Completion.namespaces)
    var only: [String] = []

    @Option(
        help: ArgumentHelp(
            "Keep state in this PersistentVolumeClaim. Default: it ends with each pod.",
            valueName: "name"))
    var stateClaim: String?

    @Option(
        help: ArgumentHelp(
            "End a run that takes longer, such as 90s. Default: 5m.", valueName: "duration"))
    var deadline: Seconds?

    @Option(
        help: ArgumentHelp(
            "The cluster's version; before 1.21 CronJobs are batch/v1beta1. Default: the newest.",
            valueName: "version"))
    var kubernetesVersion: KubernetesVersion?

    @OptionGroup(title: "Objects") var options: ManifestOptions

    @Argument(
        parsing: .postTerminator,
        help: ArgumentHelp("Further arguments of the subcommand.", valueName: "arguments"))
    var arguments: [String] = []

    func validate() throws {
        guard !image.isEmpty else { throw ValidationError("--image names no image") }
        for name in only where !ScopeOptions.isNamespace(name) {
            throw ValidationError("\"\(name)\" is no name of a namespace")
        }
        if let stateClaim, !ScopeOptions.isNamespace(stateClaim) {
            throw ValidationError("\"\(stateClaim)\" is no name of a PersistentVolumeClaim")
        }
    }

    func run() throws { try options.print([CronJobManifest(command: self).manifest]) }
}
