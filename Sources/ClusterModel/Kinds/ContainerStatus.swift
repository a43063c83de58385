package import StructuredData

/// What the kubelet says of one container.
package struct ContainerStatus: Message, Hashable {
    package var name = Symbol.empty
    package var state = ContainerState()
    package var lastState = ContainerState()
    package var ready = false
    package var restartCount = 0
    package var image = Symbol.empty
    package var started: Bool?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("state", 2, &state)
        try visit.field("lastState", 3, &lastState)
        try visit.field("ready", 4, &ready)
        try visit.field("restartCount", 5, &restartCount)
        try visit.field("image", 6, &image)
        try visit.field("started", 9, &started)
    }
}

/// At most one of the three is set; none means waiting.
package struct ContainerState: Message, Hashable {
    package var waiting: ContainerStateWaiting?
    package var running: ContainerStateRunning?
    package var terminated: ContainerStateTerminated?

    package var isAbsent: Bool { waiting == nil && running == nil && terminated == nil }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("waiting", 1, &waiting)
        try visit.field("running", 2, &running)
        try visit.field("terminated", 3, &terminated)
    }
}

/// Not running yet, or not again yet.
package struct ContainerStateWaiting: Message, Hashable {
    package var reason = Symbol.empty
    package var message = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("reason", 1, &reason)
        try visit.field("message", 2, &message)
    }
}

/// Running since.
package struct ContainerStateRunning: Message, Hashable {
    package var startedAt = Timestamp()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("startedAt", 1, &startedAt)
    }
}

/// How a container ended.
package struct ContainerStateTerminated: Message, Hashable {
    package var exitCode = 0
    package var signal = 0
    package var reason = Symbol.empty
    package var message = Symbol.empty
    package var startedAt = Timestamp()
    package var finishedAt = Timestamp()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("exitCode", 1, &exitCode)
        try visit.field("signal", 2, &signal)
        try visit.field("reason", 3, &reason)
        try visit.field("message", 4, &message)
        try visit.field("startedAt", 5, &startedAt)
        try visit.field("finishedAt", 6, &finishedAt)
    }
}
