import Glibc
import Testing

/// Compares whole outputs with files. `AEGIS_RECORD=1 swift test` writes them anew and fails once,
/// so that a recording never passes unseen.
enum Golden {
    static func expect(
        _ run: AegisProcess, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let path = "\(TestFiles.folder)/Goldens/\(name)"
        if getenv("AEGIS_RECORD") != nil {
            TestFiles.write(run.output, to: path)
            Issue.record("recorded \(name); run again", sourceLocation: sourceLocation)
            return
        }
        guard let expected = TestFiles.read(path) else {
            Issue.record("no golden \(name)", sourceLocation: sourceLocation)
            return
        }
        guard expected != run.output else { return }
        Issue.record(
            "\(run.command) differs from \(name)\n\(difference(expected, run.output))",
            sourceLocation: sourceLocation)
    }

    /// The first lines that differ, with their numbers.
    private static func difference(_ expected: String, _ found: String) -> String {
        let a = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let b = found.split(separator: "\n", omittingEmptySubsequences: false)
        var lines: [String] = []
        for i in 0..<max(a.count, b.count) where lines.count < 20 {
            let (x, y) = (i < a.count ? a[i] : nil, i < b.count ? b[i] : nil)
            guard x != y else { continue }
            if let x { lines.append("\(i + 1) - \(x)") }
            if let y { lines.append("\(i + 1) + \(y)") }
        }
        return lines.joined(separator: "\n")
    }
}
