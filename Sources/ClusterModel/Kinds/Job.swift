package import StructuredData

/// A Job.
package struct Job: Workload {
    package static let kind = Kind.job
    package var metadata = ObjectMeta()
    package var spec = JobSpec()
    package var status = JobStatus()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("spec", 2, &spec)
        try visit.field("status", 3, &status)
    }
}

/// What a Job is to do.
package struct JobSpec: Message {
    package var parallelism: Int?
    package var completions: Int?
    package var activeDeadlineSeconds: Int?
    package var selector: LabelSelector?
    package var template = PodTemplate()
    package var backoffLimit: Int?
    package var suspend = false

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("parallelism", 1, &parallelism)
        try visit.field("completions", 2, &completions)
        try visit.field("activeDeadlineSeconds", 3, &activeDeadlineSeconds)
        try visit.field("selector", 4, &selector)
        try visit.field("template", 6, &template)
        try visit.field("backoffLimit", 7, &backoffLimit)
        try visit.field("suspend", 10, &suspend)
    }
}

/// How far a Job came.
package struct JobStatus: Message {
    package var conditions: [DatedCondition] = []
    package var startTime = Timestamp()
    package var completionTime = Timestamp()
    package var active = 0
    package var succeeded = 0
    package var failed = 0

    package func condition(_ type: Symbol) -> DatedCondition? {
        conditions.first { $0.type == type }
    }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("conditions", 1, &conditions)
        try visit.field("startTime", 2, &startTime)
        try visit.field("completionTime", 3, &completionTime)
        try visit.field("active", 4, &active)
        try visit.field("succeeded", 5, &succeeded)
        try visit.field("failed", 6, &failed)
    }
}
