import ClusterModel
import Detection
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// A fixture file as detectors see it. Fixtures are judged at noon of one day, so their times read
/// as ages: `11:55:00Z` is five minutes ago.
enum Scene {
    static let now = Timestamp(rfc3339: "2026-06-01T12:00:00Z") ?? Timestamp()

    /// `Fixtures/OOMKilled/crashing.yaml` for `OOMKilled/crashing`.
    static func view(_ name: String, _ settings: DetectionSettings = .init()) throws -> ClusterView
    {
        let path = "\(folder)/Fixtures/\(name).yaml"
        let file = open(path, O_RDONLY)
        try #require(file >= 0, "no fixture \(path)")
        defer { close(file) }
        var dump = DumpReader(filter: ObjectFilter())
        try dump.read(source: path) { buffer in
            max(0, Glibc.read(file, buffer.baseAddress, buffer.count))
        }
        try #require(dump.failureCount == 0, "\(dump.failures)")
        return ClusterView(ClusterIndex(dump.finish()), now: now, settings: settings)
    }

    /// Every incident as one line, `OOMKilled Deployment shop/cart high`, in report order.
    static func incidents(
        _ name: String, _ settings: DetectionSettings = .init()
    ) throws -> [String] {
        Detection.incidents(in: try view(name, settings)).map(\.line)
    }

    /// The names of all fixtures.
    static func all() throws -> [String] {
        try names(in: "\(folder)/Fixtures").flatMap { rule in
            try names(in: "\(folder)/Fixtures/\(rule)").filter { $0.hasSuffix(".yaml") }
                .map { "\(rule)/\($0.dropLast(5))" }
        }
    }

    private static func names(in path: String) throws -> [String] {
        let listing = try #require(opendir(path), "no folder \(path)")
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    private static let folder = "\(#filePath)".replacingLastComponent
}

extension Incident {
    var line: String { "\(rule.category.rawValue) \(resource) \(severity.rawValue)" }
}

extension String {
    fileprivate var replacingLastComponent: String {
        split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }
}
