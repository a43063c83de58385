/// An excerpt is printed, so it must not show what a Secret or a kubeconfig keeps.
///
/// Names are recognised where they are at hand; otherwise whatever looks like a token is masked,
/// a pod's name with it: the position still tells the place.
extension Excerpt {
    private static let kinds: [[UInt8]] = ["kind: Secret", #"kind":"Secret"#, #"kind": "Secret"#]
        .map { Array($0.utf8) }
    private static let words = [
        "token", "password", "passwd", "secret", "credential", "key", "-data", "auth", "bearer",
    ]

    /// Whether these bytes, from around an error, hold a Secret.
    static func holdsSecret(_ bytes: UnsafeRawBufferPointer) -> Bool {
        kinds.contains { kind in
            guard bytes.count >= kind.count else { return false }
            return (0...(bytes.count - kind.count)).contains { start in
                unsafe bytes[start] == kind[0]
                    && bytes[start..<(start + kind.count)].elementsEqual(kind)
            }
        }
    }

    /// The same number of characters, those of tokens and of named secrets made unreadable.
    static func masked(_ text: [Character]) -> [Character] {
        var result = text
        var hidesRest = false
        var start = 0
        while start < text.count {
            var end = start
            while end < text.count, isTokenCharacter(text[end]) { end += 1 }
            if hidesRest || isOpaque(text[start..<end]) {
                for index in start..<end { result[index] = "*" }
            } else {
                hidesRest = words.contains { String(text[start..<end]).lowercased().contains($0) }
            }
            start = end + 1
        }
        return result
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
