// The peer of `bench.py throughput`: what a straightforward program does with the same bytes.
import Foundation

struct List: Decodable { let items: [Pod] }
struct Pod: Decodable {
    let metadata: Metadata
    let status: Status
}
struct Metadata: Decodable {
    let name: String
    let namespace: String
}
struct Status: Decodable {
    let phase: String
    let containerStatuses: [ContainerStatus]
}
struct ContainerStatus: Decodable {
    let name: String
    let ready: Bool
    let restartCount: Int
}

let data = FileHandle.standardInput.readDataToEndOfFile()
let list = try JSONDecoder().decode(List.self, from: data)
let broken = list.items.filter { pod in pod.status.containerStatuses.contains { !$0.ready } }
print("\(broken.count) of \(list.items.count) pods are not ready")
