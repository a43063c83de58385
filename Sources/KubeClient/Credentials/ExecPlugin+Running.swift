internal import ClusterModel
internal import Glibc
internal import StructuredData
internal import Subprocess
internal import SystemPackage

extension ExecPlugin {
    /// A token and a certificate with its key are a few KiB.
    private static let outputLimit = 1 << 20

    /// Runs the program and reads what it prints.
    ///
    /// Its standard error is ours: that is where plugins ask people to open a browser.
    func run(isInteractive: Bool) async throws(KubeError) -> ExecStatus {
        let maySpeak = isInteractive && interaction != .never
        if interaction == .always, !maySpeak {
            throw fault("needs to ask something, but there is no terminal to ask on")
        }
        guard isThere else {
            let hint = entry.installHint.trimmed
            throw fault("is not installed", hint.isEmpty ? "install it, or fix its path" : hint)
        }
        do {
            return try status(of: try await output(maySpeak))
        } catch let error as KubeError {
            throw error
        } catch is CancellationError {
            throw KubeError(.cancelled, "cancelled")
        } catch {
            throw Task.isCancelled
                ? KubeError(.cancelled, "cancelled") : fault("cannot be run: \(error)")
        }
    }

    private func output(_ maySpeak: Bool) async throws -> String {
        let executable: Executable = isPath ? .path(FilePath(command)) : .name(command)
        var variables: [Subprocess.Environment.Key: String?] = [
            "KUBERNETES_EXEC_INFO": info(maySpeak)
        ]
        for variable in entry.env {
            variables[.init(stringLiteral: variable.name)] = variable.value
        }
        let configuration = Configuration(
            executable: executable, arguments: Arguments(entry.args),
            environment: .inherit.updating(variables))
        if maySpeak {
            return try printed(
                try await Subprocess.run(
                    configuration, input: .currentStandardInput,
                    output: .string(limit: ExecPlugin.outputLimit), error: .currentStandardError))
        }
        return try printed(
            try await Subprocess.run(
                configuration, input: .none,
                output: .string(limit: ExecPlugin.outputLimit), error: .currentStandardError))
    }

    private func printed(
        _ result: borrowing ExecutionResult<Void, StringOutput<UTF8>, FileDescriptorOutput>
    ) throws -> String {
        guard result.terminationStatus.isSuccess else {
            throw fault("failed: \(result.terminationStatus)", "run it by hand to see why")
        }
        return result.standardOutput
    }

    /// The environment variable that tells a plugin what is asked of it.
    func info(_ maySpeak: Bool) -> String {
        var credential = ExecCredential()
        credential.kind = "ExecCredential"
        credential.apiVersion = version.rawValue
        credential.spec = ExecSpec()
        credential.spec?.cluster = cluster
        credential.spec?.interactive = maySpeak
        return JSONText.write(credential)
    }

    func status(of output: String) throws(KubeError) -> ExecStatus {
        var credential = ExecCredential()
        do {
            try readDocument(Array(output.utf8), source: command) {
                try credential.read(from: &$0)
            }
        } catch let error as DataError {
            // Without the line itself: it may hold a token.
            let place = error.position.map { " at \($0)" } ?? ""
            throw fault("printed no ExecCredential: \(error.message)\(place)")
        } catch {
            throw fault("printed no ExecCredential: \(error)")
        }
        guard credential.kind == "ExecCredential", credential.apiVersion == version.rawValue else {
            // Without what it printed instead: that may be a token.
            throw fault("printed no ExecCredential of \(version.rawValue)")
        }
        guard let status = credential.status else { throw fault("printed no status") }
        guard !status.token.isEmpty || !status.clientCertificateData.isEmpty else {
            throw fault("handed out neither a token nor a client certificate")
        }
        guard status.clientCertificateData.isEmpty == status.clientKeyData.isEmpty else {
            throw fault("handed out half of a certificate and its key")
        }
        return status
    }

    private var isPath: Bool { command.contains("/") }

    private var isThere: Bool {
        if isPath { return access(command, X_OK) == 0 }
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return path.split(separator: ":").contains { access("\($0)/\(command)", X_OK) == 0 }
    }

    private func fault(_ text: String, _ hint: String? = nil) -> KubeError {
        KubeError(
            .credentials, "the credential plugin \"\(command)\" \(text)", file: place?.file,
            position: place?.position, hint: hint)
    }
}
