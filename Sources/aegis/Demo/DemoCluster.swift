/// The cluster behind `--demo`: a small web shop on four machines, as an API server would return
/// it, with these incidents and, beside them, much that looks odd and is as it should be.
///
/// Healthy on purpose: a roll-out inside its deadline (shop/web), a restart of a week ago
/// (shop/pricing), a completed Job and its pod, an HPA at its floor (payments/api), a default-deny
/// NetworkPolicy, an ExternalName and a headless Service, a DaemonSet that leaves out a tainted
/// node, an optional ConfigMap that is not there, a claim that waits for its first consumer, a
/// rebooted node's old event.
enum DemoCluster {
    /// The moment the objects speak of; the scan's clock unless `--now` is given.
    static let capturedAt = "2026-06-01T12:00:00Z"

    static let manifests: [StaticString] = [cluster, shop, storefront, payments, data, ops]
}
