package import ClusterModel
internal import HTTP
internal import StructuredData

// Objects as whole documents: what is read here may be written again, so no field may be lost.
extension KubeClient {
    /// The object as the server has it; nil if there is none.
    package func document(at path: ResourcePath) async throws(KubeError) -> JSONValue? {
        let request = Request(url: server + path.text, headers: ["Accept": MediaType.json])
        do throws(KubeError) {
            return try await read(request, as: JSONValue.self)
        } catch {
            if error.code == .api(404) { return nil }
            throw error
        }
    }

    /// The objects of a list, without `apiVersion` and `kind` of their own as lists have them.
    package func documents(
        in path: ResourcePath, labelSelector: String = ""
    ) async throws(KubeError) -> [JSONValue] {
        var request = ListRequest(path, labelSelector: labelSelector)
        request.wantsJSON = true
        var taken = DocumentTaker()
        switch try await list(request, into: &taken) {
        case .complete: return taken.documents
        case .absent(let reason): throw KubeError(.api(404), "GET \(path.text): \(reason)")
        case .forbidden(let reason): throw KubeError(.api(403), "GET \(path.text): \(reason)")
        case .partial(_, let reason), .failed(let reason):
            throw KubeError(.api(500), "GET \(path.text): \(reason)")
        }
    }

    /// Sends a change and returns the object as the server then has it, or would have it.
    ///
    /// - Throws: what the server says against it, in its own words.
    @discardableResult
    package func write(_ write: WriteRequest) async throws(KubeError) -> JSONValue {
        try await read(write.request(to: server), as: JSONValue.self)
    }
}

/// Takes the objects of a list as documents.
private struct DocumentTaker: ItemConsumer {
    private(set) var documents: [JSONValue] = []

    mutating func take(_ reader: inout Reader, _ item: Item) throws {
        var document = JSONValue.null
        try document.read(from: &reader)
        documents.append(document)
    }

    mutating func startOver() { documents = [] }
}
