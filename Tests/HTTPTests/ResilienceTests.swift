import Testing

@testable import HTTP

struct ResilienceTests {
    /// Numbers in a row, so that every delay is known.
    struct Fixed: RandomNumberGenerator {
        let value: UInt64
        func next() -> UInt64 { value }
    }

    @Test func `back-off doubles up to its cap, and a random part of it is taken`() {
        let backoff = Backoff(base: .milliseconds(100), cap: .seconds(1))
        let ceilings = (1...6).map { backoff.ceiling(afterFailures: $0) }
        #expect(ceilings == [100, 200, 400, 800, 1000, 1000].map { .milliseconds($0) })
        #expect(backoff.ceiling(afterFailures: .max) == .seconds(1))
        var none = Fixed(value: 0)
        #expect(backoff.delay(afterFailures: 3, using: &none) == .zero)
        var random = SystemRandomNumberGenerator()
        for _ in 0..<100 {
            #expect(backoff.delay(afterFailures: 2, using: &random) <= .milliseconds(200))
        }
    }

    static let date: Int64 = 784_111_777

    @Test(arguments: [
        ("0", 0), ("120", 120), ("99999999999", 86_400), ("-1", nil), ("soon", nil), ("", nil),
        ("Sun, 06 Nov 1994 08:50:37 GMT", 60), ("Sunday, 06-Nov-94 08:50:37 GMT", 60),
        ("Sun Nov  6 08:50:37 1994", 60), ("Sun, 06 Nov 1994 08:00:00 GMT", 0),
        ("Sun, 06 Foo 1994 08:50:37 GMT", nil), ("Sun, 06 Nov 1994 8:70:37 GMT", nil),
        ("Mon, 06 Nov 2094 08:49:37 GMT", 86_400), ("a b c d e", nil), ("- - - , -", nil),
    ])
    func `Retry-After is seconds or a date`(field: String, seconds: Int64?) {
        let wait = RetryAfter.parse(field, nowUnixSeconds: ResilienceTests.date)
        #expect(wait == seconds.map { .seconds($0) })
    }

    @Test(arguments: [
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Thu, 29 Feb 2024 12:00:00 GMT", 1_709_208_000),
    ])
    func `dates count from 1970`(date: String, seconds: Int64) {
        #expect(RetryAfter.unixSeconds(of: date) == seconds)
    }

    private func wait(
        _ outcome: RetryPolicy.Outcome, _ method: Request.Method = .get, attempt: Int = 1,
        elapsed: Duration = .zero
    ) -> Duration? {
        var random = Fixed(value: 0)
        return RetryPolicy(maxAttempts: 3, totalTime: .seconds(10)).wait(
            after: outcome, attempt: attempt, elapsed: elapsed,
            of: Request(method, url: "http://h"),
            using: &random)
    }

    @Test(arguments: [429, 502, 503, 504])
    func `overload is asked again`(status: Int) {
        #expect(wait(.answered(status: status, retryAfter: nil)) == .zero)
        #expect(wait(.answered(status: status, retryAfter: .seconds(3))) == .seconds(3))
    }

    @Test(arguments: [200, 301, 400, 401, 403, 404, 409, 410, 500, 501])
    func `an answer stands`(status: Int) {
        #expect(wait(.answered(status: status, retryAfter: .seconds(1))) == nil)
    }

    @Test func `only within attempts and time, and only what may be repeated`() {
        let busy = RetryPolicy.Outcome.answered(status: 429, retryAfter: .seconds(3))
        #expect(wait(busy, attempt: 2) == .seconds(3))
        #expect(wait(busy, attempt: 3) == nil)
        #expect(wait(busy, elapsed: .seconds(7)) == .seconds(3))
        #expect(wait(busy, elapsed: .seconds(8)) == nil)
        #expect(wait(busy, .post) == nil)
        #expect(wait(busy, .patch) == nil)
        #expect(wait(busy, .put) == .seconds(3))
    }

    @Test(arguments: [
        (HTTPError.Code.couldNotConnect, true), (.couldNotResolve, true), (.cut, true),
        (.timeout, false), (.tlsUntrusted, false), (.cancelled, false), (.invalidRequest, false),
    ])
    func `connection faults are tried again`(code: HTTPError.Code, again: Bool) {
        #expect((wait(.failed(HTTPError(code, attempted: "GET h"))) != nil) == again)
    }

    @Test func `a breaker opens, probes once and closes again`() {
        let limits = CircuitBreaker.Limits(failures: 2, pause: .seconds(5))
        var breaker = CircuitBreaker()
        func admitted(at seconds: Int) -> Bool { breaker.admits(at: .seconds(seconds)) }
        func record(_ verdict: CircuitBreaker.Verdict, at seconds: Int) {
            breaker.record(verdict, at: .seconds(seconds), limits)
        }
        record(.failed, at: 0)
        record(.unknown, at: 0)
        #expect(admitted(at: 0))
        record(.failed, at: 1)
        #expect(breaker == .open(until: .seconds(6)))
        #expect([5, 6, 6].map(admitted) == [false, true, false])
        record(.unknown, at: 7)
        #expect(admitted(at: 7))
        record(.failed, at: 8)
        #expect(breaker == .open(until: .seconds(13)))
        #expect(admitted(at: 13))
        record(.healthy, at: 13)
        #expect(breaker == .closed(failures: 0))
    }

    @Test func `a bucket gives a burst, then a steady rate in order`() {
        var bucket = TokenBucket(perSecond: 10, burst: 2)
        let waits = (0..<4).map { _ in bucket.take(at: .seconds(1)) }
        #expect(waits == [0, 0, 100, 200].map { .milliseconds($0) })
        let later = bucket.take(at: .seconds(10))
        #expect(later == .zero)
    }
}
