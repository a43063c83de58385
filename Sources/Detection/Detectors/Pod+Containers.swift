package import ClusterModel

/// A container's status with where it stands in its pod, for evidence with real field paths.
package struct ContainerView: Sendable {
    package let status: ContainerStatus
    /// Nil where the spec has no container of that name.
    package let spec: Container?
    package let isInit: Bool
    /// `status.containerStatuses[0]`
    package let path: String
    /// `spec.containers[0]`
    package let specPath: String
}

extension Pod {
    /// Init containers first, then containers, as they start.
    package var containerViews: [ContainerView] {
        views(status.initContainerStatuses, spec.initContainers, isInit: true)
            + views(status.containerStatuses, spec.containers, isInit: false)
    }

    private func views(
        _ statuses: [ContainerStatus], _ specs: [Container], isInit: Bool
    ) -> [ContainerView] {
        let names = Dictionary(
            specs.indices.map { (specs[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
        return statuses.enumerated().map { i, status in
            let place = names[status.name]
            return ContainerView(
                status: status, spec: place.map { specs[$0] }, isInit: isInit,
                path: isInit
                    ? "status.initContainerStatuses[\(i)]" : "status.containerStatuses[\(i)]",
                specPath: (isInit ? "spec.initContainers" : "spec.containers")
                    + "[\(place ?? i)]")
        }
    }
}

extension ContainerView {
    package var name: Symbol { status.name }

    /// The image asked for; the status has the one that is there.
    package var image: Symbol { (spec?.image ?? .empty).or(status.image) }

    package var waitingReason: Symbol { status.state.waiting?.reason ?? .empty }

    /// How it last ended: now, or before the present start.
    package var lastEnd: (state: ContainerStateTerminated, path: String)? {
        if let ended = status.state.terminated { return (ended, "\(path).state.terminated") }
        if let ended = status.lastState.terminated {
            return (ended, "\(path).lastState.terminated")
        }
        return nil
    }

    package var wasOOMKilled: Bool { lastEnd?.state.reason == "OOMKilled" }

    /// True if the container is held back by its back-off, or has ended badly and will start again.
    package var isCrashLooping: Bool { waitingReason == "CrashLoopBackOff" }
}
