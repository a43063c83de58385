import ClusterModel
import Detection
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// A fixture of these tests, or of detection's, judged at noon of one day as detection's are.
enum Scene {
    static let now = Timestamp(rfc3339: "2026-06-01T12:00:00Z") ?? Timestamp()

    /// Every fixture of a category, its own before detection's, as `Category/name`.
    static func fixtures(of category: Category) -> [String] {
        folders.flatMap { folder in
            names(in: "\(folder)/\(category.rawValue)").map {
                "\(folder)/\(category.rawValue)/\($0)"
            }
        }
    }

    /// With advice, as `--level low` shows it.
    static func view(_ path: String) throws -> ClusterView {
        let file = open(path, O_RDONLY)
        try #require(file >= 0, "no fixture \(path)")
        defer { close(file) }
        return try view(path) { max(0, Glibc.read(file, $0.baseAddress, $0.count)) }
    }

    /// Objects that are written down where they are used.
    static func view(of documents: String) throws -> ClusterView {
        var rest = Array(documents.utf8)[...]
        return try view("documents") { buffer in
            let part = rest.prefix(buffer.count)
            rest = rest.dropFirst(part.count)
            buffer.copyBytes(from: part)
            return part.count
        }
    }

    private static func view(
        _ source: String, _ more: (UnsafeMutableRawBufferPointer) -> Int
    ) throws -> ClusterView {
        var dump = DumpReader(filter: ObjectFilter())
        try dump.read(source: source, more)
        try #require(dump.failureCount == 0, "\(source): \(dump.failures)")
        return ClusterView(ClusterIndex(dump.finish()), now: now, settings: settings(source))
    }

    /// A fixture of these tests.
    static func own(_ name: String) throws -> ClusterView {
        try view("\(folder)/Fixtures/\(name).yaml")
    }

    /// Advice only where it is what the fixture is about: elsewhere it would be noise.
    private static func settings(_ path: String) -> DetectionSettings {
        var settings = DetectionSettings()
        let advice: [Category] = [.orphanedConfig, .resourceMisconfig, .selectorMismatch]
        let isAdvice = advice.contains { path.contains("/\($0.rawValue)/") }
        if isAdvice || path.contains("gated") || path.contains("limits") { settings.level = .low }
        return settings
    }

    static let folder = "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false)
        .dropLast().joined(separator: "/")

    private static let folders = [
        "\(folder)/Fixtures", "\(folder)/../DetectionTests/Fixtures",
    ]

    private static func names(in folder: String) -> [String] {
        guard let listing = opendir(folder) else { return [] }
        defer { closedir(listing) }
        var found: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".yaml") { found.append(name) }
        }
        return found.sorted()
    }
}
