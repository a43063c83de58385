/// Text that may leave the machine: only a `Redactor` makes it, and only such text goes into a
/// prompt, so the compiler refuses what was not redacted.
package struct RedactedText: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    init(unchecked text: String) { description = text }

    package static func + (a: RedactedText, b: RedactedText) -> RedactedText {
        RedactedText(unchecked: a.description + b.description)
    }
}

/// Words of our own: only a literal, without anything put into it.
extension RedactedText: ExpressibleByStringLiteral {
    package init(stringLiteral text: StaticString) { description = text.description }
}
