// What a program's own words say went wrong: in its last message or its log. The phrases are those of
// runtimes and libraries that many programs share (Go, the JVM, Node, Python, glibc, libpq, MySQL).

package import Detection
import StructuredData

/// A known complaint of a program.
package enum Complaint: Hashable, Sendable {
    case missingVariable(String)
    case missingFile(String)
    case permissionDenied(String)
    case badArgument(String)
    case heapExhausted
    case diskFull
    case untrustedCertificate
    case portInUse
    case loginRefused
    /// It ended by an error of its own that nothing outside of it explains.
    case crash
    /// What `MessageSignature` knows: names, connections, rights.
    case network(MessageSignature)

    /// Nil for a line that says none of it.
    package init?(_ line: String) {
        if let name = Self.variable(in: line) {
            self = .missingVariable(name)
        } else if let signature = MessageSignature(line) {
            self = .network(signature)
        } else if let told = Self.table.first(where: { $0.phrases.contains(where: line.contains) })
        {
            self = told.complaint(line)
        } else {
            return nil
        }
    }

    private struct Entry: Sendable {
        let phrases: [String]
        let complaint: @Sendable (String) -> Complaint
    }

    /// The first that fits counts, so what is more telling stands first.
    private static let table: [Entry] = [
        Entry(phrases: [
            "java.lang.OutOfMemoryError", "JavaScript heap out of memory", "MemoryError",
            "runtime: out of memory", "Cannot allocate memory", "std::bad_alloc",
        ]) { _ in .heapExhausted },
        Entry(phrases: [
            "no space left on device", "No space left on device", "ENOSPC", "Disk quota exceeded",
        ]) { _ in .diskFull },
        Entry(phrases: [
            "x509:", "certificate verify failed", "SSLHandshakeException",
            "certificate has expired", "unable to get local issuer certificate",
            "self-signed certificate",
        ]) { _ in .untrustedCertificate },
        Entry(phrases: ["address already in use", "Address already in use", "EADDRINUSE"]) { _ in
            .portInUse
        },
        Entry(phrases: [
            "password authentication failed", "Access denied for user", "Authentication failed",
            "authentication failed", "invalid username or password", "WRONGPASS",
        ]) { _ in .loginRefused },
        Entry(phrases: ["permission denied", "Permission denied", "EACCES", "PermissionError"]) {
            .permissionDenied(path(in: $0))
        },
        Entry(phrases: [
            "no such file or directory", "No such file or directory", "ENOENT", "FileNotFoundError",
            "FileNotFoundException", "NoSuchFileException",
        ]) { .missingFile(path(in: $0)) },
        Entry(phrases: [
            "unknown flag: ", "flag provided but not defined: ", "unrecognized arguments: ",
            "unrecognized option", "unknown option",
        ]) { .badArgument(flag(in: $0)) },
        Entry(phrases: [
            "panic: ", "fatal error: ", "Segmentation fault", "core dumped",
            "Traceback (most recent call last)", "Unhandled exception", "unhandledRejection",
            "Exception in thread \"main\"", "thread 'main' panicked",
        ]) { _ in .crash },
    ]

    /// A word in capitals next to words that say it is wanted.
    private static func variable(in line: String) -> String? {
        let wants = [
            "environment variable", "env var", "KeyError", " is not set", " must be set",
            " is required", "not defined in environment", "Missing required", "missing required",
        ]
        guard wants.contains(where: line.contains) else { return nil }
        return line.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }
            .first(where: isVariable).map(String.init)
    }

    /// Levels and acronyms are in capitals too; a variable's name mostly has an underscore.
    private static func isVariable(_ word: Substring) -> Bool {
        word.contains("_") && word.first.map { $0.isLetter || $0 == "_" } ?? false
            && word.count > 3
            && word.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "_" }
    }

    /// The first absolute path of the line, without a query, which may hold a token.
    private static func path(in line: String) -> String {
        line.split { " \"',;()[]?\t".contains($0) }.first { $0.hasPrefix("/") && $0.count > 1 }
            .map { String($0.prefix(120)).trimmingColon.maskingSecrets } ?? ""
    }

    private static func flag(in line: String) -> String {
        line.split { " \"',;()[]\t".contains($0) }.first { $0.hasPrefix("-") }
            .map { String($0.prefix { $0 != "=" }.prefix(60)) } ?? ""
    }
}

extension String {
    fileprivate var trimmingColon: String { hasSuffix(":") ? String(dropLast()) : self }
}

extension Complaint: CustomStringConvertible {
    /// In our words: what a program writes may hold anything, a password in a URL among it.
    package var description: String {
        switch self {
        case .missingVariable(let name): "environment variable \(name) is missing"
        case .missingFile(let path): "file \(path) is missing"
        case .permissionDenied(let path):
            path.isEmpty ? "permission denied" : "permission denied on \(path)"
        case .badArgument(let flag): "argument \(flag) is not known to the program"
        case .heapExhausted: "the program's runtime ran out of memory"
        case .diskFull: "no space left on its disk"
        case .untrustedCertificate: "a certificate is not trusted"
        case .portInUse: "its port is already in use"
        case .loginRefused: "a login is refused"
        case .crash: "the program crashed by an error of its own"
        case .network(let signature): "\(signature)"
        }
    }
}
