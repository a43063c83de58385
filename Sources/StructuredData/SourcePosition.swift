/// Where in an input something stands.
///
/// Text has a line and a column (both from 1, the column in characters); protobuf has only the byte.
package struct SourcePosition: Sendable, Equatable, CustomStringConvertible {
    package var line: Int?
    package var column: Int?
    package var byteOffset: Int

    package init(line: Int? = nil, column: Int? = nil, byteOffset: Int = 0) {
        self.line = line
        self.column = column
        self.byteOffset = byteOffset
    }

    package var description: String {
        guard let line else { return "byte \(byteOffset)" }
        guard let column else { return "\(line)" }
        return "\(line):\(column)"
    }
}
