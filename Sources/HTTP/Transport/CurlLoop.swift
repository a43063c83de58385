internal import CLibcurl
internal import Synchronization

/// The door to the network thread: commands go in from anywhere, the thread starts with the first.
final class CurlLoop: Sendable {
    enum Command {
        case start(Transfer)
        case resume(Transfer)
        case cancel(Transfer)
    }

    private enum Phase { case idle, running, stopped }

    private struct State {
        var phase = Phase.idle
        var commands: [Command] = []
        /// While the thread has a handle to be woken through; used under the lock only, so that
        /// it is not freed meanwhile.
        var waker: Waker?
    }

    let configuration: ClientConfiguration
    private let state = Mutex(State())

    init(_ configuration: ClientConfiguration) {
        self.configuration = configuration
    }

    func enqueue(_ command: Command) {
        let phase = state.withLock { state -> Phase in
            let before = state.phase
            if before != .stopped { state.commands.append(command) }
            if case .start = command, before == .idle { state.phase = .running }
            state.waker?.wake()
            return before
        }
        guard case .start(let transfer) = command else { return }
        switch phase {
        case .running: break
        case .idle: startThread(for: transfer)
        case .stopped: transfer.finish(.failure(HTTPError(.cancelled, transfer.request)))
        }
    }

    /// Ends the thread and every transfer it has.
    func stop() {
        state.withLock { state in
            state.phase = .stopped
            state.waker?.wake()
        }
    }

    private func startThread(for transfer: Transfer) {
        let started = NetworkThread.start { [self] in LoopRun(self).run() }
        if started { return }
        stop()
        let cause = "the system gives no further thread"
        transfer.finish(.failure(HTTPError(.couldNotConnect, transfer.request, cause: cause)))
    }
}

// MARK: For the thread

extension CurlLoop {
    func attach(_ waker: Waker) {
        state.withLock { $0.waker = waker }
    }

    /// After this nobody wakes the handle, so it may be freed.
    func detach() {
        state.withLock { state in
            state.waker = nil
            state.phase = .stopped
        }
    }

    /// What to do next; `isStopped` when that is to end.
    func take() -> (commands: [Command], isStopped: Bool) {
        state.withLock { state in
            defer { state.commands = [] }
            return (state.commands, state.phase == .stopped)
        }
    }
}

/// The one thing that curl allows other threads to do with a multi handle.
@safe struct Waker: @unchecked Sendable {
    private let multi: UnsafeMutableRawPointer

    @unsafe init(_ multi: UnsafeMutableRawPointer) {
        unsafe self.multi = multi
    }

    func wake() {
        unsafe curl_multi_wakeup(multi)
    }
}
