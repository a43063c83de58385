/// An answer whose head is known and whose body may still be travelling.
package struct Response: Sendable {
    package let head: ResponseHead
    package let body: Body
}

/// The body of one answer, to be read once, in chunks of up to 256 KiB.
///
/// A slow reader holds the sender back instead of filling memory. Dropping it unread ends the
/// transfer.
package struct Body: AsyncSequence, Sendable {
    package typealias Element = [UInt8]
    package typealias Failure = HTTPError

    /// Whoever holds it still wants the rest.
    fileprivate final class Interest: Sendable {
        let transfer: Transfer
        let client: HTTPClient

        init(_ transfer: Transfer, client: HTTPClient) {
            self.transfer = transfer
            self.client = client
        }

        deinit { transfer.cancel() }
    }

    private let interest: Interest

    init(_ transfer: Transfer, client: HTTPClient) {
        interest = Interest(transfer, client: client)
    }

    package struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let interest: Interest

        package mutating func next() async throws(HTTPError) -> [UInt8]? {
            try await interest.transfer.nextChunk()
        }

        package mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(HTTPError) -> [UInt8]? {
            try await interest.transfer.nextChunk()
        }
    }

    package func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(interest: interest)
    }

    /// The whole body, unless it is larger than `limit`.
    package func collect(upTo limit: Int) async throws(HTTPError) -> [UInt8] {
        var whole: [UInt8] = []
        var chunks = makeAsyncIterator()
        while let chunk = try await chunks.next() {
            guard whole.count + chunk.count <= limit else {
                interest.transfer.cancel()
                let cause = "more than \(limit) bytes"
                throw HTTPError(.tooLarge, interest.transfer.request, cause: cause)
            }
            whole += chunk
        }
        return whole
    }
}
