import LoopbackServer
import Testing

@Suite("Standard error") struct LoggingTests {
    @Test(
        "says as much as is asked for",
        arguments: [
            ([], [:], ""), (["-v"], [:], "aegis: recorded in "),
            ([], ["OBS_LOG_LEVEL": "INFO"], "aegis: recorded in "),
            ([], ["OBS_LOG_LEVEL": "error"], ""), ([], ["OBS_LOG_LEVEL": "nonsense"], ""),
            ([], ["DEBUG": "1"], "aegis: recorded in "), ([], ["DEBUG": "express:*"], ""),
        ] as [([String], [String: String], String)])
    func level(options: [String], environment: [String: String], start: String) async throws {
        let folder = try TemporaryFolder()
        let run = try await AegisProcess.run(
            ["scan", "--demo", "--state-dir", folder.path] + options, environment: environment)
        #expect(run.errors.hasPrefix(start) && run.errors.isEmpty == start.isEmpty)
    }

    @Test("the configuration sets level and form, and is checked")
    func configuration() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "config.yaml", "observability: {logLevel: info, logFormat: json}\n")
        let run = try await AegisProcess.run([
            "scan", "--demo", "--state-dir", folder.path, "--config", file,
        ])
        #expect(run.errors.hasPrefix(#"{"time":"#), "\(run.transcript)")
        #expect(run.errors.contains(#""level":"info","message":"recorded in "#))
        let wrong = try folder.write("wrong.yaml", "observability: {logLevel: loud}\n")
        let refused = try await AegisProcess.run(["scan", "--demo", "--config", wrong])
        #expect(refused.status == 2 && refused.errors.contains("no log level is called 'loud'"))
    }

    @Test("each request is named with -vv, without the token")
    func requests() async throws {
        let server = try LoopbackServer { _, _ in .json("{}", status: 403) }
        let run = try await AegisProcess.run([
            "scan", "-vv", "--server", server.url, "--token", "canary-token-7", "--no-state",
        ])
        #expect(run.errors.contains("aegis: debug: GET 127.0.0.1:\(server.port)/api: 403 after"))
        #expect(!run.errors.contains("canary"), "\(run.transcript)")
    }
}
