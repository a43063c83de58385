import ArgumentParser
import ClusterModel

/// Where the data comes from: a live cluster, a dump or the demo. Every subcommand takes these.
struct SourceOptions: ParsableArguments {
    @Option(
        name: [.customShort("f"), .long],
        help: ArgumentHelp(
            "A dump instead of a cluster: a file, a directory, or - for standard input.",
            valueName: "path"),
        completion: .file())
    var filename: [String] = []

    @Flag(help: "Use the built-in demo cluster.")
    var demo = false

    @Option(
        help: ArgumentHelp(
            "Judge the data as of this moment (RFC 3339). Default: the clock for a live cluster, "
                + "a dump's own time for a dump.",
            valueName: "time", visibility: .rare))
    var now: Timestamp?

    func validate() throws {
        if demo && !filename.isEmpty {
            throw ValidationError("--demo and --filename exclude each other")
        }
        if filename.contains("") { throw ValidationError("--filename names no file") }
        if filename.count(where: { $0 == "-" }) > 1 {
            throw ValidationError("standard input can be read only once")
        }
    }
}

extension SourceOptions {
    /// The path of the file that is read, if it is one; empty otherwise.
    var onlyFile: String { InputFile.only(of: filename) }
}

extension Timestamp: ExpressibleByArgument {
    package init?(argument: String) { self.init(rfc3339: argument) }
}
