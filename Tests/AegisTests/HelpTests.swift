import Testing

@testable import aegis

@Suite("Help")
struct HelpTests {
    private static let paths = [[]] + SubcommandPath.all.map(\.words)

    @Test("fits one screen, fifty lines of a hundred columns", arguments: paths)
    func size(path: [String]) async throws {
        let run = try await AegisProcess.run(path + ["--help"])
        let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(lines.count <= 51, "\(lines.count - 1) lines")
        let long = lines.filter { $0.count > 100 }
        #expect(long.isEmpty, "\(long)")
    }

    @Test("what it leaves out is said to be elsewhere, and is there", arguments: paths)
    func rest(path: [String]) async throws {
        let short = try await AegisProcess.run(path + ["--help"]).output
        let long = try await AegisProcess.run(path + ["--help-hidden"]).output
        let left = options(in: long).subtracting(options(in: short))
        #expect(short.contains("More options: aegis") == !left.isEmpty)
        #expect(options(in: short).isSubset(of: options(in: long)))
        guard !path.isEmpty else { return }
        #expect(
            left.isEmpty || short.contains("aegis \(path.joined(separator: " ")) --help-hidden"))
    }

    /// Those that have no subcommands of their own.
    private static let leaves = SubcommandPath.all.filter { one in
        !SubcommandPath.all.contains {
            $0.words.count > one.words.count && $0.words.starts(with: one.words)
        }
    }.map(\.words)

    @Test("man pages and completions have every option all the same", arguments: leaves)
    func everywhere(path: [String]) async throws {
        let root = "\(TestFiles.folder)/../.."
        let wanted = options(in: try await AegisProcess.run(path + ["--help-hidden"]).output)
        let page = SubcommandPath.all.first { $0.words == path }?.page ?? path
        let file = "\(root)/man/\((["aegis"] + page).joined(separator: "-")).1"
        let manual = try #require(TestFiles.read(file), "\(file)").replacing("\\-", with: "-")
        #expect(wanted.filter { !manual.contains("Fl \($0.dropFirst())") } == [])
        for shell in ["aegis.bash", "_aegis", "aegis.fish"] {
            let script = try #require(TestFiles.read("\(root)/completions/\(shell)"))
            #expect(wanted.filter { !script.contains($0.dropFirst(2)) } == [], "\(shell)")
        }
    }

    /// The long options that are listed, not those mentioned elsewhere.
    private func options(in help: String) -> Set<String> {
        var names: Set<String> = []
        for line in help.split(separator: "\n") where line.hasPrefix("  -") {
            let words = line.split(separator: " ").prefix(2)
            let name = words.first { $0.hasPrefix("--") }
            if let name { names.insert(String(name.prefix { $0 != "," && $0 != "/" })) }
        }
        return names
    }
}
