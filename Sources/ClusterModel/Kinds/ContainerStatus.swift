package import StructuredData

/// What the kubelet says of one container.
package struct ContainerStatus: Message, Hashable {
    package var name = Symbol.empty
    package var state = ContainerState()
    package var lastState = ContainerState()
    package var ready = false
    package var image = Symbol.empty
    package var started: Bool?
    private var restarts: Int32 = 0

    package var restartCount: Int {
        get { Int(restarts) }
        set { restarts = Int32(clamping: newValue) }
    }

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

/// At most one of the three is set; none means waiting. Two of these in each status of each
/// container are much of a snapshot, so they are packed.
package struct ContainerState: Message, Hashable {
    private enum Phase: UInt8 { case none, waiting, running, terminated }

    private var phase = Phase.none
    private var waitingFor = ContainerStateWaiting()
    private var runningSince = Timestamp()
    private var end: End?

    private final class End: Sendable, Hashable {
        let state: ContainerStateTerminated

        init(_ state: ContainerStateTerminated) { self.state = state }

        static func == (a: End, b: End) -> Bool { a.state == b.state }
        func hash(into hasher: inout Hasher) { hasher.combine(state) }
    }

    package var waiting: ContainerStateWaiting? {
        get { phase == .waiting ? waitingFor : nil }
        set {
            phase = newValue == nil ? .none : .waiting
            waitingFor = newValue ?? ContainerStateWaiting()
        }
    }

    package var running: ContainerStateRunning? {
        get { phase == .running ? ContainerStateRunning(startedAt: runningSince) : nil }
        set {
            phase = newValue == nil ? .none : .running
            runningSince = newValue?.startedAt ?? Timestamp()
        }
    }

    package var terminated: ContainerStateTerminated? {
        get { phase == .terminated ? end?.state : nil }
        set {
            phase = newValue == nil ? .none : .terminated
            end = newValue.map(End.init)
        }
    }

    package var isAbsent: Bool { phase == .none }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        // Each in a copy of its own: visiting must not set what was not read.
        var (waiting, running, terminated) = (waiting, running, terminated)
        try visit.field("waiting", 1, &waiting)
        try visit.field("running", 2, &running)
        try visit.field("terminated", 3, &terminated)
        if waiting != nil { self.waiting = waiting }
        if running != nil { self.running = running }
        if terminated != nil { self.terminated = terminated }
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
    init(startedAt: Timestamp) { self.startedAt = startedAt }

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
