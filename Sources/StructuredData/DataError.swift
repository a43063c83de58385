/// What is wrong with an input, and where.
package struct DataError: Error, Sendable, Equatable {
    package enum Code: Sendable, Equatable {
        /// The bytes break the rules of their format; nothing after them can be trusted.
        case malformed
        /// A well-formed value of another type than the field has.
        case typeMismatch
        /// A value of the right type that means nothing for its field.
        case invalidValue
        /// Nesting, expansion or size went over a limit that guards against hostile input.
        case limitExceeded
        /// The input stops in the middle of a value.
        case truncated
        /// Well-formed input of a kind that is not read here.
        case unsupported
        /// There is no value at all.
        case empty
        /// Internal: the buffered bytes end here and more may follow. Never leaves this module.
        case incomplete
    }

    package var code: Code
    /// What was wrong, in lower case and without a full stop.
    package var message: String
    /// A file name, `stdin`, or the path of a request.
    package var source: String
    package var position: SourcePosition?
    /// The offending line, or the part of it around the error.
    package var excerpt: String?
    /// How many characters of `excerpt` stand before the error.
    package var caret: Int

    package init(
        code: Code, message: String, source: String, position: SourcePosition? = nil,
        excerpt: String? = nil, caret: Int = 0
    ) {
        self.code = code
        self.message = message
        self.source = source
        self.position = position
        self.excerpt = excerpt
        self.caret = caret
    }
}

extension DataError {
    /// Whether the input around the value is sound, so that only the item holding it is lost.
    package var isConfinedToItem: Bool {
        code == .typeMismatch || code == .invalidValue
    }

    static func empty(source: String) -> DataError {
        DataError(code: .empty, message: "is empty", source: source)
    }
}

extension DataError: CustomStringConvertible {
    /// `pods.yaml:12:7: expected a number`, then the line and a caret when the line is at hand.
    package var description: String {
        var text = source.printable
        if let position {
            text += position.line == nil ? ": \(position)" : ":\(position)"
        }
        text += ": \(message.printable)"
        if let excerpt {
            let indent = String(repeating: " ", count: max(0, caret))
            text += "\n\(excerpt)\n\(indent)^"
        }
        return text
    }
}
