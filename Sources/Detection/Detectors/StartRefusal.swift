import ClusterModel

/// Why the kubelet or the runtime would not make or start a container, other than a missing object.
package enum StartRefusal: Sendable {
    case runsAsRoot, userNotNumeric, subPath, commandNotFound, commandNotExecutable, noCommand
    case mountTypes, cacheNotSynced, other

    package init(_ text: MessageText) {
        self = Self.runtime(text) ?? Self.config(text) ?? .other
    }

    /// From `pkg/kubelet/kuberuntime/security_context.go` and `kubelet_pods.go`.
    private static func config(_ text: MessageText) -> StartRefusal? {
        if text.says("image has non-numeric user") { return .userNotNumeric }
        if text.says("image will run as root", "breaks non-root policy") { return .runsAsRoot }
        if text.says("subpath") { return .subPath }
        return text.says("failed to sync") ? .cacheNotSynced : nil
    }

    private static func runtime(_ text: MessageText) -> StartRefusal? {
        if text.says("are you trying to mount a directory onto a file", "not a directory") {
            return .mountTypes
        }
        if text.says("executable file not found") { return .commandNotFound }
        if text.says("exec: \"", "exec /", "exec format") {
            if text.says("no such file or directory") { return .commandNotFound }
            if text.says("permission denied", "exec format error") { return .commandNotExecutable }
        }
        return text.says("no command specified") ? .noCommand : nil
    }

    /// What is wrong, to follow the container's name.
    package var phrase: String {
        switch self {
        case .runsAsRoot: "must not run as root, but would (runAsNonRoot)"
        case .userNotNumeric:
            "must not run as root, and its image names its user instead of numbering it"
        case .subPath: "has a subPath that cannot be prepared"
        case .commandNotFound: "has a command that its image does not contain"
        case .commandNotExecutable: "has a command that cannot be executed"
        case .noCommand: "has no command, and neither has its image"
        case .mountTypes: "mounts a directory onto a file or a file onto a directory"
        case .cacheNotSynced: "waits for its kubelet to fetch ConfigMaps or Secrets"
        case .other: "cannot be created"
        }
    }
}
