import Analysis
import Glibc

/// Logs that were saved to files.
enum LogFiles {
    /// - Parameter directory: with `<namespace>_<pod>_<container>.log` and `….previous.log`, or as
    ///   `kubectl cluster-info dump` leaves it: `<namespace>/<pod>/logs.txt`.
    static func archive(of directory: String) throws -> LogArchive {
        guard InputFile.isDirectory(directory) else {
            throw InputError(message: "--logs: \(directory) is no directory")
        }
        var archive = LogArchive()
        for file in try InputFile.files(below: directory, ending: [".log", "logs.txt"]) {
            try add(file, to: &archive)
        }
        if archive.isEmpty {
            throw InputError(
                message: "--logs: no <namespace>_<pod>_<container>.log and no "
                    + "<namespace>/<pod>/logs.txt below \(directory)")
        }
        return archive
    }

    private static func add(_ file: InputFile, to archive: inout LogArchive) throws {
        let parts = file.path.split(separator: "/").map(String.init)
        guard let name = parts.last else { return }
        if name.hasSuffix(".log") {
            guard let stream = stream(of: name) else { return }
            return archive.add(try file.end(LogArchive.byteLimit), of: stream)
        }
        guard name == "logs.txt", parts.count >= 3 else { return }
        // One file for all containers of a pod, each with a heading.
        let (namespace, pod) = (parts[parts.count - 3], parts[parts.count - 2])
        for (container, text) in sections(try file.contents()) {
            let stream = LogArchive.Stream(
                namespace: namespace, pod: pod, container: container)
            archive.add(text, of: stream)
        }
    }

    /// Names of namespaces, pods and containers have no underscore.
    private static func stream(of name: String) -> LogArchive.Stream? {
        var name = name.dropLast(".log".count)
        let isPrevious = name.hasSuffix(".previous")
        if isPrevious { name = name.dropLast(".previous".count) }
        let parts = name.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else { return nil }
        return LogArchive.Stream(
            namespace: parts[0], pod: parts[1], container: parts[2], isPrevious: isPrevious)
    }

    /// `==== START logs for container app of pod shop/web-0 ====` up to its `==== END`.
    private static func sections(_ bytes: [UInt8]) -> [(container: String, text: [UInt8])] {
        var found: [(container: String, text: [UInt8])] = []
        var isInside = false
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let text = String(decoding: line.prefix(200), as: UTF8.self)
            if text.hasPrefix("==== START logs for container ") {
                let words = text.split(separator: " ")
                found.append((words.count > 5 ? String(words[5]) : "", []))
                isInside = true
            } else if text.hasPrefix("==== END logs for container ") {
                isInside = false
            } else if isInside, !found.isEmpty {
                found[found.count - 1].text += line + [UInt8(ascii: "\n")]
            }
        }
        return found
    }
}

extension InputFile {
    /// The end of a file, which may be of any size.
    fileprivate func end(_ limit: Int) throws -> [UInt8] {
        try withReader { read in
            var bytes: [UInt8] = []
            var piece = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = try piece.withUnsafeMutableBytes { try read($0) }
                if count == 0 { return Array(bytes.suffix(limit)) }
                bytes += piece[..<count]
                if bytes.count > limit * 2 { bytes.removeFirst(bytes.count - limit) }
            }
        }
    }
}
