import ClusterModel
import Glibc
import Shadow
import StructuredData
import Telemetry

/// The shadow environments that runs on this machine have made in a cluster and not yet removed.
struct ShadowRegistry: Message {
    static let kindName = "ShadowRegistry"

    var entries = Always<[RegisteredShadow]>()

    static let keys = KeyTable(of: Self.self)
    init() {}

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("entries", 1, &entries)
    }

    /// Sets the gauge to what is there.
    func measure(_ metrics: inout MetricSet) {
        metrics.replace(.shadowEnvironments)
        for runtime in RuntimeName.allCases {
            let count = entries.value.count { $0.runtime == runtime.rawValue }
            metrics.set(.shadowEnvironments, runtime.rawValue, to: Double(count))
        }
    }
}

/// One environment and the process it belongs to.
struct RegisteredShadow: Message {
    var id = ""
    var runtime = ""
    var namespaces: [String] = []
    var startedAt = Timestamp()
    var expiresAt = Timestamp()
    var pid = 0
    /// When the process began, in the kernel's ticks: process ids are used again.
    var processStart = ""
    var host = ""
    /// It stays until it expires, because somebody wants to look at it.
    var isKept = false

    static let keys = KeyTable(of: Self.self)
    init() {}

    init(_ environment: ShadowEnvironment) {
        id = environment.id
        runtime = environment.runtime.rawValue
        namespaces = environment.namespaces
        startedAt = environment.startedAt
        expiresAt = environment.expiresAt
        pid = Int(getpid())
        processStart = Self.start(of: pid) ?? ""
        host = Self.hostName
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("id", 1, &id)
        try visit.field("runtime", 2, &runtime)
        try visit.field("namespaces", 3, &namespaces)
        try visit.field("startedAt", 4, &startedAt)
        try visit.field("expiresAt", 5, &expiresAt)
        try visit.field("pid", 6, &pid)
        try visit.field("processStart", 7, &processStart)
        try visit.field("host", 8, &host)
        try visit.field("isKept", 9, &isKept)
    }

    /// False where it cannot be known: a home may be shared between machines.
    var isDead: Bool {
        host == Self.hostName && !isKept && Self.start(of: pid) != processStart
    }

    /// Field 22 of `/proc/PID/stat` (proc(5)); the name in field 2 may hold blanks and brackets.
    private static func start(of pid: Int) -> String? {
        guard let bytes = try? InputFile(path: "/proc/\(pid)/stat").contents() else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let bracket = text.lastIndex(of: ")") else { return nil }
        let fields = text[bracket...].split(separator: " ").dropFirst()
        return fields.count > 19 ? String(fields[fields.startIndex + 19]) : nil
    }

    private static let hostName: String = {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "" }
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }()
}

extension StateDirectory {
    /// Reads, changes and writes the registry as one step, and returns it as it then is.
    @discardableResult
    func changeShadows(_ body: (inout ShadowRegistry) -> Void) throws -> ShadowRegistry {
        try locked {
            var metrics = MetricSet()
            var registry = try shadows.take(&metrics) ?? ShadowRegistry()
            body(&registry)
            try shadows.save(registry)
            return registry
        }
    }
}

/// The registry of one cluster, as runtimes use it. Without a place for state, a run that is killed
/// leaves what only its expiry removes.
struct StateLedger: EnvironmentLedger {
    let directory: StateDirectory

    func open(_ environment: ShadowEnvironment) throws {
        try change { $0.entries.value.append(RegisteredShadow(environment)) }
    }

    func keep(_ environment: ShadowEnvironment) throws {
        try change { registry in
            for place in registry.entries.value.indices
            where registry.entries.value[place].id == environment.id {
                registry.entries.value[place].isKept = true
                registry.entries.value[place].expiresAt = environment.expiresAt
            }
        }
    }

    func close(_ environment: ShadowEnvironment) throws {
        try change { $0.entries.value.removeAll { $0.id == environment.id } }
    }

    private func change(_ body: (inout ShadowRegistry) -> Void) throws {
        guard directory.path != nil else { return }
        try directory.changeShadows(body)
    }
}
