import ArgumentParser
import ClusterModel
import StructuredData

/// How manifests are printed.
enum ManifestFormat: String, CaseIterable, ExpressibleByArgument {
    /// A document for each.
    case yaml
    /// One `List`, since JSON has no documents in a row.
    case json

    func write(_ manifests: [JSONValue]) -> [UInt8] {
        switch self {
        case .yaml:
            var writer = DocumentWriter(format: .yaml)
            for manifest in manifests { manifest.write(to: &writer) }
            return writer.takeOutput()
        case .json:
            let list: JSONValue = [
                "apiVersion": "v1", "kind": "List", "items": .array(manifests),
            ]
            return list.bytes(.prettyJSON)
        }
    }
}
