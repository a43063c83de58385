import Detection
import Testing

@Suite("AppError")
struct AppErrorTests {
    @Test(
        "a container that ended with an error for good is an incident, unless something else ended it",
        arguments: [
            (
                "AppError/failed",
                [1, 126, 127, 137, 139, 143, 2, 42].map { "AppError Pod shop/code-\($0) medium" }
            ),
            ("AppError/beside-others", ["AppError Pod shop/pair medium"]),
            ("AppError/of-job", []),
            ("AppError/ended-from-outside", []),
        ])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "it says what the exit code means",
        arguments: [
            (1, "exit code 1 (the application reports an error)"),
            (2, "wrong use of a shell command"),
            (42, "exit code 42 and"),
            (126, "not executable"),
            (127, "the command was not found"),
            (137, "SIGKILL"),
            (139, "SIGSEGV"),
            (143, "SIGTERM"),
        ])
    func words(code: Int, expected: String) throws {
        let incident = try Scene.incident("AppError/failed", on: "Pod shop/code-\(code)")
        #expect(incident.message.contains(expected))
    }
}
