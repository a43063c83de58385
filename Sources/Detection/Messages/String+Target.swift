extension String {
    /// What `api:80`, `[fd00::9]:80` or a host alone name.
    package var hostAndPort: (host: String, port: Int?) {
        guard let colon = lastIndex(of: ":"), let port = Int(self[index(after: colon)...]) else {
            return (self, nil)
        }
        return (self[..<colon].filter { $0 != "[" && $0 != "]" }, port)
    }
}
