import ArgumentParser
import ClusterModel

/// A scan in several runs.
struct ShardOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only save part I (from 0) of N, with --save-snapshot; /N takes I from "
                + "$JOB_COMPLETION_INDEX.", valueName: "i/n"),
        transform: { text in
            guard let argument = ShardArgument(text) else {
                throw ValidationError("a part is I/N, with I from 0 to N-1, as in 0/8")
            }
            return argument
        })
    var shard: ShardArgument?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Scan what the runs with --shard have saved.", valueName: "file"),
        completion: .file())
    var merge: [String] = []

    func validate() throws {
        if shard != nil, !merge.isEmpty {
            throw ValidationError("--shard and --merge exclude each other")
        }
        if merge.contains("") { throw ValidationError("--merge names no file") }
    }
}

/// `2/8`, or `/8` where the environment says which.
enum ShardArgument: Hashable {
    case fixed(Shard)
    case completion(of: Int)

    /// Nil for what is no part of anything.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let count = Int(parts[1]), Shard(0, of: count) != nil else {
            return nil
        }
        if parts[0].isEmpty {
            self = .completion(of: count)
        } else {
            guard let index = Int(parts[0]), let shard = Shard(index, of: count) else { return nil }
            self = .fixed(shard)
        }
    }

    func shard(_ environment: [String: String]) throws -> Shard {
        switch self {
        case .fixed(let shard): return shard
        case .completion(let count):
            let name = "JOB_COMPLETION_INDEX"
            guard let text = environment.nonEmpty(name) else {
                throw InputError(
                    message: "--shard /\(count) is for an Indexed Job, which sets \(name); "
                        + "elsewhere it is I/\(count), with I from 0 to \(count - 1)")
            }
            guard let index = Int(text), let shard = Shard(index, of: count) else {
                throw InputError(
                    message: "--shard /\(count): \(name) is \"\(text)\", not from 0 to "
                        + "\(count - 1); a Job's completions are as many as its shards")
            }
            return shard
        }
    }
}
