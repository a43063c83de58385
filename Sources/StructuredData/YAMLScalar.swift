/// What an unquoted YAML scalar means, decided as go-yaml does for Kubernetes, so that a manifest
/// means the same here as to kubectl. `y` and `n` stay strings: PyYAML writes them unquoted.
enum YAMLScalar: Equatable {
    case string
    case null
    case bool(Bool)
    /// A number as JSON writes it.
    case number([UInt8])

    private static let words: [String: YAMLScalar] = {
        var words: [String: YAMLScalar] = ["": .null, "~": .null]
        let meanings: [(String, YAMLScalar)] = [
            ("null", .null), ("true", .bool(true)), ("yes", .bool(true)), ("on", .bool(true)),
            ("false", .bool(false)), ("no", .bool(false)), ("off", .bool(false)),
        ]
        for (word, meaning) in meanings {
            words[word] = meaning
            words[word.prefix(1).uppercased() + word.dropFirst()] = meaning
            words[word.uppercased()] = meaning
        }
        return words
    }()

    init(plain text: [UInt8]) {
        guard let first = text.first else {
            self = .null
            return
        }
        switch first {
        case Byte.zero...Byte.nine, Byte.minus, Byte.plus, Byte.dot:
            self = Self.number(text) ?? .string
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
            UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "y"),
            UInt8(ascii: "Y"), UInt8(ascii: "o"), UInt8(ascii: "O"):
            let word = text.count <= 5 ? Self.words[String(decoding: text, as: UTF8.self)] : nil
            self = word ?? .string
        default: self = .string
        }
    }

    /// Nil if the text is no number; infinities and NaN are none in JSON.
    private static func number(_ text: [UInt8]) -> YAMLScalar? {
        let digits = text.first == Byte.dot ? text : text.filter { $0 != UInt8(ascii: "_") }
        if let integer = integer(digits) { return .number(Array(integer.utf8)) }
        return decimal(digits).map(YAMLScalar.number)
    }

    /// `0x1f`, `0o17`, `017` and `0b11`, with a sign or without.
    private static func integer(_ text: [UInt8]) -> String? {
        var digits = text[...]
        let isNegative = digits.first == Byte.minus
        if isNegative || digits.first == Byte.plus { digits = digits.dropFirst() }
        guard digits.first == Byte.zero, digits.count > 1 else { return nil }
        let radix: Int
        switch digits.dropFirst().first.map({ $0 | 0x20 }) {
        case UInt8(ascii: "x"): radix = 16
        case UInt8(ascii: "o"): radix = 8
        case UInt8(ascii: "b"): radix = 2
        default: radix = 8
        }
        let hasLetter = digits.dropFirst().first.map { $0 >= UInt8(ascii: "A") } ?? false
        let body = digits.dropFirst(hasLetter ? 2 : 1)
        guard let first = body.first, first != Byte.minus, first != Byte.plus,
            let value = UInt64(String(decoding: body, as: UTF8.self), radix: radix)
        else { return nil }
        return (isNegative && value > 0 ? "-" : "") + String(value)
    }

    /// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`, rewritten to JSON's grammar.
    private static func decimal(_ text: [UInt8]) -> [UInt8]? {
        var rest = text[...]
        var result: [UInt8] = []
        if let sign = rest.first, sign == Byte.minus || sign == Byte.plus {
            rest = rest.dropFirst()
            if sign == Byte.minus { result.append(sign) }
        }
        let whole = rest.prefix(while: isDigit)
        rest = rest.dropFirst(whole.count)
        let significant = whole.drop { $0 == Byte.zero }
        result += significant.isEmpty ? [Byte.zero] : Array(significant)
        var fraction: ArraySlice<UInt8> = []
        if rest.first == Byte.dot {
            fraction = rest.dropFirst().prefix(while: isDigit)
            rest = rest.dropFirst(1 + fraction.count)
            if !fraction.isEmpty { result += [Byte.dot] + fraction }
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }
        if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
            guard let exponent = exponent(rest.dropFirst()) else { return nil }
            result += [UInt8(ascii: "e")] + exponent
            rest = []
            // A commit such as `12e34567` is no number: go-yaml takes what overflows for a string.
            guard Double(String(decoding: result, as: UTF8.self))?.isFinite ?? false else {
                return nil
            }
        }
        return rest.isEmpty ? result : nil
    }

    private static func exponent(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let isSigned = text.first == Byte.minus || text.first == Byte.plus
        let digits = text.dropFirst(isSigned ? 1 : 0)
        return digits.isEmpty || !digits.allSatisfy(isDigit) ? nil : Array(text)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- Byte.zero < 10 }
}
