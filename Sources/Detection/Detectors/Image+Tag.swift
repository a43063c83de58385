import ClusterModel

extension Symbol {
    /// The tag of an image reference; nil without one, empty if a digest names the image instead.
    var imageTag: String? {
        let text = string
        if text.contains("@") { return "" }
        let last = text.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard let colon = last.firstIndex(of: ":") else { return nil }
        return String(last[last.index(after: colon)...])
    }
}
