import ClusterModel

/// Objects of any kind that were deleted and do not go: pods whose kubelet does not confirm their
/// end, and whatever finalizers hold.
///
/// - Exceptions: the object's own grace period and five minutes; what a stuck namespace still
///   contains (part of the namespace's incident); pods on a dead node (part of the node's).
/// - Severity: medium.
/// - Evidence: the deletion's time, the finalizers, what the namespace says of its remains.
enum TerminatingStuckDetector: Detector {
    static let rule = Rule(
        "AEG-111", .terminatingStuck, .medium, layer: .workload,
        "an object was deleted and does not go")

    static func findings(in view: ClusterView) -> [Finding] {
        var collector = StuckCollector(view)
        var snapshot = view.snapshot
        try? snapshot.each(&collector)
        let holders = ClaimHolders(view, collector.stuck)
        let contents = Dictionary(grouping: collector.stuck, by: \.key.namespace)
        return collector.stuck.compactMap { object in
            if object.key.kind == .namespace {
                return namespaceFinding(in: view, object, contents[object.key.name] ?? [])
            }
            let namespace = ObjectKey(.namespace, .empty, object.key.namespace)
            return collector.stuckNamespaces.contains(namespace)
                ? nil : finding(in: view, object, holders)
        }
    }

    private static func finding(
        in view: ClusterView, _ object: StuckObject, _ holders: ClaimHolders
    ) -> Finding {
        let owner = view.index.owners(of: object.metadata).last ?? object.key
        let user = holders.pod(using: object.key)
        return Finding(
            rule, on: object.key, cause: Cause(owner), title: .title(object),
            message: .message(view, object, user), since: object.metadata.deletionTimestamp,
            evidence: object.evidence
                + (user.map {
                    [Evidence($0, "spec.volumes", object.key.name.string, note: "uses the claim")]
                } ?? []),
            explainedBy: view.nodes(of: [object]))
    }

    private static func namespaceFinding(
        in view: ClusterView, _ object: StuckObject, _ contents: [StuckObject]
    ) -> Finding {
        Finding(
            rule, on: object.key, cause: Cause(object.key), title: .title(object),
            message: .message(view, namespace: object, contents),
            since: object.metadata.deletionTimestamp,
            evidence: object.evidence + view.remains(in: object.key)
                + contents.prefix(5).flatMap(\.evidence),
            explainedBy: view.nodes(of: contents), affected: contents.map(\.key))
    }
}

/// An object that should be gone.
private struct StuckObject {
    let key: ObjectKey
    let metadata: ObjectMeta

    var evidence: [Evidence] {
        [
            Evidence(
                key, "metadata.deletionTimestamp", metadata.deletionTimestamp.rfc3339)
        ]
            + metadata.finalizers.enumerated().map { i, finalizer in
                Evidence(
                    key, "metadata.finalizers[\(i)]", finalizer.string,
                    note: meaning(ofFinalizer: finalizer.string) ?? "")
            }
    }
}

private struct StuckCollector: ObjectListVisitor {
    private let view: ClusterView
    private(set) var stuck: [StuckObject] = []
    private(set) var stuckNamespaces: Set<ObjectKey> = []

    /// Seconds past the grace period in which a kubelet or a controller may still be at it.
    private static let patience = 300

    init(_ view: ClusterView) { self.view = view }

    mutating func visit<T: KubeObject>(_ objects: inout [T]) {
        if T.kind == .event { return }
        // By index: going over a million pods by value would copy each.
        for i in objects.indices where objects[i].metadata.isTerminating {
            let (key, metadata) = (objects[i].key, objects[i].metadata)
            let grace = max(0, metadata.deletionGracePeriodSeconds ?? 0)
            guard view.age(metadata.deletionTimestamp) - Self.patience > grace else { continue }
            stuck.append(StuckObject(key: key, metadata: metadata))
            if T.kind == .namespace { stuckNamespaces.insert(key) }
        }
    }
}

/// The pods that keep stuck claims in use.
private struct ClaimHolders {
    private var podByClaim: [ObjectKey: ObjectKey] = [:]

    init(_ view: ClusterView, _ stuck: [StuckObject]) {
        let claims = stuck.lazy.map(\.key).filter { $0.kind == .persistentVolumeClaim }
        for namespace in Set(claims.map(\.namespace)) {
            for pod in view.index.pods(inNamespace: namespace) where !pod.isFinished {
                for volume in pod.spec.volumes {
                    guard let name = volume.source.persistentVolumeClaim?.claimName else {
                        continue
                    }
                    let claim = ObjectKey(.persistentVolumeClaim, namespace, name)
                    if podByClaim[claim] == nil { podByClaim[claim] = pod.key }
                }
            }
        }
    }

    func pod(using claim: ObjectKey) -> ObjectKey? { podByClaim[claim] }
}

extension ClusterView {
    /// The nodes of the pods among these objects.
    fileprivate func nodes(of objects: [StuckObject]) -> [ObjectKey] {
        objects.compactMap { nodeName(of: $0).map { ObjectKey(.node, .empty, $0) } }
    }

    fileprivate func nodeName(of object: StuckObject) -> Symbol? {
        guard object.key.kind == .pod, let place = index.position(of: object.key) else {
            return nil
        }
        let name = snapshot.pods[place].spec.nodeName
        return name.isEmpty ? nil : name
    }

    /// What a terminating namespace says of what keeps it.
    fileprivate func remains(in key: ObjectKey) -> [Evidence] {
        guard let place = index.position(of: key) else { return [] }
        return snapshot.namespaces[place].status.conditions.enumerated().compactMap {
            i, condition in
            guard condition.status == "True", !condition.message.isEmpty else { return nil }
            return Evidence(key, "status.conditions[\(i)].message", condition.message.excerpt)
        }
    }
}

extension String {
    fileprivate static func title(_ object: StuckObject) -> String {
        let finalizers = object.metadata.finalizers
        if finalizers.isEmpty { return "deletion does not end" }
        return "deletion is held by \(finalizers.map(\.string).joined(separator: ", "))"
    }

    fileprivate static func message(
        _ view: ClusterView, _ object: StuckObject, _ user: ObjectKey?
    ) -> String {
        let age = ageText(view.age(object.metadata.deletionTimestamp))
        let start = "\(object.key) has been terminating for \(age)"
        if !object.metadata.finalizers.isEmpty {
            let used = user.map { "; \($0) still uses it" } ?? ""
            return "\(start), held by \(finalizers(of: object))\(used)."
        }
        guard let node = view.nodeName(of: object) else { return "\(start)." }
        let isGone =
            view.snapshot.isComplete(.node) && !view.index.contains(ObjectKey(.node, .empty, node))
        return isGone
            ? "\(start): its node \(node) is gone, so nobody confirms that it ended."
            : "\(start): the kubelet on \(node) has not confirmed that its containers ended."
    }

    fileprivate static func message(
        _ view: ClusterView, namespace object: StuckObject, _ contents: [StuckObject]
    ) -> String {
        let age = ageText(view.age(object.metadata.deletionTimestamp))
        let start = "\(object.key) has been terminating for \(age)"
        if let held = contents.first(where: { !$0.metadata.finalizers.isEmpty }) {
            return "\(start): it still contains \(held.key), held by \(finalizers(of: held))."
        }
        if let first = contents.first { return "\(start): it still contains \(first.key)." }
        let words = view.remains(in: object.key).map(\.value).joined(separator: " ")
        return words.isEmpty ? "\(start)." : "\(start): \(words)"
    }

    private static func finalizers(of object: StuckObject) -> String {
        let names = object.metadata.finalizers.map { finalizer in
            let why = meaning(ofFinalizer: finalizer.string).map { " (\($0))" } ?? ""
            return "\(finalizer)\(why)"
        }
        return (names.count == 1 ? "finalizer " : "finalizers ") + names.joined(separator: ", ")
    }
}
