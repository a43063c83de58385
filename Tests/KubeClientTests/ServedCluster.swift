import ClusterModel
import HTTP
import LoopbackServer
import StructuredData
import Synchronization

@testable import KubeClient

/// Names of the objects of a list, taken as they come.
struct NameConsumer: ItemConsumer {
    var names: [String] = []
    var restarts = 0

    mutating func take(_ reader: inout Reader, _ item: Item) throws {
        var object = NamedObject()
        try object.read(from: &reader)
        names.append(object.metadata.name)
    }

    mutating func startOver() {
        names = []
        restarts += 1
    }
}

/// A client of a loopback server that never sleeps between attempts.
func client(
    of server: LoopbackServer, _ credential: Credential = .none, version: String = "0.0",
    timeout: Duration? = .seconds(20)
) -> KubeClient {
    var access = ClusterAccess(server: server.url)
    access.userName = "me"
    access.credential = credential
    let instant = TimeSource(
        now: TimeSource.system.now, unixSeconds: TimeSource.system.unixSeconds,
        sleep: { _ throws(CancellationError) in })
    return KubeClient(
        access,
        KubeClient.Options(
            version: version, requestTimeout: timeout, isInteractive: false, time: instant))
}

/// `/pods` cut into pages of `names`, the continue token being the index to go on from.
func page(_ names: [String], from index: Int, size: Int) -> String {
    let end = min(index + size, names.count)
    let items = names[index..<end].map { #"{"metadata":{"name":"\#($0)"}}"# }.joined(separator: ",")
    let token = end < names.count ? #","continue":"\#(end)""# : ""
    return
        #"{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"9"\#(token)},"items":[\#(items)]}"#
}

func status(_ code: Int, _ reason: String, _ message: String, token: String = "") -> Script {
    .json(
        #"{"kind":"Status","apiVersion":"v1","metadata":{"continue":"\#(token)"},"status":"Failure","#
            + #""message":"\#(message)","reason":"\#(reason)","code":\#(code)}"#, status: code)
}

extension ReceivedRequest {
    var parameters: [String: String] {
        Dictionary(
            query.split(separator: "&").map { pair in
                let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
                return (parts[0], parts.count > 1 ? parts[1] : "")
            }, uniquingKeysWith: { first, _ in first })
    }
}
