import ClusterModel
import Scaling
import StructuredData

/// A `kustomization.yaml` that patches what is proposed.
struct Kustomization {
    private let proposals: [ScalingProposal]

    init(_ proposals: [ScalingProposal]) { self.proposals = proposals }

    var bytes: [UInt8] {
        var writer = DocumentWriter(format: .yaml)
        writer.beginObject()
        writer.field("apiVersion", "kustomize.config.k8s.io/v1beta1")
        writer.field("kind", "Kustomization")
        writer.key("patches")
        writer.beginArray()
        for proposal in proposals { write(proposal, to: &writer) }
        writer.endArray()
        writer.endObject()
        return writer.takeOutput()
    }

    /// The patch as text, which is one of the forms kustomize takes; JSON is YAML too.
    private func write(_ proposal: ScalingProposal, to writer: inout DocumentWriter) {
        let target = proposal.target
        writer.beginObject()
        writer.key("target")
        writer.beginObject()
        let parts = target.apiVersion.split(separator: "/")
        if parts.count == 2 { writer.field("group", String(parts[0])) }
        writer.field("version", String(parts.last ?? "v1"))
        writer.field("kind", target.kind)
        writer.field("namespace", target.namespace)
        writer.field("name", target.name)
        writer.endObject()
        writer.field("patch", patch(proposal))
        writer.endObject()
    }

    /// A strategic merge patch must name its object, too.
    private func patch(_ proposal: ScalingProposal) -> String {
        let target = proposal.target
        let head =
            "{\"apiVersion\":\"\(target.apiVersion)\",\"kind\":\"\(target.kind)\","
            + "\"metadata\":{\"name\":\"\(target.name)\"},"
        return head + (proposal.patch?.body.dropFirst() ?? "}")
    }
}
