package import ClusterModel
package import StructuredData

/// One line of a usage file, which may be NDJSON, JSON or YAML:
///
///     {"apiVersion": "aegis.io/v1alpha1", "kind": "UsageSeries", "namespace": "shop",
///      "pod": "web-6c9d7f8b5-f2d6x", "container": "app", "resource": "cpu",
///      "start": "2026-05-18T00:00:00Z", "step": 300, "values": [0.12, 0.3, null]}
///
/// `values` are cores or bytes, one every `step` seconds from `start` on, null where nothing was
/// measured. Instead of `pod` there may be `workload`, such as `deployment/web`, for one of its pods
/// whose name does not matter.
package struct UsageDocument: Message {
    package var namespace = Symbol.empty
    package var pod = Symbol.empty
    package var workload = ""
    package var container = Symbol.empty
    package var resource = ""
    package var start = Timestamp()
    package var step = 0
    package var values = MeasuredValues()

    package static let kindName = "UsageSeries"
    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("namespace", 1, &namespace)
        try visit.field("pod", 2, &pod)
        try visit.field("workload", 3, &workload)
        try visit.field("container", 4, &container)
        try visit.field("resource", 5, &resource)
        try visit.field("start", 6, &start)
        try visit.field("step", 7, &step)
        try visit.field("values", 8, &values)
    }

    /// Nil if a part is missing or impossible.
    var series: UsageSeries? {
        guard let owner, let resource = MeasuredResource(rawValue: resource),
            !namespace.isEmpty, !container.isEmpty, start.isSet
        else { return nil }
        return UsageSeries(
            namespace: namespace, owner: owner, container: container, resource: resource,
            start: start.seconds, step: Int64(step), values: values.values)
    }

    private var owner: UsageOwner? {
        if !pod.isEmpty { return .pod(pod) }
        guard let (kind, name) = WorkloadName.parse(workload) else { return nil }
        return .workload(kind, Symbol(name))
    }
}

/// `deployment/web`, `sts/db`: a workload as kubectl takes it.
package enum WorkloadName {
    package static func parse(_ text: String) -> (kind: Kind, name: String)? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty else { return nil }
        // `deployments.apps` is one of kubectl's ways, too.
        let kind: Kind
        switch parts[0].prefix(while: { $0 != "." }).lowercased() {
        case "deployment", "deployments", "deploy": kind = .deployment
        case "statefulset", "statefulsets", "sts": kind = .statefulSet
        case "daemonset", "daemonsets", "ds": kind = .daemonSet
        default: return nil
        }
        return (kind, String(parts[1]))
    }
}

/// Numbers and nulls, kept in single precision: two weeks of them are most of a usage file.
package struct MeasuredValues: WireValue {
    package var values: [Float] = []

    package init() {}
    package var isAbsent: Bool { values.isEmpty }

    package mutating func read(from reader: inout Reader) throws {
        guard try reader.enterArray() else { return }
        while try reader.nextElement() {
            values.append(try reader.double().map { Float($0) } ?? .nan)
        }
    }

    package func write(to writer: inout DocumentWriter) {
        writer.beginArray()
        for value in values { writer.double(Double(value)) }
        writer.endArray()
    }
}
