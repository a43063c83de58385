/// The `Accept` fields aegis sends, best first; the server picks what it has.
package enum MediaType {
    static let protobuf = "application/vnd.kubernetes.protobuf"
    static let json = "application/json"

    /// Custom resources have no protobuf form and come as JSON.
    static let objects = "\(protobuf), \(json)"

    /// Names and labels without content: a Secret's values never leave the server.
    static let metadata = "\(protobuf);\(partial), \(metadataAsJSON)"
    static let metadataAsJSON = "\(json);\(partial), \(json)"

    private static let partial = "as=PartialObjectMetadataList;g=meta.k8s.io;v=v1"

    static let discovery =
        ["v2", "v2beta1"]
        .map { "\(json);g=apidiscovery.k8s.io;v=\($0);as=APIGroupDiscoveryList" }
        .joined(separator: ", ") + ", \(json)"
}
