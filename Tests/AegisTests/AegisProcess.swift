import Glibc
import Subprocess
import SystemPackage
import Testing

/// A run of the real binary, as a user's shell would start it.
struct AegisProcess {
    let status: Int32
    let output: String
    let errors: String
    let command: String

    /// Runs `aegis` with these arguments, nothing of the tester's own settings, and `input` on
    /// standard input.
    static func run(
        _ arguments: [String], input: String = "", environment: [String: String] = [:]
    ) async throws -> AegisProcess {
        // Nothing can be made below a file, so no run finds or leaves anything at home.
        var variables: [Environment.Key: String] = ["HOME": "/dev/null/home", "COLUMNS": "100"]
        for (name, value) in environment {
            variables[Environment.Key(rawValue: name) ?? "IGNORED"] = value
        }
        return try await run(
            FilePath(binary), arguments, input, variables, shown: ["aegis"] + arguments)
    }

    /// Runs a shell script with `aegis` as `$0` and these arguments.
    static func shell(_ script: String, _ arguments: [String]) async throws -> AegisProcess {
        try await run(
            "/bin/sh", ["-c", script, binary] + arguments, "",
            ["HOME": "/nonexistent", "PATH": "/usr/bin:/bin"], shown: [script] + arguments)
    }

    private static func run(
        _ program: FilePath, _ arguments: [String], _ input: String,
        _ variables: [Environment.Key: String], shown: [String]
    ) async throws -> AegisProcess {
        let result = try await Subprocess.run(
            .path(program), arguments: Arguments(arguments),
            environment: .custom(variables), input: .array(Array(input.utf8)),
            output: .string(limit: 64 << 20), error: .string(limit: 1 << 20))
        guard case .exited(let status) = result.terminationStatus else {
            throw Ended(command: shown, how: "\(result.terminationStatus)")
        }
        return AegisProcess(
            status: Int32(status), output: result.standardOutput,
            errors: result.standardError, command: shown.joined(separator: " "))
    }

    struct Ended: Error, CustomStringConvertible {
        let command: [String]
        let how: String
        var description: String { "\(command.joined(separator: " ")) ended by \(how)" }
    }

    /// The binary is built beside the test bundle.
    static let binary: String = {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? ""
        return bundle.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/") + "/aegis"
    }()

    /// What a failed expectation shows: the command and both streams.
    var transcript: String {
        "$ \(command)\n[\(status)]\n--- stdout\n\(output)--- stderr\n\(errors)"
    }
}

/// The tests' own folder.
enum TestFiles {
    static let folder = "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false)
        .dropLast().joined(separator: "/")

    static func read(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&piece, 1, piece.count, file), count > 0 {
            bytes += piece[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func write(_ text: String, to path: String) {
        guard let file = fopen(path, "w") else { return }
        fputs(text, file)
        fclose(file)
    }
}
