import ClusterModel

/// Why a volume could not be attached or mounted, from the kubelet's or the controller's event.
package enum VolumeFailure: Sendable {
    case attachedElsewhere, timedOut, driverMissing, pathMissing, wrongType, denied, other

    package init(_ text: MessageText) {
        if text.says("multi-attach error") {
            self = .attachedElsewhere
        } else if text.says("not found in the list of registered csi drivers") {
            self = .driverMissing
        } else if text.says("hostpath type check failed") {
            self = .wrongType
        } else if text.says("no such file or directory", "does not exist") {
            self = .pathMissing
        } else if text.says("access denied", "permission denied", "unauthorized") {
            self = .denied
        } else if text.says("timed out", "deadline exceeded", "timeout") {
            self = .timedOut
        } else {
            self = .other
        }
    }

    /// What is wrong, to follow the volume's name.
    package var phrase: String {
        switch self {
        case .attachedElsewhere: "is still attached to another node"
        case .timedOut: "was not there in time"
        case .driverMissing: "needs a CSI driver that the node does not have"
        case .pathMissing: "refers to a path that does not exist"
        case .wrongType: "refers to a host path of another type"
        case .denied: "is denied by its storage"
        case .other: "cannot be mounted"
        }
    }
}

extension MessageText {
    /// The volume an event speaks of: a pod's volume, or a PersistentVolume.
    var volumeName: Symbol? {
        if let name = text(after: "for volume \"", until: "\"") { return Symbol(name) }
        let names = text(after: "unmounted volumes=[", until: "]")
        return names?.split(whereSeparator: { $0 == " " || $0 == "," }).first
            .map { Symbol(String($0)) }
    }
}
