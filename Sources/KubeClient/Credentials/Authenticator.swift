internal import ClusterModel
internal import HTTP

/// Hands out the identity to send with, renewing what expires or is refused.
///
/// An actor, so that thirty requests that start together run a credential plugin once.
actor Authenticator {
    private let credential: Credential
    private let isInteractive: Bool
    private let time: TimeSource
    private var cached: ExecStatus?
    private var running: Task<Result<ExecStatus, KubeError>, Never>?

    init(_ credential: Credential, isInteractive: Bool, time: TimeSource) {
        self.credential = credential
        self.isInteractive = isInteractive
        self.time = time
    }

    /// - Parameter refused: what the server did not accept; something else is tried for if there
    ///   is a way, and the same comes back if there is none.
    func identity(insteadOf refused: Identity? = nil) async throws(KubeError) -> Identity {
        switch credential {
        case .none: return Identity()
        case .token(let token): return .bearer(token)
        case .basic(let username, let password):
            let text = Base64.encode(Array("\(username):\(password)".utf8))
            return Identity(authorization: "Basic \(text)")
        case .tokenFile(let path, let fallback):
            return .bearer(try token(in: path, fallback))
        case .plugin(let plugin):
            if let cached, refused == identity(cached) { self.cached = nil }
            return identity(try await status(plugin))
        }
    }

    /// Read each time: kubelets and agents exchange the file while we run.
    private func token(in path: String, _ fallback: String) throws(KubeError) -> String {
        do {
            let text = String(decoding: try FileBytes.read(path), as: UTF8.self).trimmed
            if !text.isEmpty { return text }
        } catch {
            if !fallback.isEmpty { return fallback }
            throw KubeError(.credentials, "the token file \(error.reason)", file: path)
        }
        if !fallback.isEmpty { return fallback }
        throw KubeError(.credentials, "the token file is empty", file: path)
    }

    private func identity(_ status: ExecStatus) -> Identity {
        var identity = status.token.isEmpty ? Identity() : Identity.bearer(status.token)
        if !status.clientCertificateData.isEmpty {
            identity.certificatePEM = Array(status.clientCertificateData.utf8)
            identity.keyPEM = Array(status.clientKeyData.utf8)
        }
        return identity
    }

    private func status(_ plugin: ExecPlugin) async throws(KubeError) -> ExecStatus {
        while true {
            if let cached, isValid(cached) { return cached }
            let task = running ?? start(plugin)
            let result = await withTaskCancellationHandler {
                await task.value
            } onCancel: {
                task.cancel()
            }
            if running == task { running = nil }
            // Someone else who waited for it was cancelled: start it again for us.
            if case .failure(let error) = result, error.code == .cancelled, !Task.isCancelled {
                continue
            }
            let status = try result.get()
            cached = status
            return status
        }
    }

    private func start(_ plugin: ExecPlugin) -> Task<Result<ExecStatus, KubeError>, Never> {
        let isInteractive = isInteractive
        let task = Task { () -> Result<ExecStatus, KubeError> in
            do throws(KubeError) {
                return .success(try await plugin.run(isInteractive: isInteractive))
            } catch {
                return .failure(error)
            }
        }
        running = task
        return task
    }

    private func isValid(_ status: ExecStatus) -> Bool {
        !status.expirationTimestamp.isSet
            || status.expirationTimestamp.seconds > time.unixSeconds()
    }
}
