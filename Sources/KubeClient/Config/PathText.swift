/// Paths as text: joining and parting is all that a kubeconfig needs.
enum PathText {
    static func folder(of file: String) -> String {
        guard let slash = file.lastIndex(of: "/") else { return "." }
        return slash == file.startIndex ? "/" : String(file[..<slash])
    }

    /// A relative path is relative to the file that names it.
    static func resolve(_ path: String, against file: String) -> String {
        path.isEmpty || path.hasPrefix("/") ? path : folder(of: file) + "/" + path
    }
}
