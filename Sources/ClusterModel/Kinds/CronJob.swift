package import StructuredData

/// A CronJob (`batch/v1`, and `batch/v1beta1` with the same fields).
package struct CronJob: ChangedObject, Workload {
    package static let kind = Kind.cronJob
    package var changedMetadata = ChangedMeta()
    package var spec = CronJobSpec()
    package var status = CronJobStatus()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("spec", 2, &spec)
        try visit.field("status", 3, &status)
    }
}

/// When a CronJob runs what.
package struct CronJobSpec: Message {
    package var schedule = Symbol.empty
    package var startingDeadlineSeconds: Int?
    package var concurrencyPolicy = Symbol.empty
    package var suspend = false
    package var jobTemplate = JobTemplate()
    package var timeZone = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("schedule", 1, &schedule)
        try visit.field("startingDeadlineSeconds", 2, &startingDeadlineSeconds)
        try visit.field("concurrencyPolicy", 3, &concurrencyPolicy)
        try visit.field("suspend", 4, &suspend)
        try visit.field("jobTemplate", 5, &jobTemplate)
        try visit.field("timeZone", 8, &timeZone)
    }
}

/// The Job a CronJob makes.
package struct JobTemplate: Message {
    package var spec = JobSpec()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("spec", 2, &spec)
    }
}

/// When a CronJob last ran.
package struct CronJobStatus: Message {
    package var active: [ObjectReference] = []
    package var lastScheduleTime = Timestamp()
    package var lastSuccessfulTime = Timestamp()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("active", 1, &active)
        try visit.field("lastScheduleTime", 4, &lastScheduleTime)
        try visit.field("lastSuccessfulTime", 5, &lastSuccessfulTime)
    }
}
