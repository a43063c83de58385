import Testing

@Suite("InitContainerFailure")
struct InitContainerFailureTests {
    @Test(
        "an init container that fails is an incident, one that succeeds in the end is none",
        arguments: [
            (
                "InitContainerFailure/failing",
                [
                    "InitContainerFailure Pod shop/given-up high",
                    "InitContainerFailure Pod shop/looping high",
                    "InitContainerFailure Pod shop/retrying high",
                ]
            ),
            ("InitContainerFailure/well", []),
        ])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test("it says how the container ended and what waits for it")
    func words() throws {
        let words = try Scene.incident("InitContainerFailure/failing", on: "Pod shop/looping").words
        #expect(words.contains("init container \"migrate\" fails with exit code 1"))
        #expect(words.contains("restarted 40 times; the pod's container cannot start"))
        #expect(words.contains("status.initContainerStatuses[0].lastState.terminated.exitCode=1"))
    }
}
