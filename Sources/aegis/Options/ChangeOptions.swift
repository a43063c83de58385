import ArgumentParser
import ClusterModel
import Shadow

/// What is to be tried: a document, the queue, or one change of one object.
struct ChangeOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The object to change.", valueName: "kind/name"),
        completion: Completion.objects)
    var target: String?

    @Option(
        name: [.customShort("f"), .long],
        help: ArgumentHelp(
            "What scale-propose or analyze print as yaml, or a manifest to merge; or -.",
            valueName: "file"),
        completion: .file())
    var filename: [String] = []

    @Flag(help: "The proposals that 'scale-propose --queue' has queued for the cluster.")
    var fromQueue = false

    @Option(help: ArgumentHelp("So many replicas of KIND/NAME.", valueName: "count"))
    var replicas: Int?

    @Option(
        help: ArgumentHelp(
            "Another image for a container of KIND/NAME (repeatable).",
            valueName: "container=image"))
    var setImage: [String] = []

    @Option(
        help: ArgumentHelp(
            "A patch of KIND/NAME: an object is merged, a list is a JSON patch.",
            valueName: "file"),
        completion: .file())
    var patch: String?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The object's namespace, if not the context's.", valueName: "name"),
        completion: Completion.namespaces)
    var namespace: String?

    func validate() throws {
        let ways = [replicas != nil, !setImage.isEmpty, patch != nil].count(where: \.self)
        guard let target else {
            if ways > 0 { throw ValidationError("name the object to change, as KIND/NAME") }
            guard fromQueue != !filename.isEmpty else {
                throw ValidationError(
                    "name the change: -f FILE, --from-queue, or KIND/NAME with --replicas, "
                        + "--set-image or --patch")
            }
            return try validateFiles()
        }
        if fromQueue || !filename.isEmpty {
            throw ValidationError("KIND/NAME excludes -f and --from-queue")
        }
        if ways != 1 {
            throw ValidationError("KIND/NAME takes one of --replicas, --set-image and --patch")
        }
        if Self.key(target, "") == nil {
            throw ValidationError("\"\(target)\" is no KIND/NAME, such as deployment/web")
        }
        if let replicas, !(0...1_000_000).contains(replicas) {
            throw ValidationError("--replicas must be between 0 and a million")
        }
        for text in setImage where Self.image(text) == nil {
            throw ValidationError("\"\(text)\" is no CONTAINER=IMAGE")
        }
        if patch?.isEmpty ?? false { throw ValidationError("--patch names no file") }
    }

    private func validateFiles() throws {
        if filename.contains("") { throw ValidationError("--filename names no file") }
        if filename.count(where: { $0 == "-" }) > 1 {
            throw ValidationError("standard input can be read only once")
        }
    }

    /// `deployment/web`, `deploy/web`.
    static func key(_ text: String, _ namespace: String) -> ObjectKey? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty else { return nil }
        return Kind(kubectlName: String(parts[0])).map {
            ObjectKey($0, Symbol(namespace), Symbol(String(parts[1])))
        }
    }

    static func image(_ text: String) -> (container: String, image: String)? {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        return (String(parts[0]), String(parts[1]))
    }
}

extension ChangeOptions {
    /// - Parameters:
    ///   - context: the namespace for what names none.
    ///   - directory: where the queue is kept.
    func changes(
        inNamespace context: String, queue directory: StateDirectory, now: Timestamp
    ) throws -> [ProposedChange] {
        let namespace = namespace ?? context
        if let target, let key = Self.key(target, namespace) { return [try change(of: key)] }
        var changes: [ProposedChange] = []
        func read(_ bytes: [UInt8], _ source: String) throws {
            var rest = bytes[...]
            var reader = ChangeReader(source: source, namespace: namespace, now: now)
            try reader.read { buffer in
                let piece = rest.prefix(buffer.count)
                buffer.copyBytes(from: piece)
                rest = rest.dropFirst(piece.count)
                return piece.count
            }
            changes += reader.changes
        }
        if fromQueue {
            let queue = try ProposalQueue(directory).document(now: now)
            try read(queue, "the queue")
        }
        for path in filename {
            let file = InputFile(path: path)
            try read(try file.contents(), file.displayName)
        }
        if changes.isEmpty { Diagnostics.note("nothing is proposed") }
        return changes
    }

    private func change(of key: ObjectKey) throws -> ProposedChange {
        if let replicas { return .replicas(replicas, of: key) }
        if let patch {
            let file = InputFile(path: patch)
            let text = String(decoding: try file.contents(), as: UTF8.self)
            return .patch(
                try JSONValue(text: text, file.displayName), of: key, source: file.displayName)
        }
        return .images(setImage.compactMap(Self.image), of: key)
    }
}
