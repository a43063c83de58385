extension String {
    /// As a shell takes it for one word: a dump may name objects so that a pasted command does
    /// something else.
    var shellWord: String {
        let isPlain = utf8.allSatisfy {
            0x61...0x7a ~= $0 | 0x20 || 0x30...0x3a ~= $0 || "-._/".utf8.contains($0)
        }
        if isPlain, !isEmpty { return self }
        let parts = split(separator: "'", omittingEmptySubsequences: false)
        return "'" + parts.joined(separator: #"'\''"#) + "'"
    }
}
