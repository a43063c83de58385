internal import CLibcurl

/// Sole owner of one curl transfer handle and of the memory curl writes to and reads from.
@safe struct EasyHandle: ~Copyable {
    let curl: UnsafeMutableRawPointer
    private let errorText: UnsafeMutablePointer<CChar>
    private var lists: [UnsafeMutablePointer<curl_slist>]

    init?() {
        guard let curl = unsafe curl_easy_init() else { return nil }
        unsafe self.curl = curl
        unsafe lists = []
        unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        unsafe aegis_set_pointer(curl, CURLOPT_ERRORBUFFER, errorText)
    }

    deinit {
        unsafe curl_easy_cleanup(curl)
        unsafe lists.forEach { unsafe curl_slist_free_all($0) }
        unsafe errorText.deallocate()
    }

    func set(_ option: CURLoption, _ value: Int) {
        unsafe aegis_set_long(curl, option, value)
    }

    func set(_ option: CURLoption, _ value: Bool) {
        set(option, value ? 1 : 0)
    }

    /// curl copies strings.
    func set(_ option: CURLoption, _ value: String?) {
        guard let value else {
            unsafe aegis_set_pointer(curl, option, nil)
            return
        }
        unsafe value.withCString { unsafe _ = aegis_set_string(curl, option, $0) }
    }

    /// The bytes of a PEM; curl copies them.
    func set(_ option: CURLoption, pem: [UInt8]) {
        unsafe pem.withUnsafeBytes {
            unsafe _ = aegis_set_blob(curl, option, $0.baseAddress, $0.count)
        }
    }

    func set(copiedBody body: [UInt8]) {
        unsafe aegis_set_offset(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
        unsafe body.withUnsafeBytes {
            unsafe _ = aegis_set_pointer(
                curl, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: $0.baseAddress))
        }
    }

    /// curl reads lists while the transfer runs, so they live as long as the handle.
    mutating func set(_ option: CURLoption, _ lines: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines {
            unsafe list = unsafe curl_slist_append(list, line) ?? list
        }
        guard let list = unsafe list else { return }
        unsafe lists.append(list)
        unsafe aegis_set_list(curl, option, list)
    }

    /// What curl wrote about the fault; its general words for the code when it wrote nothing.
    func message(for result: CURLcode) -> String {
        let written = unsafe String(cString: errorText)
        if !written.isEmpty { return written }
        guard let general = unsafe curl_easy_strerror(result) else { return "" }
        return unsafe String(cString: general)
    }

    func number(_ info: CURLINFO) -> Int {
        var value = 0
        unsafe aegis_get_long(curl, info, &value)
        return value
    }
}
