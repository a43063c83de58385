package import StructuredData

/// Something that happened to an object (`core/v1` Event, which `events.k8s.io/v1` is another face of).
package struct Event: KubeObject {
    package static let kind = Kind.event
    package var metadata = ObjectMeta()
    package var involvedObject = ObjectReference()
    package var reason = Symbol.empty
    package var message = Symbol.empty
    package var source = EventSource()
    package var firstTimestamp = Timestamp()
    package var lastTimestamp = Timestamp()
    package var count = 0
    package var type = Symbol.empty
    package var eventTime = Timestamp()
    package var series: EventSeries?
    package var reportingComponent = Symbol.empty

    /// When it was last seen; the newer API leaves `lastTimestamp` empty.
    package var lastSeen: Timestamp {
        [series?.lastObservedTime ?? Timestamp(), lastTimestamp, eventTime, firstTimestamp]
            .first { $0.isSet } ?? metadata.creationTimestamp
    }

    package var occurrences: Int { max(series?.count ?? 0, count, 1) }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("involvedObject", 2, &involvedObject)
        try visit.field("reason", 3, &reason)
        try visit.field("message", 4, &message)
        try visit.field("source", 5, &source)
        try visit.field("firstTimestamp", 6, &firstTimestamp)
        try visit.field("lastTimestamp", 7, &lastTimestamp)
        try visit.field("count", 8, &count)
        try visit.field("type", 9, &type)
        try visit.field("eventTime", 10, &eventTime)
        try visit.field("series", 11, &series)
        try visit.field("reportingComponent", 14, &reportingComponent)
    }
}

/// Who said so.
package struct EventSource: Message, Hashable {
    package var component = Symbol.empty
    package var host = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("component", 1, &component)
        try visit.field("host", 2, &host)
    }
}

/// A run of the same event.
package struct EventSeries: Message, Hashable {
    package var count = 0
    package var lastObservedTime = Timestamp()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("count", 1, &count)
        try visit.field("lastObservedTime", 2, &lastObservedTime)
    }
}
