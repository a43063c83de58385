import ArgumentParser
import ClusterModel
import Detection
import Glibc

/// `aegis index dump`: what an index says of every key, or of one.
struct IndexDumpCommand: UnattendedCommand {
    static let recordedName = "index"
    static let permissions = LiveReading.permissions(
        toRead: IndexRequest(names: IndexName.allCases, key: nil, hasProbes: true).kinds)
    static let unattendedArguments = ["-o", "ndjson"]

    static let configuration = CommandConfiguration(
        commandName: "dump",
        abstract: "Write indexes: of pods, labels, Deployments, Services, nodes, owners and more.",
        discussion: """
            An index says something of each key: 'pod-health' of a pod how it is, 'image' of an \
            image which containers run it. Of a live cluster only what the index needs is read.

            INDEXES
              pod-health          NAMESPACE/NAME: phase, readiness, restarts, node, reasons
              pod-by-label        KEY=VALUE: the pods
              deployment-replica  NAMESPACE/NAME: replicas in numbers, revision
              service-endpoint    NAMESPACE/NAME: selector, ready and unready pods, ports
              node-resource       NAME: capacity, allocatable, requested, pods, pressure
              owner               pod/NAMESPACE/NAME: the owners, up to the topmost
              image               IMAGE: the containers that run it
              config-reference    secret/NAMESPACE/NAME: if it exists, who uses it how

            EXAMPLES
              aegis index dump --index pod-health
              aegis index dump --index pod-health --key shop/cart-0 -o json
              aegis index dump --index config-reference --key secret/shop/db
              aegis index dump --probes
              aegis index dump -o ndjson | jq -r 'select(.kind == "PodHealth") | .key'

            EXIT STATUS
              0 complete    1 nothing has the --key    2 could not run
              3 not everything could be read    64 usage
            """)

    @Option(
        name: .customLong("index"),
        help: ArgumentHelp(
            "Only this index (repeatable).",
            valueName: "name"),
        completion: .list(IndexName.allCases.map(\.rawValue)))
    var indexes: [String] = []

    @Option(help: ArgumentHelp("Only what has this key; exit 1 if nothing has it."))
    var key: String?

    @Flag(
        help: ArgumentHelp(
            "The counts of pods, unhealthy pods and Deployments."))
    var probes = false

    @OptionGroup(title: "Source") var source: SourceOptions
    @OptionGroup(title: "Source") var cluster: ClusterOptions
    @OptionGroup(title: "Source") var scope: ScopeOptions
    @OptionGroup var output: TableOptions
    @OptionGroup var state: StateOptions

    func validate() throws {
        if key?.isEmpty ?? false { throw ValidationError("--key names nothing") }
        if key != nil, probes { throw ValidationError("--key and --probes exclude each other") }
        for text in indexes where IndexName(text: text) == nil { throw unknown(text) }
        let others = names.filter { !$0.isOfPods }
        if scope.fieldSelector != nil, let other = others.first {
            throw ValidationError(
                "--field-selector selects pods, which \(other.rawValue) is not of")
        }
    }

    private func unknown(_ text: String) -> ValidationError {
        let all = IndexName.allCases.map(\.rawValue)
        let wanted = text.lowercased().replacing("_", with: "-")
        let hint = nearestName(to: wanted, among: all).map { "did you mean '\($0)'? " } ?? ""
        return ValidationError(
            "no index is called '\(text)'; \(hint)there are \(all.joined(separator: ", "))")
    }

    /// In the order asked, each once; without any, all that can be narrowed as asked.
    private var names: [IndexName] {
        if indexes.isEmpty {
            if probes { return [] }
            return IndexName.allCases.filter { scope.fieldSelector == nil || $0.isOfPods }
        }
        var names: [IndexName] = []
        for name in indexes.compactMap({ IndexName(text: $0) }) where !names.contains(name) {
            names.append(name)
        }
        return names
    }

    func perform(_ run: inout RunRecord) async throws -> ExitStatus {
        let environment = Environment.current
        let settings = try Settings.load(state, environment: environment)
        let request = IndexRequest(names: names, key: key, hasProbes: probes)
        let source = Source(
            options: source, cluster: cluster, scope: scope, settings: settings,
            environment: environment, kinds: request.kinds)
        let capture = try await source.capture(&run)
        if probes, source.namespaces.isEmpty { run.note(Probes(capture.snapshot)) }
        let dump = IndexDump(
            request, capture, now: source.moment(of: capture), labels: scope.selector,
            fields: scope.fieldSelector)
        let terminal = Terminal(STDOUT_FILENO, environment: environment)
        let renderer = IndexRenderer(terminal: terminal, noHeaders: output.noHeaders)
        guard let found = try renderer.write(dump, as: output.format) else { return .clean }
        dump.talk(to: output.format, found: found)
        return dump.exitStatus(found: found)
    }
}
