package import ClusterModel

/// A message to look for phrases in, whatever their case. It works on bytes: in a bad hour the
/// messages of thousands of pods are searched for a dozen phrases each.
package struct MessageText: Sendable {
    private let original: [UInt8]
    private let lowercased: [UInt8]

    package init(_ message: Symbol) {
        original = message.withBytes { Array($0) }
        lowercased = original.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    /// True if one of the phrases, written in lower case, is in the message.
    package func says(_ phrases: StaticString...) -> Bool {
        phrases.contains { place(of: $0, from: 0) != nil }
    }

    /// What stands between two phrases, as it is written; nil without both or with nothing there.
    package func text(after start: StaticString, until end: StaticString) -> String? {
        guard let found = place(of: start, from: 0) else { return nil }
        let first = found + start.utf8CodeUnitCount
        guard let last = place(of: end, from: first), last > first else { return nil }
        return String(decoding: original[first..<last], as: UTF8.self)
    }

    /// What stands behind a phrase, up to the next space, comma or the end.
    package func word(after start: StaticString) -> String? {
        guard let found = place(of: start, from: 0) else { return nil }
        let word = original[(found + start.utf8CodeUnitCount)...].prefix {
            $0 > 0x20 && $0 != UInt8(ascii: ",")
        }
        return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
    }

    private func place(of phrase: StaticString, from start: Int) -> Int? {
        let wanted = UnsafeBufferPointer(
            start: phrase.utf8Start, count: phrase.utf8CodeUnitCount)
        guard let first = wanted.first, lowercased.count >= wanted.count else { return nil }
        var place = start
        while place <= lowercased.count - wanted.count {
            if lowercased[place] == first,
                lowercased[place..<place + wanted.count].elementsEqual(wanted)
            {
                return place
            }
            place += 1
        }
        return nil
    }
}

extension Symbol {
    /// The first line, with a gap where it gets long: errors are wrapped, so the end tells most.
    package var excerpt: String {
        let line = string.prefix { !$0.isNewline }
        return line.count <= 280 ? String(line) : "\(line.prefix(100)) … \(line.suffix(175))"
    }
}
