internal import ClusterModel
internal import HTTP
internal import StructuredData

/// One list under way, from its first page to its outcome.
///
/// While a page is decoded the next one is already asked for: its token comes first in a page.
struct ListRun {
    /// Where the list stands after a page, or after failing at one.
    enum Step {
        case page(after: String)
        /// Begin anew, the pages so far being of no use.
        case startOver(reason: String, token: String)
        /// The same again as JSON.
        case asJSON
        case done(ListOutcome)
    }

    /// A list that changes faster than it can be paged is not begun for ever.
    private static let maximumRestarts = 2

    private let client: KubeClient
    private var request: ListRequest
    private var ahead: Prefetch?
    private var restarts = 0
    private var count = 0
    private var malformed = 0
    private var firstFault = ""

    init(_ client: KubeClient, _ request: ListRequest) {
        self.client = client
        self.request = request
    }

    mutating func run<C: ItemConsumer>(
        into consumer: inout C
    ) async throws(KubeError) -> ListOutcome {
        defer { ahead?.cancel() }
        while true {
            switch try await step(&consumer) {
            case .page(let token): request = request.page(after: token)
            case .asJSON: request.wantsJSON = true
            case .done(let outcome): return outcome
            case .startOver(let reason, let token):
                if let outcome = restart(reason, token, &consumer) { return outcome }
            }
        }
    }

    private mutating func step<C: ItemConsumer>(
        _ consumer: inout C
    ) async throws(KubeError) -> Step {
        let sent = request.request(to: client.server)
        do throws(KubeError) {
            let response = try await response(to: sent)
            switch try await Answer.judge(response, to: sent) {
            case .refusal(let code, let status): return refused(code, status)
            case .data(let format): return try await read(response, format, &consumer)
            }
        } catch {
            // Once something was read, losing the server means an incomplete list.
            guard count > 0, error.code == .unreachable else { throw error }
            return .done(incomplete("\(error)"))
        }
    }

    private mutating func response(to sent: Request) async throws(KubeError) -> Response {
        if let started = ahead.take(), started.token == request.continueToken {
            return try await started.response()
        }
        return try await client.send(sent)
    }

    private func refused(_ code: Int, _ status: APIStatus?) -> Step {
        let reason = KubeError.reason(code, status)
        switch code {
        case 410: return .startOver(reason: reason, token: status?.metadata.continueToken ?? "")
        case 406 where !request.wantsJSON: return .asJSON
        case _ where count > 0: return .done(incomplete(reason))
        case 403: return .done(.forbidden(reason: reason))
        case 404: return .done(.absent(reason: reason))
        default: return .done(.failed(reason: reason))
        }
    }

    /// `nil` to go on.
    private mutating func restart<C: ItemConsumer>(
        _ reason: String, _ token: String, _ consumer: inout C
    ) -> ListOutcome? {
        ahead?.cancel()
        ahead = nil
        if restarts < ListRun.maximumRestarts {
            restarts += 1
            consumer.startOver()
            (count, malformed, firstFault) = (0, 0, "")
            request = request.page(after: "")
            request.resourceVersion = ""
            return nil
        }
        guard !token.isEmpty, token != request.continueToken else { return incomplete(reason) }
        // The rest as it is now: whatever existed all along is in it.
        request = request.page(after: token)
        return nil
    }

    private func incomplete(_ reason: String) -> ListOutcome {
        count > 0 ? .partial(count: count, reason: reason) : .failed(reason: reason)
    }
}

// MARK: One page

extension ListRun {
    private mutating func read<C: ItemConsumer>(
        _ response: Response, _ format: ItemReader.Format, _ consumer: inout C
    ) async throws(KubeError) -> Step {
        var reader = ItemReader(source: request.path.text, format: format)
        let take: (inout C, inout Reader, Item) throws -> Void = { try $0.take(&$1, $2) }
        do {
            for try await chunk in response.body {
                try chunk.withUnsafeBytes { bytes in
                    try reader.feed(bytes) { try take(&consumer, &$0, $1) }
                }
                prefetch(after: reader.openList?.continueToken ?? "")
            }
            return finish(try reader.finish { try take(&consumer, &$0, $1) })
        } catch let error as HTTPError {
            if error.code == .cancelled || error.concernsWholeRun { throw KubeError(error) }
            count += reader.progress.itemCount
            if error.code == .cut { return .startOver(reason: error.description, token: "") }
            return .done(incomplete(error.description))
        } catch let error as DataError {
            count += reader.progress.itemCount
            let reason = error.inOneLine
            if error.code == .truncated { return .startOver(reason: reason, token: "") }
            return .done(incomplete(reason))
        } catch {
            return .done(incomplete("\(error)"))
        }
    }

    private mutating func finish(_ summary: ItemSummary) -> Step {
        guard let list = summary.lists.first else {
            return .done(incomplete("the server's answer to \(request.path.text) is no list"))
        }
        count += summary.itemCount - summary.failureCount
        malformed += summary.failureCount
        if firstFault.isEmpty, let first = summary.failures.first {
            firstFault = first.error.inOneLine
        }
        if !list.continueToken.isEmpty { return .page(after: list.continueToken) }
        guard malformed == 0 else {
            let items = malformed == 1 ? "item" : "items"
            let reason = "\(malformed) malformed \(items) left out: \(firstFault)"
            return .done(.partial(count: count, reason: reason))
        }
        return .done(.complete(count: count, resourceVersion: list.resourceVersion))
    }

    private mutating func prefetch(after token: String) {
        guard !token.isEmpty, ahead == nil else { return }
        let next = request.page(after: token)
        ahead = Prefetch(client, next.request(to: client.server), token: token)
    }
}

extension DataError {
    /// Without the excerpt: a reason is one line, and an answer may hold anything.
    fileprivate var inOneLine: String {
        var error = self
        error.excerpt = nil
        return error.description
    }
}
