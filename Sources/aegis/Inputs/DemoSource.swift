import ClusterModel
import StructuredData

/// The built-in cluster of `--demo`.
struct DemoSource {
    let filter: ObjectFilter

    func capture() throws -> Capture {
        var dump = DumpReader(filter: filter)
        for (number, manifest) in DemoCluster.manifests.enumerated() {
            var rest = Array(manifest.description.utf8)[...]
            try dump.read(source: "demo-\(number + 1).yaml") { buffer in
                let piece = rest.prefix(buffer.count)
                buffer.copyBytes(from: piece)
                rest = rest.dropFirst(piece.count)
                return piece.count
            }
        }
        let moment = Timestamp(rfc3339: DemoCluster.capturedAt) ?? .current
        return Capture(
            origin: .demo, snapshot: dump.finish(), cluster: "demo", context: "demo",
            moment: moment)
    }
}
