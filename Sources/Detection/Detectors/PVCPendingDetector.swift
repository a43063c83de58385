import ClusterModel

/// Claims that get no storage: the class is missing, no volume matches, provisioning fails, or the
/// volume is gone.
///
/// - Exceptions: claims that have just been made; a class that binds with the first pod, as long as
///   no pod wants the claim or its pod waits for something else.
/// - Severity: high.
/// - Evidence: the claim's phase, class and size; the nearest class; the provisioner's words.
enum PVCPendingDetector: Detector {
    static let rule = Rule(
        "AEG-202", .pvcPending, .high, layer: .reference, "a claim gets no storage")

    static func findings(in view: ClusterView) -> [Finding] {
        let users = claimUsers(in: view)
        return view.snapshot.persistentVolumeClaims.compactMap { claim in
            if claim.metadata.isTerminating { return nil }
            switch claim.status.phase {
            case "Lost":
                return finding(claim, lost(claim, in: view), users[claim.key] ?? [], in: view)
            case "Pending" where !view.isFresh(claim.metadata):
                return pending(claim, users[claim.key] ?? [], in: view)
            default: return nil
            }
        }
    }

    /// What is wrong with a claim, and on which object it is reported.
    private struct Fault {
        let words: String
        let evidence: [Evidence]
        var cause: ObjectKey?
    }

    /// Pods that wait with each claim.
    private static func claimUsers(in view: ClusterView) -> [ObjectKey: [Pod]] {
        var users: [ObjectKey: [Pod]] = [:]
        for pod in view.suspects where pod.status.phase == "Pending" {
            for volume in pod.spec.volumes {
                guard let name = volume.source.persistentVolumeClaim?.claimName else { continue }
                let key = ObjectKey(.persistentVolumeClaim, pod.metadata.namespace, name)
                users[key, default: []].append(pod)
            }
        }
        return users
    }

    private static func lost(_ claim: PersistentVolumeClaim, in view: ClusterView) -> Fault {
        Fault(
            words: "its volume \"\(claim.spec.volumeName)\" is gone, and what was on it",
            evidence: [
                Evidence(claim.key, "status.phase", "Lost"),
                Evidence(claim.key, "spec.volumeName", claim.spec.volumeName.string),
            ])
    }

    private static func pending(
        _ claim: PersistentVolumeClaim, _ users: [Pod], in view: ClusterView
    ) -> Finding? {
        if let fault = classFault(claim, in: view) { return finding(claim, fault, users, in: view) }
        // Its class may be one that waits for a pod.
        guard view.snapshot.isComplete(.storageClass) else { return nil }
        let storageClass = claim.spec.storageClassName.flatMap { self.storageClass($0, in: view) }
        let failure = view.events(about: claim.key, createdAt: claim.metadata.creationTimestamp)
            .last { $0.reason == "ProvisioningFailed" || $0.reason == "FailedBinding" }
        if storageClass?.volumeBindingMode == "WaitForFirstConsumer" {
            // With a pod that waits for the claim alone, the provisioner has been asked.
            guard !users.isEmpty, let failure, failure.reason == "ProvisioningFailed" else {
                return nil
            }
        }
        let words = failure?.message.excerpt ?? volumeFault(claim, in: view)
        var evidence = [Evidence(claim.key, "status.phase", "Pending")]
        if let failure {
            evidence.append(
                Evidence(claim.key, "events[reason=\(failure.reason)].message", words))
        }
        return finding(claim, Fault(words: words, evidence: evidence), users, in: view)
    }

    private static func classFault(
        _ claim: PersistentVolumeClaim, in view: ClusterView
    ) -> Fault? {
        guard view.snapshot.isComplete(.storageClass), let name = claim.spec.storageClassName,
            !name.isEmpty, storageClass(name, in: view) == nil,
            // A class without an object is how volumes made by hand are matched.
            !view.snapshot.persistentVolumes.contains(where: { $0.spec.storageClassName == name })
        else { return nil }
        let names = view.snapshot.storageClasses.map(\.metadata.name)
        let near = nearestName(to: name.string, among: names)
        let hint =
            near.map { "; there is \"\($0)\"" }
            ?? (names.isEmpty
                ? "; there is no class at all"
                : "; there are \(names.prefix(10).map(\.string).joined(separator: ", "))"
                    + (names.count > 10 ? " and \(names.count - 10) more" : ""))
        return Fault(
            words: "storage class \"\(name)\" does not exist\(hint)",
            evidence: [
                Evidence(
                    claim.key, "spec.storageClassName", name.string, note: "no such StorageClass")
            ], cause: ObjectKey(.storageClass, .empty, name))
    }

    private static func storageClass(_ name: Symbol, in view: ClusterView) -> StorageClass? {
        view.index.position(of: ObjectKey(.storageClass, .empty, name))
            .map { view.snapshot.storageClasses[$0] }
    }

    /// Why none of the volumes that are there will do.
    private static func volumeFault(
        _ claim: PersistentVolumeClaim, in view: ClusterView
    ) -> String {
        guard view.snapshot.isComplete(.persistentVolume) else { return "it is not bound" }
        if claim.spec.storageClassName == nil,
            !view.snapshot.storageClasses.contains(where: \.isDefault)
        {
            return "it names no storage class, and none is the default"
        }
        let wanted = claim.spec.resources.requests["storage"] ?? Quantity()
        let open = view.snapshot.persistentVolumes.filter {
            $0.status.phase == "Available"
                && $0.spec.storageClassName == claim.spec.storageClassName ?? .empty
        }
        if open.isEmpty { return "no volume of its class is available" }
        let large = open.filter { ($0.spec.capacity["storage"] ?? Quantity()) >= wanted }
        if large.isEmpty { return "no available volume has \(wanted)" }
        let modes = claim.spec.accessModes
        let fits = large.contains { volume in modes.allSatisfy(volume.spec.accessModes.contains) }
        return fits
            ? "it is not bound"
            : "no available volume has access mode "
                + modes.map(\.string).joined(separator: ", ")
    }

    private static func finding(
        _ claim: PersistentVolumeClaim, _ fault: Fault, _ users: [Pod], in view: ClusterView
    ) -> Finding {
        Finding(
            rule, on: claim.key, cause: Cause(fault.cause ?? claim.key),
            title: "claims get no storage",
            message: "\(claim.key) is \(claim.status.phase): \(fault.words).",
            since: claim.metadata.creationTimestamp, evidence: fault.evidence,
            affected: users.map(\.key))
    }
}
