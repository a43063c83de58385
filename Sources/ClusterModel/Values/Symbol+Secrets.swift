import StructuredData

// Messages are written by programs, controllers and kubelets, and repeat what they were given:
// `password=…`, `Authorization: Bearer …`, `https://user:password@host`. Such values are masked while
// they are read, so that nothing that comes after has to think of them. What names objects
// (`secret "db" not found`, `secret key: api`) stays, since causes are read from it.

extension Symbol {
    /// The text with the values that stand behind a telling name, and URLs' logins, made unreadable.
    package var maskingAssignedSecrets: Symbol {
        withBytes { bytes in
            var mask = SecretMask(Array(bytes))
            guard mask.isWorthLooking, mask.apply() else { return self }
            return mask.bytes.withUnsafeBytes { Symbol(bytes: $0) }
        }
    }

    /// A URL or path without who logs in and what is asked for.
    package var withoutLoginAndQuery: Symbol {
        withBytes { bytes in
            var text = Array(bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
            if let at = text.lastIndex(of: UInt8(ascii: "@")),
                let slash = text[..<at].lastIndex(of: UInt8(ascii: "/")), slash > 0,
                text[slash - 1] == UInt8(ascii: "/")
            {
                text.removeSubrange((slash + 1)...at)
            }
            if text.count == bytes.count { return self }
            return text.withUnsafeBytes { Symbol(bytes: $0) }
        }
    }
}

private struct SecretMask {
    private(set) var bytes: [UInt8]
    private var isChanged = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private static let star = UInt8(ascii: "*")
    /// Behind these a bare word with digits is a secret too: `password hunter2`.
    private static let bare = SecretWords.passwords + ["token", "bearer", "basic"]

    /// Most messages have neither sign nor word.
    var isWorthLooking: Bool {
        bytes.contains { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "@") }
            || Self.bare.contains(where: holds) || SecretWords.all.contains(where: holds)
    }

    private func holds(_ word: String) -> Bool {
        let word = Array(word.utf8)
        guard bytes.count > word.count else { return false }
        return (0...(bytes.count - word.count)).contains { start in
            bytes[start] | 0x20 == word[0]
                && zip(bytes[start...], word).allSatisfy { $0 | 0x20 == $1 }
        }
    }

    /// - Returns: whether anything was masked.
    mutating func apply() -> Bool {
        var place = 0
        while place < bytes.count {
            guard Self.isWord(bytes[place]) else {
                if bytes[place] == UInt8(ascii: "@") { maskLogin(before: place) }
                place += 1
                continue
            }
            let end = bytes[place...].firstIndex { !Self.isWord($0) } ?? bytes.count
            place = maskValue(behind: place..<end) ?? end
        }
        return isChanged
    }

    /// Masks what the word announces; where the masked value ends, or nil if it announces none.
    private mutating func maskValue(behind word: Range<Int>) -> Int? {
        let name = Self.lastPart(of: bytes[word])
        var place = word.upperBound
        if place < bytes.count, Self.isQuote(bytes[place]) { place += 1 }
        let sign = place < bytes.count ? bytes[place] : 0
        let isAssigned = sign == UInt8(ascii: "=") && (name == "key" || Self.isTelling(name))
        let isSaid =
            sign == UInt8(ascii: ":") && Self.isTelling(name)
            && !isName(word, called: name, before: place)
        if isAssigned || isSaid { return maskRun(from: place + 1, maySkipScheme: true) }
        guard sign == UInt8(ascii: " "), Self.bare.contains(name) else { return nil }
        let start = place + 1
        let end = bytes[start...].firstIndex(where: Self.endsValue) ?? bytes.count
        let run = bytes[start..<end]
        let hasDigit = run.contains { (0x30...0x39).contains($0) }
        let hasLetter = run.contains { (0x61...0x7A).contains($0 | 0x20) }
        guard run.count >= 6, hasDigit, hasLetter, !run.contains(UInt8(ascii: "/")) else {
            return nil
        }
        return maskRun(from: start, maySkipScheme: false)
    }

    /// Objects are called `auth` and `token` too, and a colon stands behind names: in hosts
    /// (`auth:5432`), images (`acme/token:1.2`), accounts (`serviceaccount:auth:api`) and sentences
    /// (`lookup auth: no such host`).
    private func isName(_ word: Range<Int>, called name: String, before colon: Int) -> Bool {
        if name == "auth" { return true }
        if SecretWords.passwords.contains(name) || word.isEmpty { return false }
        let before = word.lowerBound > 0 ? bytes[word.lowerBound - 1] : 0
        if before == UInt8(ascii: "/") || before == UInt8(ascii: ":") { return true }
        let value = bytes[(colon + 1)...].prefix { !Self.endsValue($0) }
        return (1...5).contains(value.count) && value.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Masks up to the next blank, quote or separator; first passes blanks, a quote, and a scheme
    /// such as `Bearer`.
    private mutating func maskRun(from start: Int, maySkipScheme: Bool) -> Int {
        var place = start
        while place < bytes.count, bytes[place] == 0x20 || Self.isQuote(bytes[place]) { place += 1 }
        let end = bytes[place...].firstIndex(where: Self.endsValue) ?? bytes.count
        let run = String(decoding: bytes[place..<end], as: UTF8.self).lowercased()
        if maySkipScheme, ["bearer", "basic", "digest", "token"].contains(run) {
            return maskRun(from: end, maySkipScheme: false)
        }
        for index in place..<end { bytes[index] = Self.star }
        isChanged = isChanged || end > place
        return max(end, start)
    }

    /// `//user:password@host`.
    private mutating func maskLogin(before at: Int) {
        let start = bytes[..<at].lastIndex { $0 == UInt8(ascii: "/") || $0 <= 0x20 }
        guard let start, start > 0, bytes[start] == UInt8(ascii: "/"),
            bytes[start - 1] == UInt8(ascii: "/")
        else { return }
        for index in (start + 1)..<at { bytes[index] = Self.star }
        isChanged = true
    }

    /// `DB_PASSWORD`, `x-auth-token` and `accessToken` end in the word that tells.
    private static func lastPart(of word: ArraySlice<UInt8>) -> String {
        let part = word.split { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }.last ?? word
        return String(decoding: part, as: UTF8.self).lowercased()
    }

    private static func isTelling(_ name: String) -> Bool {
        SecretWords.all.contains(name)
            || ["password", "passwd", "token", "apikey", "secret"].contains(where: name.hasSuffix)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    private static func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\\")
    }

    private static func endsValue(_ byte: UInt8) -> Bool {
        byte <= 0x20 || isQuote(byte) || ",;&)}]".utf8.contains(byte)
    }
}
