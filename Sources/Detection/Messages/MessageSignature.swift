// What a line of text from an event, a container's termination message or a log says went wrong.
// The words are those of the programs that write them: Go's net package, glibc's resolver, the
// API server's authorizer. A line is data; nothing in it is ever followed.

/// A known complaint in a line of text.
package enum MessageSignature: Hashable, Sendable {
    /// A name did not resolve; the name, where the text has it.
    case nameNotFound(host: String)
    /// The name server did not answer.
    case nameServerSilent(host: String)
    /// Nothing listens at the target.
    case connectionRefused(target: String)
    /// Packets to the target are lost.
    case connectionTimeout(target: String)
    /// The API server refused: `User "system:serviceaccount:ns:name" cannot list resource "pods"`.
    case forbidden(Denial)

    /// A refused request to the API server.
    package struct Denial: Hashable, Sendable {
        package let user: String
        package let verb: String
        package let resource: String
        /// Empty at cluster scope.
        package let namespace: String

        /// Namespace and name, if the user is a service account.
        package var serviceAccount: (namespace: String, name: String)? {
            let parts = user.split(separator: ":").map(String.init)
            guard parts.count == 4, parts[0] == "system", parts[1] == "serviceaccount" else {
                return nil
            }
            return (parts[2], parts[3])
        }
    }

    /// Nil for text that says none of it.
    package init?(_ text: String) {
        if let denial = Denial(text) {
            self = .forbidden(denial)
        } else if let host = Self.silentServer(text) {
            self = .nameServerSilent(host: host)
        } else if let host = Self.unresolvedHost(text) {
            self = .nameNotFound(host: host)
        } else if Self.refusals.contains(where: text.holds) {
            self = .connectionRefused(target: Self.host(after: Self.dials, in: text) ?? "")
        } else if Self.timeouts.contains(where: text.holds),
            let target = Self.host(after: Self.dials, in: text)
        {
            self = .connectionTimeout(target: Self.withPort(target, in: text))
        } else {
            return nil
        }
    }

    /// Go, curl, glibc, musl, Node, Java, libpq, busybox, nginx.
    private static let unresolved = [
        "no such host", "server misbehaving", "Name or service not known",
        "Name does not resolve", "Could not resolve host", "getaddrinfo ENOTFOUND",
        "UnknownHostException", "could not translate host name", "bad address '",
        "host not found in upstream",
    ]
    /// What they say where no answer came: glibc's EAI_AGAIN is a name server out of reach or order.
    private static let unanswered = [
        "Temporary failure in name resolution", "getaddrinfo EAI_AGAIN",
    ]
    private static let names = [
        "lookup ", "Could not resolve host: ", "ENOTFOUND ", "EAI_AGAIN ",
        "UnknownHostException: ", "could not translate host name \"", "Failed to resolve '",
        "bad address '", "host not found in upstream \"",
    ]
    private static let refusals = ["connection refused", "Connection refused", "ECONNREFUSED"]
    private static let timeouts = [
        "i/o timeout", "connection timed out", "Connection timed out", "ETIMEDOUT",
        "context deadline exceeded", "connect timeout=",
    ]
    /// `dial tcp api:80: i/o timeout`, `connect ETIMEDOUT 10.96.0.9:80`, `connection to server at
    /// "db", port 5432 failed`, `HTTPConnectionPool(host='api', port=80)`.
    private static let dials = [
        "dial tcp ", "ECONNREFUSED ", "ETIMEDOUT ", "Failed to connect to ", "connect to ",
        "connecting to ", "connection to server at \"", "ConnectionPool(host='",
    ]

    private static func unresolvedHost(_ text: String) -> String? {
        guard unresolved.contains(where: text.holds) else { return nil }
        return host(after: names, in: text) ?? ""
    }

    /// Go says `lookup api on 10.96.0.10:53: … i/o timeout`, and other things are looked up too.
    private static func silentServer(_ text: String) -> String? {
        if unanswered.contains(where: text.holds) { return host(after: names, in: text) ?? "" }
        guard timeouts.contains(where: text.holds),
            let host = host(after: ["lookup "], in: text),
            text.holds(":53: ") || text.holds("dial tcp: lookup \(host): ")
        else { return nil }
        return host
    }

    /// The first word behind one of the marks that can be a host, with or without a port.
    private static func host(after marks: [String], in text: String) -> String? {
        marks.lazy.compactMap { word(after: $0, in: text) }.first(where: isHost)
    }

    private static func isHost(_ word: String) -> Bool {
        word.utf8.count <= 260
            && word.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
                    || "-._:[]".utf8.contains($0)
            }
    }

    /// Some say the port apart from the host: `port 5432 failed`, `port=80)`.
    private static func withPort(_ target: String, in text: String) -> String {
        let port = ["), port ", "\", port ", "', port=", " port "].lazy
            .compactMap { word(after: $0, in: text) }.first.flatMap { Int($0) }
        guard let port, !target.contains(":") else { return target }
        return "\(target):\(port)"
    }

    /// The word behind `mark`, without punctuation at its end.
    static func word(after mark: String, in text: String) -> String? {
        guard let place = text.firstRange(ofText: mark) else { return nil }
        var word = text[place.upperBound...].prefix { !" \"',;()\n\t".contains($0) }
        while let last = word.last, ":.".contains(last) { word.removeLast() }
        return word.isEmpty ? nil : String(word)
    }
}

extension MessageSignature: CustomStringConvertible {
    /// The complaint in our words. What a program wrote itself is not repeated: it may hold
    /// anything, a password in a URL among it.
    package var description: String {
        switch self {
        case .nameNotFound(let host): "name \"\(host)\" does not resolve"
        case .nameServerSilent(let host): "no answer from the name server for \"\(host)\""
        case .connectionRefused(let target): "connection to \(target) refused"
        case .connectionTimeout(let target): "connection to \(target) timed out"
        case .forbidden(let denial):
            "\"\(denial.user)\" cannot \(denial.verb) \(denial.resource)"
        }
    }
}

extension MessageSignature.Denial {
    /// `pods is forbidden: User "u" cannot list resource "pods" in API group "" in the namespace
    /// "ns"` (apiserver/pkg/endpoints/handlers/responsewriters, ForbiddenMessage).
    init?(_ text: String) {
        guard let user = Self.quoted(after: "User ", in: text),
            let verb = MessageSignature.word(after: "\" cannot ", in: text),
            let resource = Self.quoted(after: "resource ", in: text)
        else { return nil }
        self.user = user
        self.verb = verb
        self.resource = resource
        namespace = Self.quoted(after: "in the namespace ", in: text) ?? ""
    }

    private static func quoted(after mark: String, in text: String) -> String? {
        guard let place = text.firstRange(ofText: mark + "\"") else { return nil }
        let word = text[place.upperBound...].prefix { $0 != "\"" }
        return word.isEmpty ? nil : String(word)
    }
}

extension String {
    /// The first occurrence of `text`, compared byte by byte.
    func firstRange(ofText text: String) -> Range<Index>? {
        guard let start = place(of: text) else { return nil }
        let from = utf8.index(utf8.startIndex, offsetBy: start)
        return from..<utf8.index(from, offsetBy: text.utf8.count)
    }

    fileprivate func holds(_ text: String) -> Bool { place(of: text) != nil }

    /// In a bad hour the messages of a hundred thousand events are searched for thirty phrases each,
    /// so nothing is copied for it.
    private func place(of text: String) -> Int? {
        var (all, text) = (self, text)
        return text.withUTF8 { wanted in
            all.withUTF8 { all in
                guard let first = wanted.first, all.count >= wanted.count else { return nil }
                for start in 0...(all.count - wanted.count)
                where all[start] == first
                    && all[start..<start + wanted.count].elementsEqual(wanted)
                {
                    return start
                }
                return nil
            }
        }
    }
}
