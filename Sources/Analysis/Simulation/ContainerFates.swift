import ClusterModel
import Detection

/// Tells which of a new pod's containers run and which go on failing as the old ones did.
///
/// A failure is over only if what it hangs on was changed: a pull with the image, a crash with the
/// program's surroundings, a kill for memory with a higher limit. That the program then runs is
/// assumed, and the assumption is written down.
struct ContainerFates {
    private(set) var assumptions: [String] = []
    private let shape: PodShape
    private let isReleased: Bool
    private let view: ClusterView
    private var references: ReferenceChecker
    private var runningImages: Set<Symbol>?

    /// - Parameter view: of the patched objects.
    init(_ trial: Trial, _ shape: PodShape, _ view: ClusterView) {
        self.shape = shape
        self.view = view
        isReleased = trial.fix.releases.contains(shape.workload)
        references = ReferenceChecker(view)
    }

    /// Gives a pod that has a node its status.
    /// - Parameter old: the pod that it replaces; nil for an additional one.
    mutating func settle(_ pod: inout Pod, as old: Pod?, at moment: Timestamp) {
        let missing = pod.spec.configReferences(in: pod.metadata.namespace).filter {
            switch references.presence(of: $0) {
            case .objectMissing, .keyMissing: true
            case .present, .unknown: false
            }
        }
        let failing = old.map { failures(of: $0, as: pod) } ?? []
        if missing.isEmpty, failing.isEmpty, !isHeldUp(old, pod) {
            pod.becomeReady(at: moment)
            return
        }
        var unready = pod
        unready.becomeReady(at: moment)
        unready.status.conditions[0].status = "False"
        if !missing.isEmpty { return pod = unready.waiting(for: missing, old) }
        // As it was: names and events of the old pod still say what is wrong.
        if let old { pod.status = old.status }
    }

    /// The containers that fail in the old pod and would in the new one.
    private mutating func failures(of old: Pod, as new: Pod) -> [Symbol] {
        old.containerViews.filter { container in
            !container.isWell && !container.waitsForVolumes && goesOn(container, old, new)
        }.map(\.name)
    }

    private mutating func goesOn(_ container: ContainerView, _ old: Pod, _ new: Pod) -> Bool {
        if isReleased { return false }
        guard let after = new.spec.container(container.name)?.container,
            let before = container.spec
        else { return false }
        switch Failure(container) {
        case .image: return imageGoesOn(before, after, old, new)
        case .reference:
            // What it refers to has been looked up; refusals hang on the rest.
            return before.securityContext == after.securityContext
                && old.spec.securityContext == new.spec.securityContext
                && before.volumeMounts == after.volumeMounts && before.env == after.env
                && before.envFrom == after.envFrom && !isReferenceTrouble(container)
        case .memory:
            let (was, is_) = (before.resources.limits["memory"], after.resources.limits["memory"])
            guard let was else { return is_ == nil }
            return is_.map { $0 <= was } ?? false
        case .program:
            let isSame =
                before.image == after.image && before.env == after.env
                && before.envFrom == after.envFrom && before.volumeMounts == after.volumeMounts
                && before.resources == after.resources && before.ports == after.ports
                && before.probes == after.probes
                && old.spec.serviceAccountName == new.spec.serviceAccountName
            if isSame || asksUndeclared(after) { return true }
            assume("that container \"\(after.name)\" runs once this is changed")
            return false
        }
    }

    /// The kubelet waited for an object that is there by now.
    private func isReferenceTrouble(_ container: ContainerView) -> Bool {
        let words = MessageText(container.status.state.waiting?.message ?? .empty)
        return words.says("not found", "couldn't find key", "non-existent config key")
    }

    private mutating func imageGoesOn(
        _ before: Container, _ after: Container, _ old: Pod, _ new: Pod
    ) -> Bool {
        let isSame =
            before.image == after.image && before.imagePullPolicy == after.imagePullPolicy
            && old.spec.imagePullSecrets == new.spec.imagePullSecrets
        if isSame { return true }
        if before.image != after.image, !isRunning(after.image) {
            assume("that image \"\(after.image)\" can be pulled")
        }
        return false
    }

    private mutating func isRunning(_ image: Symbol) -> Bool {
        let known =
            runningImages
            ?? Set(view.snapshot.pods.filter(\.isReady).flatMap { $0.spec.containers.map(\.image) })
        runningImages = known
        return known.contains(image)
    }

    private func asksUndeclared(_ container: Container) -> Bool {
        container.probes.contains { container.undeclaredPort(of: $0) != nil }
    }

    /// A volume that does not come, a gate that nobody opens.
    private func isHeldUp(_ old: Pod?, _ new: Pod) -> Bool {
        guard let old, !isReleased, !old.isReady, !old.spec.nodeName.isEmpty else { return false }
        let isWaiting =
            old.containerViews.allSatisfy { $0.isWell || $0.waitsForVolumes }
            && old.containerViews.contains(where: \.waitsForVolumes)
        if isWaiting {
            let missing = old.spec.configReferences(in: old.metadata.namespace)
                .contains { $0.key.isEmpty == false || !view.index.contains($0.object) }
            return old.spec.volumes == new.spec.volumes && !missing
                && !view.events(about: old).contains { isAboutMissing($0) }
        }
        return old.spec.readinessGates == new.spec.readinessGates
            && old.spec.readinessGates.contains {
                old.status.condition($0.conditionType)?.status != "True"
            }
    }

    private func isAboutMissing(_ event: Event) -> Bool {
        MessageText(event.message).says("not found", "non-existent")
    }

    private mutating func assume(_ text: String) {
        if !assumptions.contains(text) { assumptions.append(text) }
    }
}

/// What a failure hangs on.
private enum Failure {
    case image, reference, memory, program

    init(_ container: ContainerView) {
        switch container.waitingReason {
        case "ErrImageNeverPull", "ErrImagePull", "ImagePullBackOff", "RegistryUnavailable",
            "SignatureValidationFailed", "InvalidImageName", "ImageInspectError":
            self = .image
        case "CreateContainerConfigError", "CreateContainerError", "RunContainerError":
            self = .reference
        default: self = container.wasOOMKilled ? .memory : .program
        }
    }
}

extension ContainerView {
    /// Ready and not killed of late, or an init container that did its work.
    fileprivate var isWell: Bool {
        if isInit, spec?.isSidecar != true { return status.state.terminated?.exitCode == 0 }
        return status.ready && status.restartCount == 0
    }

    fileprivate var waitsForVolumes: Bool {
        status.state.running == nil && status.state.terminated == nil
            && status.lastState.isAbsent
            && ["", "ContainerCreating", "PodInitializing"].contains(waitingReason)
    }
}

extension Container {
    fileprivate var probes: [Probe] {
        [livenessProbe, readinessProbe, startupProbe].compactMap { $0?.content }
    }
}

extension Pod {
    /// As the kubelet leaves a pod that lacks what it refers to.
    fileprivate func waiting(for missing: [ConfigReference], _ old: Pod?) -> Pod {
        var pod = self
        pod.status.phase = "Pending"
        pod.status.containerStatuses = spec.containers.enumerated().map { i, container in
            var status = ContainerStatus()
            status.name = container.name
            var waiting = ContainerStateWaiting()
            let own = missing.first { $0.namePath.hasPrefix("containers[\(i)]") }
            waiting.reason = own == nil ? "ContainerCreating" : "CreateContainerConfigError"
            waiting.message = own.map { Symbol("\($0.object) is missing") } ?? .empty
            status.state.waiting = waiting
            return status
        }
        pod.status.initContainerStatuses = []
        return pod
    }
}
