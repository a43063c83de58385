import Analysis
import ClusterModel
import Detection
import KubeClient
import Shadow

/// Asks the API server of a live cluster what it would say to a fix. Nothing is stored (`dryRun=All`).
struct ServerTrial {
    private let client: KubeClient

    /// Nil if there is no way to the server any more.
    init?(source: LiveSource) {
        guard let client = try? source.connect() else { return nil }
        self.client = client
    }

    func close() { client.close() }

    /// Nil for a fix that cannot be tried in one request: what is deleted or made anew.
    func check(_ fix: Fix) async -> Check? {
        for patch in fix.patches {
            guard let action = patch.action else { return nil }
            do {
                try await tryOut(patch, action)
            } catch {
                if error.isRefusal {
                    return .server(.failed, "the API server refuses it: \(error)")
                }
                return .server(.skipped, "not known: what the API server says (\(error))")
            }
        }
        return .server(.passed, "the API server accepts it (dry run)")
    }

    /// Older servers do not have the newest version of every kind.
    private func tryOut(_ patch: Patch, _ action: WriteRequest.Action) async throws(KubeError) {
        let target = patch.target
        let versions = target.kind.groupVersions
        for (i, version) in versions.enumerated() {
            let path = ResourcePath(
                version, target.kind.plural,
                namespace: target.namespace.isEmpty ? nil : target.namespace.string,
                name: patch.kind == .create ? nil : target.name.string)
            do {
                try await client.write(WriteRequest(path, action, isDryRun: true))
                return
            } catch {
                if error.code == .api(404), i + 1 < versions.count { continue }
                throw error
            }
        }
    }
}

extension Patch {
    fileprivate var action: WriteRequest.Action? {
        switch kind {
        case .strategicMerge: .patch(body, .strategic)
        case .merge: .patch(body, .merge)
        case .json: .patch(body, .json)
        case .create: .create(body)
        case .delete, .recreate, .rollback: nil
        }
    }
}
