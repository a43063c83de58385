import ClusterModel
import Detection
import Glibc
import StructuredData

/// A file or directory that could not be read.
struct InputError: Error, CustomStringConvertible {
    let message: String
    var description: String { message.printable }

    static func unreadable(_ path: String, _ code: Int32) -> InputError {
        InputError(message: "cannot read \(path): \(systemMessage(code))")
    }

    static func noSeverity(_ name: String, in variable: String) -> InputError {
        let names = Severity.allCases.map(\.rawValue).joined(separator: ", ")
        return InputError(
            message: "\(variable): no severity is called '\(name)'; there are \(names)")
    }

    static func noNamespace(_ name: Symbol, among others: Set<Symbol>) -> InputError {
        let nearest = nearestName(to: name.string, among: others)
        let hint = nearest.map { "; did you mean \"\($0)\"?" } ?? ""
        return InputError(
            message: "there is no namespace \"\(name)\", nor anything in it\(hint)")
    }

    static func noDumps(_ path: String) -> InputError {
        InputError(
            message: "no .json, .yaml or .yml file below \(path); "
                + "dump the cluster with 'kubectl cluster-info dump --output-directory' "
                + "or name a file")
    }
}

/// A named stream of bytes: a file, or standard input for `-`.
struct InputFile {
    let path: String

    var displayName: String { path == "-" ? "standard input" : path }

    /// Opens the input for the time of `body`, which gets a function that fills a buffer and
    /// returns 0 at the end.
    func withReader<T>(
        _ body: ((UnsafeMutableRawBufferPointer) throws -> Int) throws -> T
    ) throws -> T {
        let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw InputError.unreadable(path, errno) }
        defer { if path != "-" { close(file) } }
        return try body { buffer in
            while true {
                let count = Glibc.read(file, buffer.baseAddress, buffer.count)
                if count >= 0 { return count }
                if errno != EINTR { throw InputError.unreadable(displayName, errno) }
            }
        }
    }

    /// The whole content, for small documents.
    func contents(limit: Int = 64 << 20) throws -> [UInt8] {
        try withReader { read in
            var bytes: [UInt8] = []
            var piece = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = try piece.withUnsafeMutableBytes { try read($0) }
                if count == 0 { return bytes }
                bytes += piece[..<count]
                guard bytes.count <= limit else {
                    throw InputError(message: "\(displayName) is larger than \(limit >> 20) MiB")
                }
            }
        }
    }
}

extension InputFile {
    /// The one file that these paths name; empty for standard input, a directory, or several.
    static func only(of paths: [String]) -> String {
        guard let path = paths.first, paths.count == 1, path != "-", !isDirectory(path) else {
            return ""
        }
        return path
    }

    static func isDirectory(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }

    /// Files below a directory that may hold objects, in the order of their paths. Logs and other
    /// files of `cluster-info dump` and must-gather folders are passed over; links to directories
    /// are not followed, so a loop of them ends.
    static func dumps(below directory: String) throws -> [InputFile] {
        let found = try files(
            below: directory, ending: [".json", ".yaml", ".yml", ".ndjson", ".jsonl", ".pb"])
        guard !found.isEmpty else { throw InputError.noDumps(directory) }
        return found
    }

    /// Files below a directory whose names end like this, in the order of their paths.
    static func files(below directory: String, ending endings: [String]) throws -> [InputFile] {
        var found: [String] = []
        try collect(directory, endings, into: &found, depth: 0)
        return found.sorted().map(InputFile.init)
    }

    private static func collect(
        _ directory: String, _ endings: [String], into found: inout [String], depth: Int
    ) throws {
        guard depth < 32 else { return }
        guard let listing = opendir(directory) else {
            throw InputError.unreadable(directory, errno)
        }
        defer { closedir(listing) }
        while let entry = readdir(listing) {
            let name = entry.fileName
            if name.hasPrefix(".") { continue }
            let path = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
            var info = stat()
            guard lstat(path, &info) == 0 else { continue }
            if info.st_mode & S_IFMT == S_IFLNK {
                guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { continue }
            }
            switch info.st_mode & S_IFMT {
            case S_IFDIR: try collect(path, endings, into: &found, depth: depth + 1)
            case S_IFREG where endings.contains(where: name.hasSuffix): found.append(path)
            default: break
            }
        }
    }
}

extension UnsafeMutablePointer<dirent> {
    /// The name of a directory's entry.
    var fileName: String {
        withUnsafePointer(to: &pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
    }
}
