import ClusterModel
import Integrations
import KubeClient
import Shadow

// Where a change is tried, from flags and settings.
extension ShadowTestRun {
    var runtimeName: RuntimeName {
        if command.test.isOffline { return .simulate }
        return command.test.runtime ?? RuntimeName(rawValue: settings.shadow.runtime) ?? .namespace
    }

    func runtime(
        _ change: ProposedChange, _ objects: LiveObjects, _ cluster: LiveCluster
    ) async throws -> any Runtime {
        switch runtimeName {
        case .dryRun: return DryRunRuntime(objects)
        case .simulate: return SimulateRuntime(view(of: try await read(cluster, [])))
        case .namespace:
            let capture = try await read(cluster, Set(change.targets.map(\.namespace)))
            return ForeseeingRuntime(view(of: capture), before: namespaceRuntime(objects, cluster))
        case .vcluster:
            let place = try virtualPlace(objects, cluster)
            return namespaceRuntime(objects, cluster, in: place)
        }
    }

    /// - Parameter namespaces: empty for all of them.
    private func read(
        _ cluster: LiveCluster, _ namespaces: Set<Symbol>
    ) async throws -> Capture {
        var filter = ObjectFilter()
        filter.namespaces = namespaces
        let source = LiveSource(
            options: command.cluster, settings: settings, environment: environment,
            kinds: Set(Kind.judged))
        return try await source.capture(cluster.access, filter)
    }

    /// - Throws: where the CLI or helm is missing, before anything is made.
    private func virtualPlace(
        _ objects: LiveObjects, _ cluster: LiveCluster
    ) throws -> VirtualPlace {
        let options = command.cluster
        let isOverridden = [
            options.server, options.cluster, options.user, options.token, options.as,
        ]
        .contains { $0 != nil }
        if isOverridden || !options.asGroup.isEmpty {
            throw InputError(
                message: "the runtime vcluster acts by the kubeconfig's context alone: its program "
                    + "knows no --server, --cluster, --user, --token and --as")
        }
        let tool = try VClusterCLI(
            kubeconfig: command.cluster.kubeconfig, context: cluster.access.contextName,
            environment: environment)
        return VirtualPlace(objects, tool: tool) { kubeconfig in
            let client = KubeClient(
                try PassingFile.access(kubeconfig), KubeClient.Options(version: Version.current))
            // What says that it is ready may still be a moment away from answering.
            for _ in 0..<30 {
                if let served = try? await client.discover() { return LiveObjects(client, served) }
                try await Task.sleep(for: .seconds(2))
            }
            return LiveObjects(client, try await client.discover())
        }
    }

    private func namespaceRuntime(
        _ objects: LiveObjects, _ cluster: LiveCluster, in place: VirtualPlace? = nil
    ) -> NamespaceRuntime {
        var options = NamespaceRuntime.Options()
        let timeout = command.test.timeout ?? Seconds(argument: settings.shadow.timeout)
        if let timeout { options.timeout = timeout.count }
        if let settle = command.test.settle { options.settle = settle.count }
        options.replicas = command.test.shadowReplicas ?? 1
        options.keepsFailed = command.test.keepOnFailure
        options.probes = command.test.probe
        let now = Timestamp.current
        let shadow = ShadowEnvironment(
            id: ShadowEnvironment.randomID(), runtime: place == nil ? .namespace : .vcluster,
            startedAt: now,
            // What the walls need to be made and taken away, besides.
            expiresAt: now.adding(seconds: options.timeout + 600))
        return NamespaceRuntime(
            objects, shadow, options: options, ledger: StateLedger(directory: cluster.directory),
            in: place)
    }
}
