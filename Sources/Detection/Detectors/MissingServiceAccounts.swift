import ClusterModel

/// Controllers that still lack pods because the ServiceAccount these are to run as is not there.
///
/// While a namespace is being filled, an account often comes a moment after what wants it; so only
/// accounts that are still missing count.
struct MissingServiceAccounts {
    private let view: ClusterView

    init(_ view: ClusterView) { self.view = view }

    var findings: [Finding] {
        CreationRefusals(view).filter { MessageText($0).missingServiceAccount != nil }
            .compactMap(finding)
    }

    private func finding(_ refusal: CreationRefusal) -> Finding? {
        guard let name = MessageText(refusal.message).missingServiceAccount else { return nil }
        let account = ObjectKey(.serviceAccount, refusal.controller.namespace, Symbol(name))
        let isKnownMissing =
            view.snapshot.isComplete(.serviceAccount, in: account.namespace)
            ? !view.index.contains(account) : nil
        guard isKnownMissing ?? refusal.isStanding else { return nil }
        return Finding(
            CreateContainerConfigErrorDetector.rule, on: refusal.owner, cause: Cause(account),
            title: "ServiceAccount \"\(account.name)\" does not exist",
            message: .message(refusal.owner, account, hint: view.hint(forMissing: account)),
            since: refusal.since, evidence: evidence(refusal, account),
            affected: [refusal.controller])
    }

    private func evidence(_ refusal: CreationRefusal, _ account: ObjectKey) -> [Evidence] {
        if refusal.serviceAccountName.isEmpty { return [refusal.evidence] }
        return [
            refusal.evidence,
            Evidence(
                refusal.controller, "\(refusal.templatePath).spec.serviceAccountName",
                account.name.string, note: "no such ServiceAccount in the namespace"),
        ]
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
