import Testing

@testable import HTTP

struct PureTests {
    @Test(arguments: [
        ("https://h", "https://h:443", ""), ("http://h/a?b=c#d", "http://h:80", "/a"),
        ("HTTPS://u:p@h:6443/", "https://h:6443", "/"),
        ("https://[::1]:8/x", "https://[::1]:8", "/x"),
        ("https://h:/x", "https://h:443", "/x"), ("http://h?x", "http://h:80", ""),
    ])
    func `URLs come apart`(url: String, origin: String, path: String) throws {
        let parts = try #require(URLParts(url))
        #expect(parts.origin == origin)
        #expect(parts.path == path)
    }

    @Test(arguments: [
        "", "h", "h:1", "://", "https://", "https://:1", "ftp://h", "https://h:x", "https://[::1",
    ])
    func `what is no URL has no parts`(url: String) {
        #expect(URLParts(url) == nil)
    }

    @Test func `a server name replaces the host and nothing else`() {
        let url = URLParts.replacingHost(of: "https://10.0.0.1:6443/api?x=1", with: "kube.test")
        #expect(url == "https://kube.test:6443/api?x=1")
    }

    @Test func `a head is the last status line and its fields`() {
        var parser = HeadParser()
        let lines = [
            "HTTP/1.1 100 Continue\r\n", "\r\n", "HTTP/2 200 \r\n", "a: b\r\n", "odd line\r\n",
            "A:  c \r\n", "\r\n", "Trailer: x\r\n", "\r\n",
        ]
        let heads = lines.compactMap { parser.feed($0) }
        #expect(
            heads == [ResponseHead(status: 200, headers: ["a": "b", "A": "c"], httpVersion: "2")])
        #expect(heads.first?.headers.values("A") == ["b", "c"])
    }

    @Test func `header names compare without regard to case`() {
        var headers: Headers = ["Accept": "a", "ACCEPT": "b"]
        headers["accept"] = "c"
        #expect(headers == ["Accept": "c"])
    }

    @Test(arguments: [
        ("application/json; charset=utf-8", "application/json"), (" Text/HTML", "text/html"),
    ])
    func `media types lose their parameters`(field: String, type: String) {
        #expect(ResponseHead(status: 200, headers: ["content-type": field]).mediaType == type)
    }

    @Test func `a buffer puts small deliveries together and knows when it is full`() {
        var buffer = BodyBuffer(limit: 300 << 10)
        let piece = [UInt8](repeating: 1, count: 100 << 10)
        for _ in 0..<3 { piece.withUnsafeBytes { buffer.append($0) } }
        #expect(buffer.isFull(for: 1))
        let first = buffer.next()
        #expect(first?.count == 200 << 10)
        #expect(buffer.hasRoomAgain)
        #expect(!buffer.isFull(for: 200 << 10))
        let rest = [buffer.next(), buffer.next()]
        #expect(rest.map { $0?.count } == [100 << 10, nil])
        #expect(buffer.isEmpty)
    }
}
