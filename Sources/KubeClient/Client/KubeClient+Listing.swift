internal import HTTP
internal import StructuredData

extension KubeClient {
    /// Reads a whole list into `consumer`, page by page, decoding while bytes still travel.
    ///
    /// - Returns: how much of it could be read: forbidden, absent and failed are outcomes.
    /// - Throws: only what concerns the whole run: unreachable, unauthorised, not Kubernetes,
    ///   cancelled.
    package func list<C: ItemConsumer>(
        _ request: ListRequest, into consumer: inout C
    ) async throws(KubeError) -> ListOutcome {
        var run = ListRun(self, request)
        return try await run.run(into: &consumer)
    }

    /// About how many objects a list has, as a page of one tells; nil where the server does not say.
    /// - Parameter metadataOnly: asks for nothing else of the one, as servers before 1.21 do not
    ///   answer with a count.
    package func count(
        _ path: ResourcePath, metadataOnly: Bool
    ) async throws(KubeError) -> Int? {
        let request = ListRequest(path, limit: 1, metadataOnly: metadataOnly).request(to: server)
        let response = try await send(request)
        guard case .data(let format) = try await Answer.judge(response, to: request) else {
            return nil
        }
        let bytes: [UInt8]
        do {
            bytes = try await response.body.collect(upTo: 1 << 20)
        } catch {
            throw KubeError(error)
        }
        return Self.count(bytes, format, path)
    }

    private static func count(
        _ bytes: [UInt8], _ format: ItemReader.Format, _ path: ResourcePath
    ) -> Int? {
        var reader = ItemReader(source: path.text, format: format)
        let passOver: ItemReader.Body = { reader, _ in try reader.skipValue() }
        let fed: Void? = try? bytes.withUnsafeBytes { try reader.feed($0, passOver) }
        guard fed != nil, let list = try? reader.finish(passOver).lists.first else { return nil }
        let rest = list.continueToken.isEmpty ? 0 : list.remainingItemCount
        return rest.map { Int(min(max(0, $0), 1 << 40)) + list.itemCount }
    }
}
