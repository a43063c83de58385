/// An excerpt is printed, so it must not show what a Secret or a kubeconfig keeps.
///
/// Names are recognised where they are at hand; otherwise whatever looks like a token is masked,
/// a pod's name with it: the position still tells the place.
extension Excerpt {
    /// Keys whose name says nothing, but whose values may be anything, such as a variable's.
    private static let opaqueKeys: Set<String> = ["data", "stringData", "value"]
    private static let words = SecretWords.all + ["key", "-data"]

    /// Whether these bytes, from around an error, may hold what a Secret keeps.
    ///
    /// Objects with sorted keys tell their kind only after their data, so any data counts, a
    /// ConfigMap's too.
    static func holdsSecret(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var place = 0
        while let start = unsafe bytes[place...].firstIndex(where: isKeyStart) {
            place = start + 1
            if start > 0, unsafe isWord(bytes[start - 1]) { continue }
            let word = unsafe bytes[start...].prefix { isWord($0) }
            let value = unsafe bytes[word.endIndex...].drop(while: isQuoteOrBlank)
            guard unsafe value.first == Byte.colon else { continue }
            if unsafe word.elementsEqual("data".utf8) || word.elementsEqual("stringData".utf8) {
                return true
            }
            let kind = unsafe value.dropFirst().drop(while: isQuoteOrBlank)
            let isSecret = unsafe kind.starts(with: "Secret".utf8)
            if isSecret, unsafe word.elementsEqual("kind".utf8) { return true }
        }
        return false
    }

    /// What the keys looked for begin with.
    private static func isKeyStart(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "d") || byte == UInt8(ascii: "k") || byte == UInt8(ascii: "s")
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        0x61...0x7a ~= byte | 0x20 || 0x30...0x39 ~= byte
    }

    /// A backslash too: manifests stand quoted in annotations.
    private static func isQuoteOrBlank(_ byte: UInt8) -> Bool {
        byte <= Byte.space || byte == Byte.quote || byte == Byte.backslash
            || byte == UInt8(ascii: "'")
    }

    /// The same number of characters, those of tokens and of named secrets made unreadable.
    static func masked(_ text: [Character]) -> [Character] {
        var result = text
        var hidesRest = false
        var start = 0
        while start < text.count {
            var end = start
            while end < text.count, isTokenCharacter(text[end]) { end += 1 }
            let run = text[start..<end]
            if hidesRest || isOpaque(run) {
                for index in start..<end { result[index] = "*" }
            } else if isTelling(String(run)) {
                hidesRest = true
                // `--password=hunter2`, `PASSWORD=hunter2`
                let sign = run.firstIndex(of: "=") ?? end
                for index in start..<end where index > sign { result[index] = "*" }
            }
            start = end + 1
        }
        return result
    }

    /// Whether what follows this run of characters is likely a secret.
    private static func isTelling(_ run: String) -> Bool {
        let small = run.lowercased()
        return opaqueKeys.contains(run) || words.contains { small.contains($0) }
    }

    private static func isTokenCharacter(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "+/=_-".contains(character)
    }

    /// Long and mixed as a token is, or padded as base64 is.
    private static func isOpaque(_ run: ArraySlice<Character>) -> Bool {
        if run.count >= 8, run.last == "=" { return true }
        return run.count >= 20 && run.contains(where: \.isNumber) && run.contains(where: \.isLetter)
    }
}

extension String {
    /// The text with what may be a secret made unreadable, for text that programs wrote: tokens,
    /// what follows a word such as `password`, and the user and password of a URL.
    package var maskingSecrets: String {
        var characters = Excerpt.masked(Array(self))
        for place in characters.indices where characters[place] == "@" {
            // `scheme://user:password@host`: from the slashes on, or from the last space.
            var start = place
            while start > 0, characters[start - 1] != "/", characters[start - 1] != " " {
                start -= 1
            }
            guard start > 1, characters[start - 1] == "/", characters[start - 2] == "/" else {
                continue
            }
            for hidden in start..<place { characters[hidden] = "*" }
        }
        return String(characters)
    }
}
