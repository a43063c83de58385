internal import ClusterModel
internal import Detection
internal import KubeClient

/// A GET that a pod of the changed copy has to answer well, sent through the API server's proxy.
package struct HTTPProbe: Sendable, Equatable {
    package let port: Int
    package let path: String

    /// `8080/healthz`, `:8080/healthz`; nil for anything else.
    package init?(text: String) {
        let text = text.hasPrefix(":") ? text.dropFirst() : text[...]
        let slash = text.firstIndex(of: "/") ?? text.endIndex
        guard let port = Int(text[..<slash]), (1...65535).contains(port) else { return nil }
        self.port = port
        path = slash == text.endIndex ? "/" : String(text[slash...])
        guard path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    }

    private var name: String { "probe :\(port)\(path)" }

    func check(
        _ changed: Observation, control: Observation, _ client: KubeClient
    ) async throws -> ShadowCheck {
        guard let mine = changed.pods.first else {
            return ShadowCheck(name, .inconclusive, "there is no pod to ask")
        }
        let answer = try await ask(mine, client)
        if answer.isGood {
            return ShadowCheck(name, .passed, "\(mine.metadata.name) answers \(answer.status)")
        }
        guard let other = control.pods.first, try await !ask(other, client).isGood else {
            return ShadowCheck(name, .failed, "\(mine.metadata.name) answers \(answer.status)")
        }
        return ShadowCheck(
            name, .inconclusive,
            "\(mine.metadata.name) answers \(answer.status), and the unchanged copy no better")
    }

    /// As the kubelet judges it (pkg/probe/http: 200 to 399).
    private func ask(
        _ pod: Pod, _ client: KubeClient
    ) async throws -> (status: Int, isGood: Bool) {
        let proxy = ProxyRequest(
            namespace: pod.metadata.namespace.string, pod: pod.metadata.name.string, port: port,
            path: path)
        let status = try await client.get(proxy).status
        return (status, (200..<400).contains(status))
    }
}
