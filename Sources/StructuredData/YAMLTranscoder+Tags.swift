enum Tag {
    private static let prefix = "tag:yaml.org,2002:"
    static let string = prefix + "str"
    static let null = prefix + "null"
    static let bool = prefix + "bool"
    static let int = prefix + "int"
    static let float = prefix + "float"
    static let merge = prefix + "merge"
}

extension YAMLTranscoder {
    /// What the scalar just read means, its tag being heeded. Tags nobody here knows make strings.
    func resolve() throws -> YAMLScalar {
        guard let tag = parser.tag else {
            return parser.isPlain ? YAMLScalar(plain: parser.text) : .string
        }
        let meaning = YAMLScalar(plain: parser.text)
        switch (tag, meaning) {
        case (Tag.null, .null), (Tag.bool, .bool), (Tag.int, .number), (Tag.float, .number):
            return meaning
        case (Tag.null, _), (Tag.bool, _), (Tag.int, _), (Tag.float, _):
            let text = String(decoding: parser.text.prefix(80), as: UTF8.self)
            let name = tag.drop { $0 != "," }.drop { $0 != ":" }.dropFirst()
            throw failure(.typeMismatch, "'\(text)' is no !!\(name)")
        default: return .string
        }
    }
}
