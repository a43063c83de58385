import ArgumentParser
import ClusterModel
import Detection
import Glibc

/// `aegis scan`: what is broken.
struct ScanCommand: UnattendedCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "List what is broken, the worst first, with the proof.",
        discussion: """
            EXAMPLES
              aegis scan                             everything in the current context
              aegis scan -n shop --fail-on medium    one namespace, stricter
              aegis scan -f dump/ -o json            a dump, for a script
              aegis scan -o html > report.html       for a browser; or junit, sarif
              kubectl get pods,events -A -o json | aegis scan -f -

            EXIT STATUS
              0 complete, nothing at or above --fail-on    1 something is
              2 could not run    3 not everything could be read, else nothing    64 usage
            """)

    static let permissions = LiveReading.permissions(toRead: Set(Kind.judged))
    /// A Job fails if it could not look, not for what it saw: that would be an incident of its own.
    static let unattendedArguments = ["--fail-on", "never", "-o", "ndjson"]

    @Flag(help: "List the rules and end.")
    var listRules = false

    @Option(
        help: ArgumentHelp(
            "Mark what is new or gone since this report (json), or the last run: 'state'.",
            valueName: "file"),
        completion: .file())
    var baseline: String?

    @Option(
        help: ArgumentHelp(
            "Write what was read, without values of Secrets, for a later -f.", valueName: "file"),
        completion: .file())
    var saveSnapshot: String?

    @Flag(help: "Scan all contexts of the kubeconfig, into one report.")
    var allContexts = false

    @OptionGroup(title: "Source") var source: SourceOptions
    @OptionGroup(title: "Source") var cluster: ClusterOptions
    @OptionGroup(title: "Source") var scope: ScopeOptions
    @OptionGroup(title: "Shards", visibility: .rare) var shards: ShardOptions
    @OptionGroup(title: "Detection") var detection: DetectionOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup(title: "Record", visibility: .rare) var record: RecordOptions
    @OptionGroup var state: StateOptions

    func validate() throws {
        if listRules, output.format != .text {
            throw ValidationError("--list-rules is text; 'aegis explain -o json' has the rules")
        }
        try checkContexts()
        try checkShards()
        if record.record, source.demo || !source.filename.isEmpty || !shards.merge.isEmpty {
            throw ValidationError("--record writes into the cluster that was scanned")
        }
        let files = ["baseline": baseline, "save-snapshot": saveSnapshot]
        for (name, path) in files.sorted(by: { $0.key < $1.key }) where path?.isEmpty ?? false {
            throw ValidationError("--\(name) names no file")
        }
        if baseline == "state", state.noState {
            throw ValidationError("--baseline state and --no-state exclude each other")
        }
    }

    func perform(_ run: inout RunRecord) async throws -> ExitStatus {
        if listRules {
            run.isRecorded = false
            try StandardOutput.write(RuleList.text(noHeaders: output.noHeaders))
            return .clean
        }
        let environment = Environment.current
        let settings = try Settings.load(state, environment: environment)
        if let shard = try shards.shard?.shard(environment), let saveSnapshot {
            return try await ShardRun(
                command: self, settings: settings, environment: environment
            ).save(shard, to: saveSnapshot, &run)
        }
        let scan = ScanRun(command: self, settings: settings, environment: environment)
        let result: ScanResult
        let sight: Sight?
        if hasContexts {
            // Each of them records its own.
            run.isRecorded = false
            result = try await ContextsRun(
                command: self, settings: settings, environment: environment
            ).result()
            sight = nil
        } else {
            (result, sight) = try await scan.result(&run)
        }
        let terminal = Terminal(STDOUT_FILENO, environment: environment)
        let renderer = ReportRenderer(terminal: terminal, noHeaders: output.noHeaders)
        try StandardOutput.write(renderer.render(result, as: output.format))
        if record.record, let sight { try await scan.record(result.report, sight) }
        scan.talk(about: result.report, to: output.format)
        return result.report.exitStatus(failOn: scan.failOn)
    }
}

extension ScanCommand {
    /// Whether several clusters may be meant.
    private var hasContexts: Bool { allContexts || cluster.context.count > 1 }

    private func checkContexts() throws {
        guard hasContexts else { return }
        if allContexts, !cluster.context.isEmpty {
            throw ValidationError("--all-contexts and --context exclude each other")
        }
        let others: [(name: String, isGiven: Bool)] = [
            ("--filename", !source.filename.isEmpty), ("--demo", source.demo),
            ("--merge", !shards.merge.isEmpty), ("--shard", shards.shard != nil),
            ("--save-snapshot", saveSnapshot != nil), ("--record", record.record),
            ("--cluster", cluster.cluster != nil), ("--user", cluster.user != nil),
            ("--server", cluster.server != nil), ("--token", cluster.token != nil),
            ("--certificate-authority", cluster.certificateAuthority != nil),
        ]
        if let other = others.first(where: \.isGiven) {
            throw ValidationError("\(other.name) is about one cluster, not several contexts")
        }
    }

    /// A part of a cluster is saved and nothing else, so whatever is about incidents would be in
    /// vain.
    private func checkShards() throws {
        if !shards.merge.isEmpty, source.demo || !source.filename.isEmpty {
            throw ValidationError("--merge takes the place of --filename and --demo")
        }
        guard shards.shard != nil else { return }
        if saveSnapshot == nil {
            throw ValidationError("--shard goes with --save-snapshot: it reads and judges nothing")
        }
        let others: [(name: String, isGiven: Bool)] = [
            ("--baseline", baseline != nil), ("--record", record.record),
            ("--output", output.format != .text), ("--selector", scope.selector != nil),
            ("--field-selector", scope.fieldSelector != nil), ("--level", detection.level != nil),
            ("--fail-on", detection.failOn != nil), ("--since", detection.since != nil),
            ("--grace", detection.grace != nil), ("--disable", !detection.disable.isEmpty),
            ("--opt-in", detection.optIn),
        ]
        if let other = others.first(where: \.isGiven) {
            throw ValidationError("--shard judges nothing; \(other.name) goes with --merge")
        }
    }
}
