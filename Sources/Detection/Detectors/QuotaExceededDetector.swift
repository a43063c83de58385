import ClusterModel

/// Pods that are not created because a ResourceQuota or a LimitRange forbids them, and quotas that
/// are nearly used up.
///
/// - Exceptions: refusals that have passed (the controller has its pods).
/// - Severity: high for a refusal, medium for 95 % and more of a quota.
/// - Evidence: the refusal word for word, what is used of what.
enum QuotaExceededDetector: Detector {
    static let rule = Rule(
        "AEG-205", .quotaExceeded, .high, layer: .cluster,
        "a ResourceQuota or LimitRange keeps pods from being created, or is nearly used up")

    private static let nearlyFull = 95

    static func findings(in view: ClusterView) -> [Finding] {
        let refused = CreationRefusals(view).filter { Refusal($0) != nil }
            .compactMap { finding($0, in: view) }
        let reported = Set(refused.map(\.cause.object))
        return refused
            + view.snapshot.resourceQuotas.filter { !reported.contains($0.key) }
            .compactMap(nearlyFull)
    }

    private enum Refusal {
        case quota(name: String)
        case limitRange

        init?(_ message: Symbol) {
            let text = MessageText(message)
            if text.says("exceeded quota") {
                self = .quota(name: text.word(after: "exceeded quota: ") ?? "")
            } else if text.says("failed quota: ") {
                self = .quota(name: Self.name(text.word(after: "failed quota: ")))
            } else if text.says(
                "maximum cpu usage per", "maximum memory usage per", "minimum cpu usage per",
                "minimum memory usage per", "limit to request ratio per",
                "maximum ephemeral-storage usage per", "minimum ephemeral-storage usage per")
            {
                self = .limitRange
            } else {
                return nil
            }
        }

        private static func name(_ word: String?) -> String {
            guard let word else { return "" }
            return word.hasSuffix(":") ? String(word.dropLast()) : word
        }
    }

    private static func finding(_ refusal: CreationRefusal, in view: ClusterView) -> Finding? {
        guard let kind = Refusal(refusal.message) else { return nil }
        let namespace = refusal.controller.namespace
        let cause: ObjectKey
        switch kind {
        case .quota(let name): cause = ObjectKey(.resourceQuota, namespace, Symbol(name))
        case .limitRange:
            // The message does not name it; a namespace has one, as a rule.
            let ranges = view.snapshot.limitRanges.filter { $0.metadata.namespace == namespace }
            cause = ranges.count == 1 ? ranges[0].key : refusal.owner
        }
        return Finding(
            rule, on: refusal.owner, cause: Cause(cause),
            title: "\(cause.kind.name) keeps pods from being created",
            message: .refused(refusal, cause), since: refusal.since,
            evidence: [refusal.evidence] + use(of: cause, in: view), affected: [refusal.controller])
    }

    private static func use(of cause: ObjectKey, in view: ClusterView) -> [Evidence] {
        guard cause.kind == .resourceQuota, let place = view.index.position(of: cause) else {
            return []
        }
        let status = view.snapshot.resourceQuotas[place].status
        return status.hard.entries.compactMap { entry in
            status.used[entry.name].map {
                Evidence(
                    cause, "status.used[\(entry.name)]", "\($0)", note: "of \(entry.amount)")
            }
        }
    }

    private static func nearlyFull(_ quota: ResourceQuota) -> Finding? {
        let full = quota.status.hard.entries.filter { entry in
            guard let used = quota.status.used[entry.name], !entry.amount.isZero else {
                return false
            }
            return used.percent(of: entry.amount) >= nearlyFull
        }
        guard !full.isEmpty else { return nil }
        return Finding(
            rule, on: quota.key, cause: Cause(quota.key), severity: .medium,
            title: "is nearly used up", message: .nearlyFull(quota, full),
            evidence: full.map { entry in
                Evidence(
                    quota.key, "status.used[\(entry.name)]",
                    "\(quota.status.used[entry.name] ?? Quantity())", note: "of \(entry.amount)")
            })
    }
}

extension Quantity {
    /// In whole percent, rounded down.
    func percent(of whole: Quantity) -> Int {
        whole.milli > 0 ? Int(min(Double(milli) / Double(whole.milli) * 100, 1e9)) : 0
    }
}

extension String {
    fileprivate static func refused(_ refusal: CreationRefusal, _ cause: ObjectKey) -> String {
        "\(refusal.owner) lacks pods because \(cause) forbids them: \(refusal.message.excerpt)"
    }

    fileprivate static func nearlyFull(
        _ quota: ResourceQuota, _ full: [ResourceList.Entry]
    ) -> String {
        let parts = full.map { entry in
            "\(quota.status.used[entry.name] ?? Quantity()) of \(entry.amount) \(entry.name)"
        }
        return "\(quota.key) is nearly used up: \(parts.joined(separator: ", ")). What comes next "
            + "will be refused."
    }
}
