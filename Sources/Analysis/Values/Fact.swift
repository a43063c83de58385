package import Detection

/// An observed fact with a name of its own, by which every claim cites it.
package struct Fact: Hashable, Sendable {
    /// `E3`, in the order in which the analysis came upon them.
    package struct ID: Hashable, Sendable, CustomStringConvertible {
        package let number: Int
        package var description: String { "E\(number)" }
    }

    package let id: ID
    package let evidence: Evidence
}
