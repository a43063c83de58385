internal import ClusterModel
package import HTTP
internal import KubeClient

/// Takes namespaces of aegis' own away, and stays until they are gone.
package struct Removal: Sendable {
    private let objects: LiveObjects
    private let time: TimeSource
    /// Seconds; a kubelet needs a few for each pod.
    private static let patience = 90

    package init(_ objects: LiveObjects, time: TimeSource = .system) {
        self.objects = objects
        self.time = time
    }

    /// Only namespaces that carry aegis' label are touched: the name alone is no proof.
    package func remove(_ namespaces: [String], wasInterrupted: Bool = false) async throws {
        var left = namespaces
        let start = time.now()
        var failure: KubeError?
        // A creation whose answer was not waited for may still be on its way.
        if wasInterrupted { try await time.sleep(.milliseconds(500)) }
        while !left.isEmpty {
            var remaining: [String] = []
            for name in left {
                do throws(KubeError) {
                    if try await isThere(name) { remaining.append(name) }
                } catch {
                    // A connection that was lost may come back.
                    guard error.code != .cancelled else { throw error }
                    failure = error
                    remaining.append(name)
                }
            }
            left = remaining
            if left.isEmpty { return }
            if time.now() - start > .seconds(Self.patience) {
                let names = left.joined(separator: ", ")
                throw failure
                    ?? KubeError(.api(409), "\(names) still ends after \(Self.patience) s")
            }
            try await time.sleep(.milliseconds(500))
        }
    }

    /// Asks for the end of a namespace that is still there.
    private func isThere(_ name: String) async throws(KubeError) -> Bool {
        let path = ResourcePath(GroupVersion("", "v1"), "namespaces", name: name)
        guard let namespace = try await objects.client.document(at: path) else { return false }
        let metadata = namespace["metadata"]
        guard metadata?["labels"]?[ShadowLabels.owner] == .string(ShadowLabels.ownerValue) else {
            return false
        }
        if metadata?["deletionTimestamp"] == nil {
            let uid = metadata?["uid"]?.text ?? ""
            do throws(KubeError) {
                try await objects.client.write(WriteRequest(path, .delete(uid: uid)))
            } catch {
                if error.code != .api(404), error.code != .api(409) { throw error }
            }
        }
        return true
    }
}
