import ClusterModel

/// Requests that the API server refuses to a workload for lack of rights, as recent warnings and
/// the last words of its containers say.
///
/// - Exceptions: refusals by quota or admission; kubelets, which may read a pod's objects only while
///   the pod is theirs, so that each deletion leaves such warnings; containers that have recovered;
///   anything older than the window.
/// - Severity: medium.
/// - Evidence: the message, the service account, the verb and the resource.
enum RBACForbiddenDetector: Detector {
    static let rule = Rule(
        "AEG-404", .rbacForbidden, .medium, layer: .placement,
        "the API server refuses a workload's requests for lack of rights")

    static func findings(in view: ClusterView) -> [Finding] {
        fromPods(in: view) + fromOtherEvents(in: view)
    }

    private static func fromPods(in view: ClusterView) -> [Finding] {
        view.suspects.flatMap { pod in
            view.messages(about: pod).compactMap { message in
                guard let denial = denial(in: message.text) else { return nil }
                return finding(
                    denial, on: pod.key, cause: view.index.workload(of: pod), message.path,
                    message.moment, explainedBy: view.foundations(of: pod))
            }
        }
    }

    /// Controllers report their refusals on the objects they look after.
    private static func fromOtherEvents(in view: ClusterView) -> [Finding] {
        view.snapshot.events.compactMap { event in
            guard event.type == "Warning", event.involvedObject.kind != "Pod",
                view.isRecent(event.lastSeen),
                let denial = denial(in: event.message.string),
                let key = subject(of: event, denial, in: view)
            else { return nil }
            return finding(
                denial, on: key, cause: account(denial) ?? key,
                "events[reason=\(event.reason)].message", event.lastSeen)
        }
    }

    private static func denial(in text: String) -> MessageSignature.Denial? {
        guard case .forbidden(let denial) = MessageSignature(text),
            !denial.user.hasPrefix("system:node:")
        else { return nil }
        return denial
    }

    /// What the event is about while it exists; for kinds that are not read (an operator's own),
    /// the account that is refused.
    private static func subject(
        of event: Event, _ denial: MessageSignature.Denial, in view: ClusterView
    ) -> ObjectKey? {
        let object = event.involvedObject
        guard let kind = Kind(name: object.kind.string) else { return account(denial) }
        let key = ObjectKey(kind, object.namespace, object.name)
        return view.index.contains(key) ? key : nil
    }

    private static func account(_ denial: MessageSignature.Denial) -> ObjectKey? {
        denial.serviceAccount.map {
            ObjectKey(.serviceAccount, Symbol($0.namespace), Symbol($0.name))
        }
    }

    private static func finding(
        _ denial: MessageSignature.Denial, on key: ObjectKey, cause: ObjectKey, _ path: String,
        _ moment: Timestamp, explainedBy: [ObjectKey] = []
    ) -> Finding {
        Finding(
            rule, on: key, cause: Cause(cause, detail: "\(denial.verb) \(denial.resource)"),
            title: "may not \(denial.verb) \(denial.resource)", message: .message(denial, key),
            since: moment, evidence: [Evidence(key, path, "\(MessageSignature.forbidden(denial))")],
            explainedBy: explainedBy)
    }
}

extension String {
    fileprivate static func message(
        _ denial: MessageSignature.Denial, _ key: ObjectKey
    ) -> String {
        let place = denial.namespace.isEmpty ? "" : " in namespace \(denial.namespace)"
        return "The API server refuses \"\(denial.user)\" to \(denial.verb) \(denial.resource)"
            + "\(place), which \(key) needs."
    }
}
