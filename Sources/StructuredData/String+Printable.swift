extension String {
    /// The text as one line that a terminal shows and does not obey.
    ///
    /// What is read may hold escape sequences, line ends that forge a line of ours, and marks that
    /// turn the direction of writing.
    package var printable: String {
        if utf8.allSatisfy({ 0x20..<0x7f ~= $0 }) { return self }
        var scalars = UnicodeScalarView()
        scalars.append(contentsOf: unicodeScalars.map { $0.isPrintable ? $0 : " " })
        return String(scalars)
    }
}

extension Unicode.Scalar {
    /// Neither a control character nor one that changes how others are shown.
    var isPrintable: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
