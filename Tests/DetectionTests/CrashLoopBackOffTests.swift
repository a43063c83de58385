import ClusterModel
import Detection
import Testing

@Suite("CrashLoopBackOff")
struct CrashLoopBackOffTests {
    @Test(
        "a loop is one incident on its workload, and only while it goes on",
        arguments: [
            ("CrashLoopBackOff/crashing", ["CrashLoopBackOff Deployment shop/api high"]),
            (
                "CrashLoopBackOff/ends",
                [
                    "CrashLoopBackOff Pod shop/faulting high",
                    "CrashLoopBackOff Pod shop/returning high",
                    "CrashLoopBackOff Pod shop/unstartable high",
                    "CrashLoopBackOff Pod shop/with-sidecar high",
                ]
            ),
            (
                "CrashLoopBackOff/growing",
                [
                    "CrashLoopBackOff Pod shop/between high",
                    "CrashLoopBackOff Pod shop/slow high",
                    "CrashLoopBackOff Pod shop/turning high",
                ]
            ),
            (
                "CrashLoopBackOff/static-pod",
                [
                    "CrashLoopBackOff Pod kube-system/kube-scheduler-node-1 high",
                    "CrashLoopBackOff Pod shop/web high",
                ]
            ),
            ("CrashLoopBackOff/oom-killed", ["OOMKilled Pod shop/greedy high"]),
            ("CrashLoopBackOff/recovered", []),
        ])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "it says how the container ends",
        arguments: [
            ("CrashLoopBackOff/ends", "Pod shop/faulting", "exit code 139 (SIGSEGV"),
            ("CrashLoopBackOff/ends", "Pod shop/returning", "it ended without an error"),
            (
                "CrashLoopBackOff/ends", "Pod shop/unstartable",
                "\"serve\": executable file not found"
            ),
            (
                "CrashLoopBackOff/ends", "Pod shop/unstartable",
                "container \"main\" cannot be started"
            ),
            ("CrashLoopBackOff/ends", "Pod shop/with-sidecar", "status.initContainerStatuses[0]"),
            ("CrashLoopBackOff/growing", "Pod shop/slow", "is ready now but keeps restarting"),
            ("CrashLoopBackOff/growing", "Pod shop/slow", "restarted 12 times"),
            (
                "CrashLoopBackOff/crashing", "Deployment shop/api",
                "status.containerStatuses[0].lastState.terminated.exitCode=1"
            ),
        ])
    func words(fixture: String, resource: String, expected: String) throws {
        #expect(try Scene.incident(fixture, on: resource).words.contains(expected))
    }

    @Test("its incident dates from when the pod was last ready")
    func since() throws {
        let incident = try Scene.incident("CrashLoopBackOff/crashing", on: "Deployment shop/api")
        #expect(incident.since.rfc3339 == "2026-06-01T11:20:00Z")
        #expect(incident.affected.map(\.description) == ["Pod shop/api-6c9d8f7b54-aaaaa"])
    }
}
