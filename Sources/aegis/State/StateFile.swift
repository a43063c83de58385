import ClusterModel
import Glibc
import StructuredData

/// One document of a cluster's state: `kind` in the file `name`.
struct StateFile<Content: Message> {
    let directory: StateDirectory
    let name: String
    let kind: String

    enum Loaded {
        case absent
        case content(Content)
        /// It could not be read, and now lies under another name, so that nothing is lost.
        case setAside
    }

    /// What was kept. Throws only where the file cannot be opened: then it must not be replaced.
    func load() throws -> Loaded {
        guard let path = directory.file(name), access(path, F_OK) == 0 else { return .absent }
        let bytes = try InputFile(path: path).contents(limit: 1 << 30)
        do {
            return .content(
                try readDocument(bytes, source: path) { reader in
                    var document = StateDocument<Content>()
                    try document.read(from: &reader)
                    guard document.kind == kind else {
                        throw reader.error(.typeMismatch, "expected a document of kind \(kind)")
                    }
                    return document.content
                })
        } catch {
            try setAside(path, because: error)
            return .setAside
        }
    }

    func save(_ content: Content) throws {
        guard let path = directory.file(name) else { return }
        let bytes = Document.bytes(content, kind: kind, format: .json)
        try AtomicFile.write(path, mode: 0o600) { write in try write(bytes) }
    }

    private func setAside(_ path: String, because error: any Error) throws {
        var number = 1
        while access("\(path).corrupt-\(number)", F_OK) == 0 { number += 1 }
        let aside = "\(path).corrupt-\(number)"
        guard rename(path, aside) == 0 else { throw AtomicFile.Failure(path: aside, code: errno) }
        Diagnostics.warning("state set aside as \(aside), starting anew: \(error)")
    }
}

/// A document with what tells it apart from others.
private struct StateDocument<Content: Message>: Message {
    var kind = ""
    var content = Content()

    static var keys: KeyTable { KeyTable(of: Self.self) }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("kind", 100, &kind)
        try content.fields(&visit)
    }
}
