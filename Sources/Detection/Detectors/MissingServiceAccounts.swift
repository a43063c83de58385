import ClusterModel

/// Controllers that still lack pods because the ServiceAccount these are to run as is not there.
///
/// While a namespace is being filled, an account often comes a moment after what wants it, and
/// leaves FailedCreate events behind; so only controllers that lack pods now count, and only
/// accounts that are still missing.
struct MissingServiceAccounts {
    private let view: ClusterView

    init(_ view: ClusterView) { self.view = view }

    var findings: [Finding] {
        let snapshot = view.snapshot
        return
            snapshot.deployments.compactMap {
                $0.createFailure == nil ? nil : finding($0, $0.createFailure)
            }
            + snapshot.replicaSets.compactMap {
                $0.status.replicas < $0.desiredReplicas ?? 1 ? finding($0, $0.createFailure) : nil
            }
            + snapshot.statefulSets.compactMap {
                $0.status.replicas < $0.desiredReplicas ?? 1 ? finding($0, nil) : nil
            }
            + snapshot.daemonSets.compactMap {
                $0.status.currentNumberScheduled < $0.status.desiredNumberScheduled
                    ? finding($0, nil) : nil
            }
            + snapshot.jobs.compactMap { $0.lacksPods ? finding($0, nil) : nil }
    }

    /// - Parameter failure: what the object itself says, which stands without the list of accounts.
    private func finding(_ controller: some Workload, _ failure: CreateFailure?) -> Finding? {
        guard let refusal = failure.flatMap(refusal) ?? eventRefusal(controller) else {
            return nil
        }
        let account = ObjectKey(
            .serviceAccount, controller.metadata.namespace, Symbol(refusal.account))
        let isKnownMissing =
            view.snapshot.isComplete(.serviceAccount, in: account.namespace)
            ? !view.index.contains(account) : nil
        guard isKnownMissing ?? refusal.isStanding else { return nil }
        let owner = view.index.owners(of: controller.metadata).last ?? controller.key
        return Finding(
            CreateContainerConfigErrorDetector.rule, on: owner, cause: Cause(account),
            title: "ServiceAccount \"\(account.name)\" does not exist",
            message: .message(owner, account, hint: view.hint(forMissing: account)),
            since: refusal.since, evidence: evidence(controller, refusal, account),
            affected: [controller.key])
    }

    private func evidence(
        _ controller: some Workload, _ refusal: Refusal, _ account: ObjectKey
    ) -> [Evidence] {
        var evidence = [Evidence(controller.key, refusal.path, refusal.message.excerpt)]
        if !controller.template.spec.serviceAccountName.isEmpty {
            evidence.append(
                Evidence(
                    controller.key, "\(controller.templatePath).spec.serviceAccountName",
                    account.name.string, note: "no such ServiceAccount in the namespace"))
        }
        return evidence
    }

    private func refusal(_ failure: CreateFailure) -> Refusal? {
        guard let account = MessageText(failure.message).missingServiceAccount else { return nil }
        return Refusal(
            account: account, message: failure.message, path: failure.path, since: failure.since,
            isStanding: true)
    }

    private func eventRefusal(_ controller: some Workload) -> Refusal? {
        let created = controller.metadata.creationTimestamp
        for event in view.events(about: controller.key, createdAt: created).reversed()
        where event.reason == "FailedCreate" {
            guard let account = MessageText(event.message).missingServiceAccount else { continue }
            return Refusal(
                account: account, message: event.message,
                path: "events[reason=FailedCreate].message",
                since: event.firstTimestamp, isStanding: false)
        }
        return nil
    }
}

/// A refusal to create pods, as a controller's condition tells it.
private struct CreateFailure {
    let message: Symbol
    let path: String
    let since: Timestamp

    /// - Parameter conditions: type, status, message and time of each; two kinds have them in
    ///   two dialects.
    init?(_ conditions: [(Symbol, Symbol, Symbol, Timestamp)]) {
        guard
            let place = conditions.firstIndex(where: { $0.0 == "ReplicaFailure" && $0.1 == "True" })
        else { return nil }
        message = conditions[place].2
        path = "status.conditions[\(place)].message"
        since = conditions[place].3
    }
}

private struct Refusal {
    let account: String
    let message: Symbol
    let path: String
    let since: Timestamp
    /// True if the object itself says so now, not merely an event.
    let isStanding: Bool
}

extension ReplicaSet {
    fileprivate var createFailure: CreateFailure? {
        CreateFailure(
            status.conditions.map { ($0.type, $0.status, $0.message, $0.lastTransitionTime) })
    }
}

extension Deployment {
    fileprivate var createFailure: CreateFailure? {
        CreateFailure(
            status.conditions.map { ($0.type, $0.status, $0.message, $0.lastTransitionTime) })
    }
}

extension Job {
    /// True while it is to run and has no pod, and has not had enough of them.
    fileprivate var lacksPods: Bool {
        let isOver = status.conditions.contains {
            ($0.type == "Complete" || $0.type == "Failed" || $0.type == "Suspended")
                && $0.status == "True"
        }
        return !isOver && !spec.suspend && status.active == 0
            && status.succeeded < spec.completions ?? 1
    }
}

extension MessageText {
    /// `pods "web-" is forbidden: error looking up service account shop/builder: serviceaccount
    /// "builder" not found`.
    fileprivate var missingServiceAccount: String? {
        guard says("not found") else { return nil }
        return text(after: "serviceaccount \"", until: "\"")
    }
}

extension String {
    fileprivate static func message(
        _ owner: ObjectKey, _ account: ObjectKey, hint: String
    ) -> String {
        "\(owner) cannot create pods: they are to run as \(account), which does not exist"
            + (hint.isEmpty ? "." : "; \(hint)")
    }
}
