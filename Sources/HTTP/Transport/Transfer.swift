internal import Synchronization

/// One request under way: what the network thread and the asking task share.
///
/// The network thread delivers, the task takes, and a lock that neither holds for longer than a
/// copy of 16 KiB lies between. The task suspends; no thread ever waits here.
final class Transfer: Sendable {
    let request: Request
    let deadline: Duration?

    private struct State {
        var head: ResponseHead?
        var buffer: BodyBuffer
        /// How it ended; bytes may still be waiting.
        var end: Result<Void, HTTPError>?
        var isPaused = false
        /// Set by every change, so that one between looking and suspending is not missed.
        var hasNews = false
        var waiters: [CheckedContinuation<Void, Never>] = []

        mutating func takeWaiters() -> [CheckedContinuation<Void, Never>] {
            defer { waiters = [] }
            hasNews = true
            return waiters
        }
    }

    private let state: Mutex<State>
    private let loop: CurlLoop

    init(_ request: Request, deadline: Duration?, bufferLimit: Int, loop: CurlLoop) {
        self.request = request
        self.deadline = deadline
        self.loop = loop
        state = Mutex(State(buffer: BodyBuffer(limit: bufferLimit)))
    }
}

// MARK: The task's side

extension Transfer {
    func head() async throws(HTTPError) -> ResponseHead {
        try await wait { state in
            // A head that came before a fault is good: the fault is the body's.
            if let head = state.head { return .success(head) }
            if case .failure(let error)? = state.end { return .failure(error) }
            return nil
        }
    }

    /// The next bytes, or `nil` after the last. What arrived before a fault is delivered first.
    func nextChunk() async throws(HTTPError) -> [UInt8]? {
        let (chunk, resumes) = try await wait { state -> Result<([UInt8]?, Bool), HTTPError>? in
            if let chunk = state.buffer.next() {
                let resumes = state.isPaused && state.buffer.hasRoomAgain
                if resumes { state.isPaused = false }
                return .success((chunk, resumes))
            }
            return state.end.map { $0.map { _ in (nil, false) } }
        }
        if resumes { loop.enqueue(.resume(self)) }
        return chunk
    }

    /// Ends it at once for the task; the network thread lets go of the connection when it wakes.
    func cancel() {
        wake { state in
            // Even after a good end: a reader must not take what is dropped here for the rest.
            state.end = .failure(HTTPError(.cancelled, request))
            state.head = nil
            state.buffer.removeAll()
        }
        loop.enqueue(.cancel(self))
    }

    private func wait<Value: Sendable>(
        until ready: (inout sending State) -> Result<Value, HTTPError>?
    ) async throws(HTTPError) -> Value {
        while true {
            let result = state.withLock { state in
                state.hasNews = false
                return ready(&state)
            }
            if let result { return try result.get() }
            await withTaskCancellationHandler {
                await withCheckedContinuation { suspend($0) }
            } onCancel: {
                cancel()
            }
        }
    }

    private func suspend(_ waiter: CheckedContinuation<Void, Never>) {
        let isLate = state.withLock { state in
            if !state.hasNews { state.waiters.append(waiter) }
            return state.hasNews
        }
        if isLate { waiter.resume() }
    }
}

// MARK: The network thread's side

extension Transfer {
    func deliver(_ head: ResponseHead) {
        wake { $0.head = head }
    }

    /// Takes body bytes, or refuses them all when the reader lags: curl then offers them again.
    func deliver(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let waiters = state.withLock { state -> [CheckedContinuation<Void, Never>]? in
            guard !state.buffer.isFull(for: bytes.count) else {
                state.isPaused = true
                return nil
            }
            if state.end == nil { unsafe state.buffer.append(bytes) }
            return state.buffer.count < BodyBuffer.wakeSize ? [] : state.takeWaiters()
        }
        waiters?.forEach { $0.resume() }
        return waiters != nil
    }

    /// The network has nothing more for now: a reader gets what there is, however little.
    func flush() {
        wake { _ in }
    }

    /// The first end counts.
    func finish(_ end: Result<Void, HTTPError>) {
        wake { if $0.end == nil { $0.end = end } }
    }

    private func wake(_ change: (inout State) -> Void) {
        let waiters = state.withLock { state in
            change(&state)
            return state.takeWaiters()
        }
        for waiter in waiters { waiter.resume() }
    }
}
