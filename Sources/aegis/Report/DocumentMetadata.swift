import ClusterModel
import StructuredData

/// What every document says of where it comes from.
struct DocumentMetadata: Message {
    var cluster = Always("")
    var context = Always("")
    /// Where several were asked for in one run: all of them; `cluster` and `context` are empty then.
    var contexts: [String] = []
    /// `live`, `file` or `demo`.
    var source = Always("")
    var generatedAt = Always(Timestamp())
    var aegisVersion = Always("")

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ capture: Capture, now: Timestamp) {
        cluster.value = capture.cluster
        context.value = capture.context
        source.value = capture.origin.rawValue
        generatedAt.value = now
        aegisVersion.value = Version.current
    }

    /// Where it is from, for a person: the context, else the cluster, else the kind of source.
    var place: String {
        if !contexts.isEmpty {
            return contexts.count == 1 ? contexts[0] : "\(contexts.count) contexts"
        }
        return [context.value, cluster.value, source.value].first { !$0.isEmpty } ?? ""
    }

    /// Where it is from: the context, else the file, else the kind of source.
    ///
    /// - Parameter file: empty if it was not one that was read.
    func place(orFile file: String) -> String {
        let isNamed = !context.value.isEmpty || !cluster.value.isEmpty
        return isNamed || file.isEmpty ? place : file
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("cluster", 1, &cluster)
        try visit.field("context", 2, &context)
        try visit.field("contexts", 6, &contexts)
        try visit.field("source", 3, &source)
        try visit.field("generatedAt", 4, &generatedAt)
        try visit.field("aegisVersion", 5, &aegisVersion)
    }
}
