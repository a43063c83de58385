package import ClusterModel
package import HTTP
internal import StructuredData

extension KubeClient {
    /// One object, of whatever encoding the server chose.
    package func read<T: WireValue>(
        _ request: Request, as type: T.Type = T.self, limit: Int = 64 << 20
    ) async throws(KubeError) -> T {
        let response = try await send(request)
        let bytes: [UInt8]
        let format: ItemReader.Format
        switch try await Answer.judge(response, to: request) {
        case .refusal(let code, let status): throw .refused(code, status, request)
        case .data(let found): format = found
        }
        do {
            bytes = try await response.body.collect(upTo: limit)
        } catch {
            throw KubeError(error)
        }
        return try decode(bytes, format, of: request)
    }

    private func decode<T: WireValue>(
        _ bytes: [UInt8], _ format: ItemReader.Format, of request: Request
    ) throws(KubeError) -> T {
        let source = URLParts(request.url)?.path ?? "answer"
        var value = T()
        do {
            if format == .json {
                try readDocument(bytes, source: source) { try value.read(from: &$0) }
                return value
            }
            var reader = ItemReader(source: source, format: format)
            let take: ItemReader.Body = { reader, _ in try value.read(from: &reader) }
            try bytes.withUnsafeBytes { try reader.feed($0, take) }
            if let failure = try reader.finish(take).failures.first { throw failure.error }
            return value
        } catch var error as DataError {
            // The line itself would not fit into one sentence.
            error.excerpt = nil
            throw KubeError(.notKubernetes, "the server's answer is not readable: \(error)")
        } catch {
            throw KubeError(.notKubernetes, "the server's answer is not readable: \(error)")
        }
    }

    /// The end of a container's log, as bytes: logs may be anything.
    package func log(_ request: LogRequest, upTo limit: Int = 1 << 20) async throws(KubeError)
        -> [UInt8]
    {
        let request = request.request(to: server)
        let response = try await send(request)
        do {
            let body = try await response.body.collect(upTo: limit)
            if response.head.isSuccess { return body }
            throw KubeError.refused(response.head.status, APIStatus(body), request)
        } catch let error as HTTPError {
            throw KubeError(error)
        } catch let error as KubeError {
            throw error
        } catch {
            throw KubeError(.unreachable, "\(error)")
        }
    }

    /// What a pod answers through the proxy; refusals of the API server's own are such answers too.
    package func get(_ proxy: ProxyRequest) async throws(KubeError) -> (status: Int, body: [UInt8])
    {
        let response = try await send(proxy.request(to: server))
        do {
            return (response.head.status, try await response.body.collect(upTo: 1 << 20))
        } catch {
            throw KubeError(error)
        }
    }

    /// Whether the user may do that; asked of the server, which knows all authorisers.
    package func mayI(_ verb: String, _ path: ResourcePath) async throws(KubeError) -> Bool {
        let review = AccessReview(verb: verb, path)
        return try await read(review.request(to: server), as: AccessReview.self).status.allowed
    }

    /// All that the user may do in a namespace.
    package func rules(in namespace: String) async throws(KubeError) -> RulesReview {
        try await read(RulesReview(namespace: namespace).request(to: server))
    }
}
