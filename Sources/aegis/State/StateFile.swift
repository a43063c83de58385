import ClusterModel
import Glibc
import StructuredData
import Telemetry

/// One document of a cluster's state: `kind` in the file `name`.
struct StateFile<Content: Message> {
    let directory: StateDirectory
    let name: String
    let kind: String

    enum Loaded {
        case absent
        case content(Content)
        /// It holds something else, or half of something.
        case corrupt(any Error)
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
            return .corrupt(error)
        }
    }

    /// For whoever is going to save: what was kept, after a corrupt file has been put aside under
    /// another name, so that nothing is lost. Only while the directory is locked.
    func take(_ run: inout MetricSet) throws -> Content? {
        switch try load() {
        case .absent: return nil
        case .content(let content): return content
        case .corrupt(let error):
            try setAside(because: error)
            run.add(to: .stateResets, name)
            return nil
        }
    }

    func save(_ content: Content) throws {
        guard let path = directory.file(name) else { return }
        let bytes = Document.bytes(content, kind: kind, format: .json)
        try AtomicFile.write(path, mode: 0o600) { write in try write(bytes) }
    }

    private func setAside(because error: any Error) throws {
        guard let path = directory.file(name) else { return }
        var number = 1
        while access("\(path).corrupt-\(number)", F_OK) == 0 { number += 1 }
        let aside = "\(path).corrupt-\(number)"
        guard rename(path, aside) == 0 else { throw AtomicFile.Failure(path: aside, code: errno) }
        // The first line: nobody edits these files by hand and needs to be shown the place.
        let reason = "\(error)".prefix { $0 != "\n" }
        Diagnostics.warning("state set aside as \(aside), starting anew: \(reason)")
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
