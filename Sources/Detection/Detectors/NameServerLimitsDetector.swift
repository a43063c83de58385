import ClusterModel

/// Nodes whose resolver configuration names more servers or search domains than pods can have, so
/// that the kubelet leaves some out.
///
/// - Exceptions: warnings older than the window, or about pods that are gone.
/// - Severity: low.
/// - Evidence: the kubelet's event.
enum NameServerLimitsDetector: Detector {
    static let rule = Rule(
        "AEG-504", .dnsFailure, .low, layer: .advice,
        "a node's resolver configuration exceeds what pods can have")

    static func findings(in view: ClusterView) -> [Finding] {
        view.snapshot.events.compactMap { event in
            guard event.reason == "DNSConfigForming", view.isRecent(event.lastSeen),
                event.involvedObject.kind == "Pod"
            else { return nil }
            let object = event.involvedObject
            let key = ObjectKey(.pod, object.namespace, object.name)
            guard let place = view.index.position(of: key) else { return nil }
            let pod = view.snapshot.pods[place]
            guard pod.metadata.uid == object.uid || object.uid.isEmpty || pod.metadata.uid.isEmpty
            else { return nil }
            // Every pod of the node gets the same warning.
            let cause =
                pod.spec.nodeName.isEmpty ? key : ObjectKey(.node, .empty, pod.spec.nodeName)
            let words = event.message.excerpt
            return Finding(
                rule, on: key, cause: Cause(cause, detail: "DNSConfigForming"),
                title: "has more name servers or search domains than pods can have",
                message:
                    "The kubelet cannot give \(key) all of the resolver configuration: \(words)",
                since: event.lastSeen,
                evidence: [Evidence(key, "events[reason=DNSConfigForming].message", words)])
        }
    }
}
