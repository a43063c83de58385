internal import Synchronization

/// A client that paces itself, asks again where that helps, and leaves a failing host alone.
package final class ResilientClient: Sendable {
    package struct Limits: Sendable, Equatable {
        package var retry: RetryPolicy
        package var breaker: CircuitBreaker.Limits
        package var rate: TokenBucket

        package init(
            retry: RetryPolicy = RetryPolicy(),
            breaker: CircuitBreaker.Limits = CircuitBreaker.Limits(),
            rate: TokenBucket = TokenBucket()
        ) {
            self.retry = retry
            self.breaker = breaker
            self.rate = rate
        }
    }

    private struct Host {
        var breaker = CircuitBreaker()
        var rate: TokenBucket
    }

    private let client: HTTPClient
    private let limits: Limits
    private let time: TimeSource
    private let hosts = Mutex<[String: Host]>([:])

    package init(_ client: HTTPClient, limits: Limits = Limits(), time: TimeSource = .system) {
        self.client = client
        self.limits = limits
        self.time = time
    }

    package func close() { client.close() }

    /// As the plain client's, over all attempts together.
    package func send(
        _ request: Request, deadline: Duration? = nil, bufferLimit: Int? = nil
    ) async throws(HTTPError) -> Response {
        let start = time.now()
        var random = SystemRandomNumberGenerator()
        var attempt = 1
        while true {
            let left = deadline.map { $0 - (time.now() - start) }
            let result = try await attemptOnce(request, deadline: left, bufferLimit: bufferLimit)
            let outcome = outcome(of: result)
            let delay = limits.retry.wait(
                after: outcome, attempt: attempt, elapsed: time.now() - start, of: request,
                using: &random)
            guard let delay, left.map({ delay < $0 }) ?? true else { return try result.get() }
            await drain(result)
            try await pause(delay, request)
            attempt += 1
        }
    }

    private func attemptOnce(
        _ request: Request, deadline: Duration?, bufferLimit: Int?
    ) async throws(HTTPError) -> Result<Response, HTTPError> {
        let origin = URLParts(request.url)?.origin ?? ""
        let turn = withHost(origin) { $0.rate.take(at: time.now()) }
        if turn > .zero { try await pause(turn, request) }
        guard withHost(origin, { $0.breaker.admits(at: time.now()) }) else {
            throw HTTPError(.circuitOpen, request)
        }
        let result: Result<Response, HTTPError>
        do {
            let left = deadline.map { $0 - turn }
            result = .success(
                try await client.send(request, deadline: left, bufferLimit: bufferLimit))
        } catch {
            result = .failure(error)
        }
        let verdict = verdict(on: result)
        withHost(origin) { $0.breaker.record(verdict, at: time.now(), limits.breaker) }
        return result
    }

    private func outcome(of result: Result<Response, HTTPError>) -> RetryPolicy.Outcome {
        switch result {
        case .failure(let error): return .failed(error)
        case .success(let response):
            let field = response.head.headers["Retry-After"]
            let wait = field.flatMap {
                RetryAfter.parse($0, nowUnixSeconds: time.unixSeconds())
            }
            return .answered(status: response.head.status, retryAfter: wait)
        }
    }

    private func verdict(on result: Result<Response, HTTPError>) -> CircuitBreaker.Verdict {
        if case .failure(let error) = result, error.code == .cancelled { return .unknown }
        return outcome(of: result).isHostFault ? .failed : .healthy
    }

    /// A short body read to its end leaves the connection usable for the next attempt.
    private func drain(_ result: Result<Response, HTTPError>) async {
        guard case .success(let response) = result else { return }
        _ = try? await response.body.collect(upTo: 64 << 10)
    }

    private func pause(_ duration: Duration, _ request: Request) async throws(HTTPError) {
        do {
            try await time.sleep(duration)
        } catch {
            throw HTTPError(.cancelled, request)
        }
    }

    private func withHost<Value: Sendable>(
        _ origin: String, _ use: (inout sending Host) -> sending Value
    ) -> Value {
        hosts.withLock { hosts in
            var host = hosts[origin] ?? Host(rate: limits.rate)
            defer { hosts[origin] = host }
            return use(&host)
        }
    }
}
