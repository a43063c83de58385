import ClusterModel
import Detection
import Testing

extension Scene {
    /// The fixture's incident on one object, `Pod shop/cart`.
    static func incident(
        _ name: String, on resource: String, _ settings: DetectionSettings = .init()
    ) throws -> Incident {
        let incidents = Detection.incidents(in: try view(name, settings))
        return try #require(
            incidents.first { $0.resource.description == resource },
            "\(name) has no incident on \(resource)")
    }
}

extension Incident {
    /// Title, message and evidence as one text, to look for the decisive words in.
    var words: String {
        ([title, message] + evidence.map { "\($0.path)=\($0.value) \($0.note)" })
            .joined(separator: "\n")
    }
}
