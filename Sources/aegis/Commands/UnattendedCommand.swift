import KubeClient

/// A subcommand that can run by itself in the cluster, with rights of its own: what the manifests
/// say of it comes from here.
protocol UnattendedCommand: RecordedCommand {
    /// What it asks of the API server.
    static var permissions: [Permission] { get }

    /// What a CronJob calls it with unless it is told otherwise.
    static var unattendedArguments: [String] { get }
}
