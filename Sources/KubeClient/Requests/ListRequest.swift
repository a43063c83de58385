package import HTTP

/// A list of one resource, or one page of it.
package struct ListRequest: Sendable, Equatable {
    package var path: ResourcePath
    /// Objects a page; 0 asks for all at once.
    package var limit: Int
    package var labelSelector: String
    package var fieldSelector: String
    package var resourceVersion: String
    package var continueToken = ""
    /// Only names, labels, annotations and owners.
    package var metadataOnly: Bool
    /// Set after a server said that it does not write protobuf.
    var wantsJSON = false

    package init(
        _ path: ResourcePath, limit: Int = 500, labelSelector: String = "",
        fieldSelector: String = "", resourceVersion: String = "", metadataOnly: Bool = false
    ) {
        self.path = path
        self.limit = limit
        self.labelSelector = labelSelector
        self.fieldSelector = fieldSelector
        self.resourceVersion = resourceVersion
        self.metadataOnly = metadataOnly
    }

    package func request(to server: String) -> Request {
        let query = URLText.query([
            ("limit", limit > 0 ? "\(limit)" : ""),
            ("continue", continueToken),
            ("labelSelector", labelSelector),
            ("fieldSelector", fieldSelector),
            // The token names the version; a server refuses both together.
            ("resourceVersion", continueToken.isEmpty ? resourceVersion : ""),
        ])
        return Request(url: server + path.text + query, headers: ["Accept": accept])
    }

    private var accept: String {
        if metadataOnly { return wantsJSON ? MediaType.metadataAsJSON : MediaType.metadata }
        return wantsJSON ? MediaType.json : MediaType.objects
    }

    func page(after token: String) -> ListRequest {
        var next = self
        next.continueToken = token
        return next
    }
}
