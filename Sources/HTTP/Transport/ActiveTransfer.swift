internal import CLibcurl

/// A transfer that curl has: the handle, and the callbacks' context. Lives on the network thread.
final class ActiveTransfer {
    let transfer: Transfer
    private(set) var handle: EasyHandle
    /// Bytes were delivered since the reader was last told.
    var isDirty = false
    private var parser = HeadParser()

    init?(_ transfer: Transfer, to target: URLParts, _ configuration: ClientConfiguration) {
        guard var handle = EasyHandle() else { return nil }
        handle.prepare(
            transfer.request, to: target, deadline: transfer.deadline, configuration)
        self.transfer = transfer
        self.handle = handle
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        let curl = unsafe self.handle.curl
        unsafe aegis_set_pointer(curl, CURLOPT_PRIVATE, context)
        unsafe aegis_set_pointer(curl, CURLOPT_HEADERDATA, context)
        unsafe aegis_set_pointer(curl, CURLOPT_WRITEDATA, context)
        unsafe aegis_set_callback(curl, CURLOPT_HEADERFUNCTION, onHeader)
        unsafe aegis_set_callback(curl, CURLOPT_WRITEFUNCTION, onBody)
    }

    fileprivate func receive(headerLine line: UnsafeRawBufferPointer) {
        let text = unsafe String(decoding: line, as: UTF8.self)
        if let head = parser.feed(text) { transfer.deliver(head) }
    }

    fileprivate func receive(body: UnsafeRawBufferPointer) -> Bool {
        isDirty = true
        return unsafe transfer.deliver(body)
    }

    func flush() {
        guard isDirty else { return }
        isDirty = false
        transfer.flush()
    }

    /// curl says how it ended.
    func finish(_ result: CURLcode) {
        guard result != CURLE_OK else {
            transfer.finish(.success(()))
            return
        }
        let text = handle.message(for: result)
        let verify = handle.number(CURLINFO_SSL_VERIFYRESULT)
        let code = HTTPError.Code(curl: result, verify: verify, text: text)
        transfer.finish(.failure(HTTPError(code, transfer.request, cause: text)))
    }
}

/// The context is retained by the loop for as long as curl knows the handle.
@safe private func active(_ context: UnsafeMutableRawPointer?) -> ActiveTransfer? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<ActiveTransfer>.fromOpaque(context).takeUnretainedValue()
}

private func onHeader(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    let line = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
    unsafe active(context)?.receive(headerLine: line)
    return size * count
}

private func onBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    let body = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
    let isTaken = unsafe active(context)?.receive(body: body) ?? true
    return isTaken ? size * count : aegis_write_pause
}
