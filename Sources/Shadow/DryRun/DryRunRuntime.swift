internal import Analysis
internal import ClusterModel
internal import Detection
package import KubeClient

/// Asks the API server what it would make of each patch (`dryRun=All`): validation, defaults,
/// admission webhooks, quotas of what is created. Nothing is stored, so nothing has to be cleared
/// away, and nobody's consent is needed.
package struct DryRunRuntime: Runtime {
    package let name = RuntimeName.dryRun
    private let objects: LiveObjects

    package init(_ objects: LiveObjects) { self.objects = objects }

    package func prove(_ change: ProposedChange) async throws -> Proof {
        Proof(try await answers(to: change).map(\.check))
    }

    /// A patch, and what the server says of it.
    struct Answer: Sendable {
        let patch: Patch
        /// Nil where the object is not there.
        let before: JSONValue?
        /// Nil where the server refuses, or the object would be gone.
        let after: JSONValue?
        let check: ShadowCheck
    }

    func answers(to change: ProposedChange) async throws -> [Answer] {
        var answers: [Answer] = []
        for patch in change.patches {
            let before = try await objects.document(of: patch.target)
            if let before { try change.checkContainers(of: patch.target, before) }
            answers.append(try await answer(to: patch, before))
        }
        return answers
    }

    private func answer(to patch: Patch, _ before: JSONValue?) async throws -> Answer {
        if before == nil, patch.kind != .create { throw ShadowError.noTarget(patch.target) }
        let write = try objects.write(patch, isDryRun: true)
        do throws(KubeError) {
            let after = try await objects.client.write(write)
            let check = ShadowCheck(
                "api-server", .passed, "the API server admits the change of \(patch.target)")
            return Answer(
                patch: patch, before: before, after: patch.kind == .delete ? nil : after,
                check: check)
        } catch {
            guard let check = ShadowCheck(refusal: error, of: patch.target) else { throw error }
            return Answer(patch: patch, before: before, after: nil, check: check)
        }
    }
}

extension KubeError {
    /// True if the server has judged the change itself: it is invalid, or admission forbids it. Who
    /// may not patch learns nothing of the patch.
    package var isRefusal: Bool {
        switch code {
        case .api(400), .api(409), .api(413), .api(422): true
        case .api(403): MessageSignature(message) == nil
        default: false
        }
    }
}

extension ShadowCheck {
    /// What the server's no says of the change; nil if it says nothing of it: that the server cannot
    /// be reached, or that the user is not known.
    init?(refusal error: KubeError, of target: ObjectKey) {
        guard case .api = error.code else { return nil }
        let words = ShadowError.hiding(error, of: target)?.description ?? error.message
        self.init("api-server", error.isRefusal ? .failed : .inconclusive, words)
    }
}
