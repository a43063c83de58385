package import ClusterModel

/// The tool that put an object into the cluster, as the object's labels and annotations tell.
package struct Manager: Hashable, Sendable {
    package enum Tool: String, Sendable {
        case argoCD = "Argo CD"
        case flux = "Flux"
        case helm = "Helm"
    }

    package let tool: Tool
    /// The release, application, Kustomization or HelmRelease.
    package let name: String
    package let namespace: String

    /// Nil for an object that people change in place. Flux and Argo CD come before Helm, since
    /// both install charts and leave Helm's marks as well.
    package init?(of metadata: ObjectMeta) {
        let (labels, annotations) = (metadata.labels, metadata.annotations)
        if let name = labels["kustomize.toolkit.fluxcd.io/name"] {
            self.init(.flux, name, labels["kustomize.toolkit.fluxcd.io/namespace"])
        } else if let name = labels["helm.toolkit.fluxcd.io/name"] {
            self.init(.flux, name, labels["helm.toolkit.fluxcd.io/namespace"])
        } else if let id = annotations["argocd.argoproj.io/tracking-id"] {
            self.init(.argoCD, Symbol(String(id.string.prefix { $0 != ":" })), nil)
        } else if let name = labels["argocd.argoproj.io/instance"] {
            self.init(.argoCD, name, nil)
        } else if let name = annotations["meta.helm.sh/release-name"] {
            self.init(.helm, name, annotations["meta.helm.sh/release-namespace"])
        } else if labels["app.kubernetes.io/managed-by"] == "Helm" {
            self.init(.helm, labels["app.kubernetes.io/instance"] ?? .empty, metadata.namespace)
        } else {
            return nil
        }
    }

    private init(_ tool: Tool, _ name: Symbol, _ namespace: Symbol?) {
        self.tool = tool
        self.name = name.string
        self.namespace = namespace?.string ?? ""
    }

    /// `Helm release "cart"`.
    package var description: String {
        switch tool {
        case .argoCD: "Argo CD application \"\(name)\""
        case .flux: "Flux (\"\(name)\")"
        case .helm: name.isEmpty ? "Helm" : "Helm release \"\(name)\""
        }
    }
}
