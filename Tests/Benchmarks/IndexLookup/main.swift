// The program behind `bench.py lookup`: for each number of pods given, how long the pod-health
// index takes to build and to answer for one key, beside a search through the same pods.
//
// usage: IndexLookup COUNT…     prints "pods build_ms lookup_ns scan_ns" for each

import ClusterModel
import Detection
import Glibc

/// Pods of ten-replica workloads, over 97 namespaces; the names are as long as real ones.
func snapshot(pods count: Int) -> Snapshot {
    var snapshot = Snapshot()
    snapshot.pods = (0..<count).map { i in
        var status = ContainerStatus()
        status.name = "app"
        status.ready = true
        status.restartCount = i % 7
        var pod = Pod()
        pod.metadata.namespace = Symbol("team-\(i / 10 % 97)")
        pod.metadata.name = Symbol("service-\(i / 10)-7d9f8b6c5d-\(i % 10)")
        pod.spec.nodeName = Symbol("node-\(i % 300)")
        pod.status.phase = "Running"
        pod.status.containerStatuses = [status]
        return pod
    }
    snapshot.normalize()
    return snapshot
}

/// Nanoseconds of processor time: what else the machine does is not in it.
func nanoseconds(_ body: () -> Void) -> Double {
    func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }
    let start = now()
    body()
    return now() - start
}

/// Nanoseconds for each key, of looking all of them up; the best of three rounds.
func measure(_ keys: [String], _ find: (String) -> PodHealth?) -> Double {
    let rounds = (0..<3).map { _ in
        var found = 0
        let time = nanoseconds { for key in keys where find(key)?.key == key { found += 1 } }
        precondition(found == keys.count, "\(keys.count - found) keys were not found")
        return time / Double(keys.count)
    }
    return rounds.min() ?? 0
}

for count in CommandLine.arguments.dropFirst().compactMap({ Int($0) }) {
    let source = IndexSource(snapshot(pods: count))
    let pods = source.snapshot.pods
    var random = SystemRandomNumberGenerator()
    func keys(_ wanted: Int) -> [String] {
        (0..<wanted).map { _ in pods[Int.random(in: 0..<count, using: &random)].key.text }
    }
    var index = PodHealthIndex(source)
    let build = nanoseconds { index = PodHealthIndex(source) }
    let lookup = measure(keys(1_000_000)) { index[$0] }
    let scan = measure(keys(max(10, 10_000_000 / count))) { text in
        let key = ObjectKey(.pod, text: text)
        let place = pods.indices.first {
            pods[$0].metadata.name == key.name && pods[$0].metadata.namespace == key.namespace
        }
        return place.map { index[$0] }
    }
    print(count, build / 1e6, lookup, scan)
}
