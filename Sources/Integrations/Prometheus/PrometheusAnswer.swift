import ClusterModel
import StructuredData

/// What the HTTP API answers: a matrix, or an error.
struct PrometheusAnswer: Message {
    var status = ""
    var errorType = ""
    var error = ""
    var data = PrometheusMatrix()

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("status", 1, &status)
        try visit.field("errorType", 2, &errorType)
        try visit.field("error", 3, &error)
        try visit.field("data", 4, &data)
    }
}

struct PrometheusMatrix: Message {
    var resultType = ""
    var result: [PrometheusSeries] = []

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("resultType", 1, &resultType)
        try visit.field("result", 2, &result)
    }
}

/// One series of a container.
struct PrometheusSeries: Message {
    var metric = PrometheusLabels()
    var values = PrometheusValues()

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metric", 1, &metric)
        try visit.field("values", 2, &values)
    }
}

/// The labels that the queries group by.
struct PrometheusLabels: Message, Hashable {
    var namespace = Symbol.empty
    var pod = Symbol.empty
    var container = Symbol.empty

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("namespace", 1, &namespace)
        try visit.field("pod", 2, &pod)
        try visit.field("container", 3, &container)
    }
}

/// `[[1780300800, "0.25"], …]`: seconds as numbers, values as text.
struct PrometheusValues: WireValue {
    var samples: [(time: Double, value: Float)] = []

    var isAbsent: Bool { samples.isEmpty }

    mutating func read(from reader: inout Reader) throws {
        guard try reader.enterArray() else { return }
        while try reader.nextElement() {
            guard try reader.enterArray(), try reader.nextElement() else { continue }
            let time = try reader.double() ?? 0
            guard try reader.nextElement() else { continue }
            let value = try reader.string().flatMap(Float.init) ?? .nan
            samples.append((time, value))
            while try reader.nextElement() { try reader.skipValue() }
        }
    }

    func write(to writer: inout DocumentWriter) {
        writer.beginArray()
        for sample in samples {
            writer.beginArray()
            writer.double(sample.time)
            writer.string("\(sample.value)")
            writer.endArray()
        }
        writer.endArray()
    }
}
