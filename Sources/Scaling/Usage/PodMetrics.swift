package import ClusterModel
package import StructuredData

/// What metrics-server measured of one pod last (`metrics.k8s.io/v1beta1`).
package struct PodMetrics: Message {
    package var metadata = ObjectName()
    package var timestamp = Timestamp()
    package var window = MetricWindow()
    package var containers: [ContainerMetrics] = []

    package static let kindName = "PodMetrics"
    package static let groupVersion = GroupVersion("metrics.k8s.io", "v1beta1")
    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("timestamp", 2, &timestamp)
        try visit.field("window", 3, &window)
        try visit.field("containers", 4, &containers)
    }

    /// Each container's two values as series of one sample.
    var series: [UsageSeries] {
        containers.flatMap { container in
            MeasuredResource.allCases.compactMap { resource in
                guard let amount = container.usage[resource.name] else { return nil }
                return UsageSeries(
                    namespace: metadata.namespace, owner: .pod(metadata.name),
                    container: container.name, resource: resource,
                    start: timestamp.isSet ? timestamp.seconds : -1,
                    step: Int64(window.seconds), values: [Float(amount.amount)])
            }
        }
    }
}

package struct ContainerMetrics: Message {
    package var name = Symbol.empty
    package var usage = ResourceList()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("usage", 2, &usage)
    }
}

/// How long was measured: `30s`, `1m0s` or `15.2s` in JSON, nanoseconds in protobuf.
package struct MetricWindow: WireValue {
    /// At least one.
    package var seconds = 30

    package init() {}
    package var isAbsent: Bool { false }

    package mutating func read(from reader: inout Reader) throws {
        switch reader.format {
        case .json:
            let text = try reader.string() ?? ""
            seconds = Self.seconds(text) ?? seconds
        case .protobuf:
            var wire = DurationMessage()
            try wire.read(from: &reader)
            seconds = max(1, wire.duration / 1_000_000_000)
        }
    }

    package func write(to writer: inout DocumentWriter) { writer.string("\(seconds)s") }

    /// Go's `time.Duration`, as far as windows go.
    private static func seconds(_ text: String) -> Int? {
        var total = 0.0
        var number = ""
        for character in text {
            if character.isNumber || character == "." {
                number.append(character)
                continue
            }
            guard let unit = ["h": 3600.0, "m": 60, "s": 1][character], let value = Double(number)
            else { return nil }
            total += value * unit
            number = ""
        }
        return (1...86400).contains(total) ? Int(total) : nil
    }
}

private struct DurationMessage: Message {
    var duration = 0
    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("duration", 1, &duration)
    }
}
