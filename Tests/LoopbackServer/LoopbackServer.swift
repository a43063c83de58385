import Glibc
import Synchronization

/// An HTTP/1.1 server on a free loopback port whose answers are scripts: what to send, when to
/// dawdle, when to cut. For tests only.
package final class LoopbackServer: Sendable {
    package typealias Handler = @Sendable (_ request: ReceivedRequest, _ index: Int) -> Script

    private struct State {
        var requests: [ReceivedRequest] = []
        var connections: Set<CInt> = []
        var connectionCount = 0
        var isStopped = false
    }

    package let port: UInt16
    private let listener: CInt
    private let handler: Handler
    private let state = Mutex(State())

    package init(_ handler: @escaping Handler) throws {
        self.handler = handler
        (listener, port) = try LoopbackSocket.listen()
        // The thread holds the descriptor alone, so that dropping the server stops it.
        startThread { [weak self, listener] in
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                guard let server = self else {
                    close(connection)
                    break
                }
                server.adopt(connection)
            }
            close(listener)
        }
    }

    deinit { stop() }

    /// Cuts every connection and takes no more.
    package func stop() {
        state.withLock { state in
            guard !state.isStopped else { return }
            state.isStopped = true
            shutdown(listener, CInt(SHUT_RDWR))
            for connection in state.connections { shutdown(connection, CInt(SHUT_RDWR)) }
        }
    }

    package var url: String { "http://127.0.0.1:\(port)" }
    /// In the order they came in.
    package var requests: [ReceivedRequest] { state.withLock { $0.requests } }
    package var connectionCount: Int { state.withLock { $0.connectionCount } }
    package var openConnections: Int { state.withLock { $0.connections.count } }

    private func adopt(_ connection: CInt) {
        state.withLock { state in
            state.connections.insert(connection)
            state.connectionCount += 1
            if state.isStopped { shutdown(connection, CInt(SHUT_RDWR)) }
        }
        startThread { [self] in
            serve(connection)
            state.withLock { _ = $0.connections.remove(connection) }
            // A child process may still hold a copy, so closing alone does not end it.
            shutdown(connection, CInt(SHUT_RDWR))
            close(connection)
        }
    }

    private func serve(_ connection: CInt) {
        var reader = RequestReader(connection)
        // As Go's servers do when TLS knocks at a plain port.
        defer { if reader.sawTLS { _ = Script.answer(400, [:], "not TLS").run(on: connection) } }
        while let request = reader.next() {
            let index = state.withLock { state in
                state.requests.append(request)
                return state.requests.count - 1
            }
            guard handler(request, index).run(on: connection) else { return }
        }
    }
}

func startThread(_ body: @escaping @Sendable () -> Void) {
    final class Job {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let job = Unmanaged.passRetained(Job(body))
    let status = pthread_create(
        &thread, nil,
        { context in
            guard let context else { return nil }
            Unmanaged<Job>.fromOpaque(context).takeRetainedValue().body()
            return nil
        }, job.toOpaque())
    if status == 0 { pthread_detach(thread) } else { job.release() }
}
