import ClusterModel
import HTTP
import KubeClient
import LoopbackServer
import StructuredData
import Synchronization

@testable import Shadow

/// A client of a loopback server whose waits take no time but let it pass.
func client(of server: LoopbackServer, _ time: TimeSource) -> KubeClient {
    KubeClient(
        ClusterAccess(server: server.url),
        KubeClient.Options(
            version: "0.0", requestTimeout: .seconds(20), isInteractive: false, time: time))
}

/// Time that passes by waiting alone.
func instantTime() -> TimeSource {
    let clock = Clock()
    return TimeSource(
        now: { clock.seconds }, unixSeconds: { 1_700_000_000 + Int64(clock.seconds / .seconds(1)) },
        sleep: { duration throws(CancellationError) in
            if Task.isCancelled { throw CancellationError() }
            clock.pass(duration)
        })
}

private final class Clock: Sendable {
    private let time = Mutex(Duration.zero)
    var seconds: Duration { time.withLock { $0 } }
    func pass(_ duration: Duration) { time.withLock { $0 += duration } }
}

/// The namespaces that a cluster has, by name; deleted at once.
final class ServedNamespaces: Sendable {
    private let names: Mutex<[String: String]>

    /// - Parameter names: with the value of the owner label.
    init(_ names: [String: String]) { self.names = Mutex(names) }

    var left: [String] { names.withLock { $0.keys.sorted() } }

    func answer(_ request: ReceivedRequest) -> Script {
        let name = request.path.split(separator: "/").last.map(String.init) ?? ""
        let owner = names.withLock { $0[name] }
        guard let owner else {
            return .json(#"{"kind":"Status","code":404,"message":"gone"}"#, status: 404)
        }
        if request.method == "DELETE" { names.withLock { $0[name] = nil } }
        return .json(
            #"{"metadata":{"name":"\#(name)","uid":"u","labels":{"aegis.io/owner":"\#(owner)"}}}"#)
    }
}
