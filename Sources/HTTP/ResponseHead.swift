/// What a server said before the body: status line and header fields.
package struct ResponseHead: Sendable, Equatable {
    package var status: Int
    package var headers: Headers
    /// As the status line has it: `1.1`, `2`.
    package var httpVersion: String

    package init(status: Int, headers: Headers = [:], httpVersion: String = "1.1") {
        self.status = status
        self.headers = headers
        self.httpVersion = httpVersion
    }

    package var isSuccess: Bool { (200..<300).contains(status) }

    /// The media type without its parameters, in lower case: `application/json`.
    package var mediaType: String? {
        guard let value = headers["Content-Type"] else { return nil }
        let type = value.utf8.prefix { $0 != UInt8(ascii: ";") }
        return String(decoding: type.filter { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self)
            .lowercased()
    }
}
