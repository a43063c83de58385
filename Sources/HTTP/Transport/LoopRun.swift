internal import CLibcurl

/// What the network thread does from its start to its end.
///
/// One curl multi handle drives all transfers; between events the thread sleeps in
/// `curl_multi_poll`, from which commands wake it.
final class LoopRun {
    private let loop: CurlLoop
    private var active: [ObjectIdentifier: ActiveTransfer] = [:]
    private static let longestSleep: CInt = 60_000

    /// libcurl's own set-up is done once and on the first network thread: it loads OpenSSL's
    /// configuration, which no caller should wait for.
    private static let curlIsReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    init(_ loop: CurlLoop) {
        self.loop = loop
    }

    func run() {
        guard LoopRun.curlIsReady, let multi = unsafe curl_multi_init() else {
            loop.detach()
            return fail(loop.take().commands, cause: "libcurl could not be set up")
        }
        unsafe aegis_set_multi_long(multi, CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX)
        loop.attach(unsafe Waker(multi))
        while unsafe step(multi) {}
        loop.detach()
        for gone in active.values {
            unsafe curl_multi_remove_handle(multi, gone.handle.curl)
            cancel(gone.transfer)
        }
        active = [:]
        unsafe curl_multi_cleanup(multi)
        fail(loop.take().commands, cause: "the client was closed")
    }

    /// One round: obey, transfer, report, sleep. `false` ends the thread.
    @unsafe private func step(_ multi: UnsafeMutableRawPointer) -> Bool {
        let (commands, isStopped) = loop.take()
        for command in commands { unsafe obey(command, multi) }
        if isStopped { return false }
        var running: CInt = 0
        unsafe curl_multi_perform(multi, &running)
        unsafe reap(multi)
        for transfer in active.values { transfer.flush() }
        unsafe curl_multi_poll(multi, nil, 0, LoopRun.longestSleep, nil)
        return true
    }

    @unsafe private func obey(_ command: CurlLoop.Command, _ multi: UnsafeMutableRawPointer) {
        switch command {
        case .start(let transfer): unsafe start(transfer, multi)
        case .resume(let transfer):
            guard let curl = unsafe active[ObjectIdentifier(transfer)]?.handle.curl else { return }
            unsafe curl_easy_pause(curl, CURLPAUSE_CONT)
        case .cancel(let transfer):
            guard let gone = active.removeValue(forKey: ObjectIdentifier(transfer)) else { return }
            unsafe curl_multi_remove_handle(multi, gone.handle.curl)
        }
    }

    @unsafe private func start(_ transfer: Transfer, _ multi: UnsafeMutableRawPointer) {
        guard let target = URLParts(transfer.request.url) else {
            let error = HTTPError(.invalidRequest, transfer.request, cause: "not an http(s) URL")
            return transfer.finish(.failure(error))
        }
        guard let started = ActiveTransfer(transfer, to: target, loop.configuration),
            unsafe curl_multi_add_handle(multi, started.handle.curl) == CURLM_OK
        else {
            let error = HTTPError(.protocolError, transfer.request, cause: "libcurl has no memory")
            return transfer.finish(.failure(error))
        }
        active[ObjectIdentifier(transfer)] = started
    }

    /// Takes what curl has finished.
    @unsafe private func reap(_ multi: UnsafeMutableRawPointer) {
        var left: CInt = 0
        while let message = unsafe curl_multi_info_read(multi, &left) {
            guard unsafe message.pointee.msg == CURLMSG_DONE,
                let curl = unsafe message.pointee.easy_handle
            else { continue }
            let result = unsafe message.pointee.data.result
            unsafe curl_multi_remove_handle(multi, curl)
            var context: UnsafeMutableRawPointer?
            unsafe aegis_get_pointer(curl, CURLINFO_PRIVATE, &context)
            guard let context = unsafe context else { continue }
            let done = unsafe Unmanaged<ActiveTransfer>.fromOpaque(context).takeUnretainedValue()
            done.finish(result)
            active[ObjectIdentifier(done.transfer)] = nil
        }
    }

    private func cancel(_ transfer: Transfer) {
        transfer.finish(.failure(HTTPError(.cancelled, transfer.request, cause: "closed")))
    }

    private func fail(_ commands: [CurlLoop.Command], cause: String) {
        for case .start(let transfer) in commands {
            transfer.finish(.failure(HTTPError(.couldNotConnect, transfer.request, cause: cause)))
        }
    }
}
