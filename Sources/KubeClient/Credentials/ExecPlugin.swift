/// A credential plugin, checked and ready to run.
struct ExecPlugin: Sendable, Equatable {
    enum Version: String, CaseIterable, Sendable {
        case v1 = "client.authentication.k8s.io/v1"
        case v1beta1 = "client.authentication.k8s.io/v1beta1"
    }

    /// Whether it may ask the user something.
    enum Interaction: String, Sendable {
        case never = "Never"
        case ifAvailable = "IfAvailable"
        case always = "Always"
    }

    /// A name to be looked up in `PATH`, or a path.
    var command: String
    var entry: ExecEntry
    var version: Version
    var interaction: Interaction
    /// What it is told of the cluster, if it wants that.
    var cluster: ExecClusterInfo?
    /// Where the kubeconfig asks for it.
    var place: Place?
}
