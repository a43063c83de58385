import ArgumentParser

/// `aegis manifests`: what a cluster needs to run aegis by itself.
struct ManifestsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manifests",
        abstract: "Print manifests for running aegis in a cluster.",
        discussion: """
            They go to standard output, for kubectl apply -f - or a repository; nothing
            is written to the cluster.

            EXAMPLES
              aegis manifests rbac --for scan,metrics | kubectl apply -f -
              aegis manifests rbac --check           may I do what scan does?
              aegis manifests cronjob --image registry.example/aegis:1.0
              aegis manifests networkpolicy --api-server 10.0.0.1:6443
              aegis manifests crd | kubectl apply -f -
            """,
        subcommands: [
            RBACCommand.self, CronJobCommand.self, NetworkPolicyCommand.self, CRDCommand.self,
        ])
}
