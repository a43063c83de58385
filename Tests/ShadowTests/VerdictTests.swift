import Testing

@testable import Shadow

struct VerdictTests {
    private static let cases: [([ShadowCheck.Status], Verdict)] = [
        ([], .inconclusive),
        ([.skipped], .inconclusive),
        ([.passed], .passed),
        ([.passed, .skipped], .passed),
        ([.passed, .inconclusive], .inconclusive),
        ([.passed, .inconclusive, .failed], .failed),
    ]

    @Test(arguments: cases)
    func `one refutation is enough, and an open question keeps from passing`(
        statuses: [ShadowCheck.Status], verdict: Verdict
    ) {
        #expect(Verdict(statuses.map { ShadowCheck("one", $0, "") }) == verdict)
    }

    @Test(arguments: [
        ("8080/healthz", 8080, "/healthz"), (":80", 80, "/"), ("9090/a?b=c", 9090, "/a?b=c"),
    ])
    func `a probe is a port and a path`(text: String, port: Int, path: String) {
        let probe = HTTPProbe(text: text)
        #expect(probe?.port == port)
        #expect(probe?.path == path)
    }

    @Test(arguments: ["", "/healthz", "0/x", "65536", "http://a/b", "80/a b", "80/\n"])
    func `anything else is no probe`(text: String) {
        #expect(HTTPProbe(text: text) == nil)
    }
}
