package import StructuredData

/// Why a cluster could not be asked, or did not answer as a cluster does.
package struct KubeError: Error, Sendable, Equatable {
    package enum Code: Sendable, Equatable {
        /// A kubeconfig, or a file it names, is missing or wrong.
        case configuration
        /// No usable credentials: a plugin failed, a token file is gone, a certificate expired.
        case credentials
        /// No connection, or not to a server that can be trusted.
        case unreachable
        /// The server does not accept who we are.
        case unauthorised
        /// Something answered, but not Kubernetes.
        case notKubernetes
        /// Kubernetes refused or failed; the HTTP status.
        case api(Int)
        case cancelled
    }

    package let code: Code
    /// Lower case, no full stop, user input quoted.
    package let message: String
    /// The file at fault, with line and column where one is.
    package let file: String?
    package let position: SourcePosition?
    /// What to do about it.
    package let hint: String?

    package init(
        _ code: Code, _ message: String, file: String? = nil, position: SourcePosition? = nil,
        hint: String? = nil
    ) {
        self.code = code
        self.message = message
        self.file = file
        self.position = position
        self.hint = hint
    }

    static func configuration(
        _ message: String, in file: String? = nil, at position: SourcePosition? = nil,
        hint: String? = nil
    ) -> KubeError {
        KubeError(.configuration, message, file: file, position: position, hint: hint)
    }

    static func configuration(_ message: String, at place: Place?, hint: String? = nil) -> KubeError
    {
        configuration(message, in: place?.file, at: place?.position, hint: hint)
    }
}

extension KubeError: CustomStringConvertible {
    /// `FILE:LINE:COLUMN: message; hint`.
    package var description: String {
        var text = ""
        if let file {
            text += file
            if let position { text += ":\(position)" }
            text += ": "
        }
        text += message
        if let hint { text += "; \(hint)" }
        return text.printable
    }
}
