import KubeClient

/// A subcommand that can be given rights of its own: what the manifests say of it comes from here.
protocol PermittedCommand: RecordedCommand {
    /// What it asks of the API server.
    static var permissions: [Permission] { get }
}

/// A subcommand that can run by itself in the cluster.
protocol UnattendedCommand: PermittedCommand {
    /// What a CronJob calls it with unless it is told otherwise.
    static var unattendedArguments: [String] { get }
}
