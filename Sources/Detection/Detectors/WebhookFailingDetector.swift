import ClusterModel

/// Admission webhooks that must answer and cannot: every request they are asked about is refused.
///
/// - Exceptions: `failurePolicy: Ignore`; webhooks at a URL; Services or pods that could not be
///   read; pods that have just been created.
/// - Severity: critical.
/// - Evidence: the Service named, and that it is missing or has no ready pod.
enum WebhookFailingDetector: Detector {
    static let rule = Rule(
        "AEG-206", .webhookFailing, .critical, layer: .cluster,
        "an admission webhook that must answer has no Service or no endpoints")

    static func findings(in view: ClusterView) -> [Finding] {
        let labels = WorkloadLabels(view.snapshot)
        return view.snapshot.mutatingWebhooks.flatMap {
            findings($0.key, $0.metadata, $0.webhooks, labels, in: view)
        }
            + view.snapshot.validatingWebhooks.flatMap {
                findings($0.key, $0.metadata, $0.webhooks, labels, in: view)
            }
    }

    private static func findings(
        _ key: ObjectKey, _ metadata: ObjectMeta, _ webhooks: [Webhook], _ labels: WorkloadLabels,
        in view: ClusterView
    ) -> [Finding] {
        webhooks.enumerated().compactMap { i, webhook in
            guard webhook.failurePolicy != "Ignore", !webhook.rules.isEmpty,
                let reference = webhook.clientConfig.service,
                let fault = fault(of: reference, labels, in: view)
            else { return nil }
            return Finding(
                rule, on: key, cause: Cause(key, detail: webhook.name.string),
                title: "webhook \"\(webhook.name)\" cannot answer",
                message: .message(key, webhook, fault.words), since: fault.since,
                evidence: [
                    Evidence(
                        key, "webhooks[\(i)].clientConfig.service",
                        "\(reference.namespace)/\(reference.name)", note: fault.note),
                    Evidence(
                        key, "webhooks[\(i)].failurePolicy", webhook.failurePolicy.or("Fail").string
                    ),
                ], affected: fault.affected)
        }
    }

    private struct Fault {
        let words: String
        let note: String
        var since = Timestamp()
        var affected: [ObjectKey] = []
    }

    private static func fault(
        of reference: ServiceReference, _ labels: WorkloadLabels, in view: ClusterView
    ) -> Fault? {
        let (namespace, name) = (reference.namespace, reference.name)
        guard view.snapshot.isComplete(.service, in: namespace) else { return nil }
        guard let service = view.index.service(namespace, name) else {
            return Fault(
                words: "Service \(namespace)/\(name) does not exist", note: "no such Service")
        }
        guard view.snapshot.isComplete(.pod, in: namespace),
            let backends = view.backends(of: service), backends.ready.isEmpty,
            backends.pods.isEmpty || !backends.pods.allSatisfy({ view.isFresh($0.metadata) })
        else { return nil }
        let count = backends.pods.count
        let workloads = labels.matching(service.spec.selector, in: namespace).map(\.key)
        return Fault(
            words: "\(service.key) has no ready pod (\(count) in all)",
            note: "\(count) pods, 0 ready",
            since: backends.pods.compactMap { $0.status.condition("Ready")?.lastTransitionTime }
                .max() ?? Timestamp(),
            affected: [service.key] + backends.pods.map(\.key) + workloads)
    }
}

extension String {
    fileprivate static func message(
        _ key: ObjectKey, _ webhook: Webhook, _ fault: String
    ) -> String {
        let operations = Set(webhook.rules.flatMap(\.operations)).sorted().map(\.string)
        let resources = Set(webhook.rules.flatMap(\.rule.resources)).sorted().map(\.string)
        return
            "Webhook \"\(webhook.name)\" of \(key) cannot answer: \(fault). Its failurePolicy is "
            + "Fail, so the API server refuses \(operations.joined(separator: ", ")) of "
            + "\(resources.joined(separator: ", "))."
    }
}
