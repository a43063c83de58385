/// Sends requests over one network thread that starts with the first of them.
///
/// Connections are kept and shared: requests to one server travel side by side over HTTP/2 where
/// the server speaks it. The thread ends with the client; answers still being read keep it alive.
package final class HTTPClient: Sendable {
    package let configuration: ClientConfiguration
    private let loop: CurlLoop

    package init(_ configuration: ClientConfiguration = ClientConfiguration()) {
        self.configuration = configuration
        loop = CurlLoop(configuration)
    }

    deinit {
        loop.stop()
    }

    /// Ends the thread and every transfer at once; whatever is sent later fails as cancelled.
    package func close() {
        loop.stop()
    }

    /// Sends and returns as soon as the head of the answer is there; the body follows as a stream.
    ///
    /// - Parameters:
    ///   - deadline: for the whole answer, body included.
    ///   - bufferLimit: how much body may wait for its reader; `nil` as the client is configured.
    /// - Throws: `.cancelled` as soon as the calling task is cancelled.
    package func send(
        _ request: Request, deadline: Duration? = nil, bufferLimit: Int? = nil
    ) async throws(HTTPError) -> Response {
        if let fault = request.fault {
            throw HTTPError(.invalidRequest, request, cause: fault)
        }
        if Task.isCancelled { throw HTTPError(.cancelled, request) }
        if let deadline, deadline <= .zero {
            throw HTTPError(.timeout, request, cause: "its time was up before it was sent")
        }
        let transfer = Transfer(
            request, deadline: deadline, bufferLimit: bufferLimit ?? configuration.bufferLimit,
            loop: loop)
        // From here on dropping the body, by an error thrown below too, ends the transfer.
        let body = Body(transfer, client: self)
        loop.enqueue(.start(transfer))
        let head = try await transfer.head()
        return Response(head: head, body: body)
    }
}

extension Request {
    /// What would cut a string short or start another header field on its way through curl.
    fileprivate var fault: String? {
        if URLParts(url) == nil { return "not an http(s) URL" }
        if url.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7f }) {
            return "the URL has a space or control character"
        }
        for field in headers.fields {
            if field.name.isEmpty || !field.name.utf8.allSatisfy(Request.isNameByte) {
                return "a header field has an impossible name"
            }
            if field.value.utf8.contains(where: { $0 == 0x0a || $0 == 0x0d || $0 == 0 }) {
                return "the header field \(field.name) has a line break in it"
            }
        }
        return nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7f && byte != UInt8(ascii: ":") && byte != UInt8(ascii: ";")
    }
}
