import Analysis
import ClusterModel
import Detection
import KubeClient
import StructuredData

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
            guard let change = patch.dryRun else { return nil }
            do {
                try await tryOut(patch, change)
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
    private func tryOut(_ patch: Patch, _ change: DryRun.Change) async throws(KubeError) {
        let target = patch.target
        let versions = target.kind.groupVersions
        for (i, version) in versions.enumerated() {
            let path = ResourcePath(
                version, target.kind.plural,
                namespace: target.namespace.isEmpty ? nil : target.namespace.string,
                name: change == .create ? nil : target.name.string)
            let dryRun = DryRun(change, of: path, body: patch.body.bytes(.json))
            do {
                return try await client.tryOut(dryRun)
            } catch {
                if error.code == .api(404), i + 1 < versions.count { continue }
                throw error
            }
        }
    }
}

extension Patch {
    fileprivate var dryRun: DryRun.Change? {
        switch kind {
        case .strategicMerge: .strategicMerge
        case .merge: .merge
        case .json: .json
        case .create: .create
        case .delete, .recreate, .rollback: nil
        }
    }
}

extension KubeError {
    /// True if the server has judged the change itself: it is invalid, or admission forbids it. Who
    /// may not patch learns nothing of the patch.
    fileprivate var isRefusal: Bool {
        switch code {
        case .api(400), .api(409), .api(422): true
        case .api(403): MessageSignature(message) == nil
        default: false
        }
    }
}
