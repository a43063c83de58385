import ClusterModel
import Detection
import StructuredData

/// The configuration file, `$XDG_CONFIG_HOME/aegis/config.yaml`, in the groups of the contract.
/// Everything is optional; flags and `AEGIS_*` variables come first.
struct Settings: Message {
    var kubernetes = KubernetesSettings()
    var scan = ScanSettings()
    var observability = ObservabilitySettings()
    var agent = AgentSettings()
    var shadow = ShadowSettings()

    static let keys = KeyTable(of: Self.self)
    init() {}

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("kubernetes", 1, &kubernetes)
        try visit.field("scan", 2, &scan)
        try visit.field("observability", 3, &observability)
        try visit.field("agent", 4, &agent)
        try visit.field("shadow", 5, &shadow)
    }
}

/// Which cluster, unless a flag says otherwise.
struct KubernetesSettings: Message {
    var context = ""
    var namespace = ""

    static let keys = KeyTable(of: Self.self)
    init() {}

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("context", 1, &context)
        try visit.field("namespace", 2, &namespace)
    }
}

/// What is reported, and how seriously.
struct ScanSettings: Message {
    var level = ""
    var failOn = ""
    var rules: [String: RuleSettings] = [:]
    var exclude: [ExclusionSettings] = []

    static let keys = KeyTable(of: Self.self)
    init() {}

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("level", 1, &level)
        try visit.field("failOn", 2, &failOn)
        try visit.field("rules", 3, &rules)
        try visit.field("exclude", 4, &exclude)
    }
}

/// One rule's settings, by code or category.
struct RuleSettings: Message {
    var disabled = false
    var severity = ""

    static let keys = KeyTable(of: Self.self)
    init() {}

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("disabled", 1, &disabled)
        try visit.field("severity", 2, &severity)
    }
}

/// Objects that are left out; every part that is given must match.
struct ExclusionSettings: Message {
    var namespace = ""
    var name = ""
    var labels = StringMap()
    var rule = ""

    static let keys = KeyTable(of: Self.self)
    init() {}

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("namespace", 1, &namespace)
        try visit.field("name", 2, &name)
        try visit.field("labels", 3, &labels)
        try visit.field("rule", 4, &rule)
    }
}

/// What aegis says of itself while it works.
struct ObservabilitySettings: Message {
    var logLevel = ""
    var logFormat = ""

    static let keys = KeyTable(of: Self.self)
    init() {}

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("logLevel", 1, &logLevel)
        try visit.field("logFormat", 2, &logFormat)
    }
}

/// How changes are tried unless a flag says otherwise.
struct ShadowSettings: Message {
    /// The runtime where there is a cluster.
    var runtime = ""
    /// Such as `2m`.
    var timeout = ""

    static let keys = KeyTable(of: Self.self)
    init() {}

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("runtime", 1, &runtime)
        try visit.field("timeout", 2, &timeout)
    }
}
