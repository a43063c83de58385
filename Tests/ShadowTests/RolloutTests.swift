import Analysis
import ClusterModel
import Testing

@testable import Shadow

struct RolloutTests {
    @Test(arguments: [
        ("10%,50%,100%", [10, 50, 100]), ("100", [100]), ("1,100%", [1, 100]),
    ])
    func `stages ascend to the whole`(text: String, percents: [Int]) {
        #expect(Stages(text: text)?.percents == percents)
    }

    @Test(arguments: ["", "50%", "100%,100%", "50,20,100", "0,100", "-1,100", "10,,100", "101"])
    func `what does not is no list of stages`(text: String) {
        #expect(Stages(text: text) == nil)
    }

    @Test(arguments: [(1, [1]), (2, [1, 2]), (4, [1, 2, 4]), (100, [10, 50, 100]), (0, [])])
    func `each stage has a pod more at least, and the last has all`(total: Int, counts: [Int]) {
        #expect(Stages.standard.counts(of: total) == counts)
    }

    private func throttle(
        _ kind: Kind, _ before: JSONValue, _ after: JSONValue
    ) -> Throttle {
        Throttle(
            ObjectKey(kind, "shop", "web"), before: ["spec": before], after: ["spec": after],
            stages: .standard)
    }

    @Test func `a Deployment gets new pods beside all old ones, and its own fields back`() {
        let throttle = throttle(
            .deployment,
            [
                "replicas": 4, "template": ["a": 1], "progressDeadlineSeconds": 60,
                "strategy": ["type": "RollingUpdate", "rollingUpdate": ["maxSurge": "25%"]],
            ],
            ["replicas": 4, "template": ["a": 2]])
        #expect(throttle.counts == [1, 2, 4])
        let first: JSONValue = [
            "minReadySeconds": 1_000_000_000, "progressDeadlineSeconds": 1_000_000_001,
            "strategy": ["rollingUpdate": ["maxSurge": 1, "maxUnavailable": 0]],
        ]
        #expect(throttle.limits(at: 0)["spec"] == first)
        let last: JSONValue = [
            "minReadySeconds": 0, "progressDeadlineSeconds": 60,
            "strategy": ["rollingUpdate": ["maxSurge": "25%"]],
        ]
        #expect(throttle.limits(at: 2)["spec"] == last)
    }

    @Test func `a StatefulSet is parted from its end`() {
        let throttle = throttle(
            .statefulSet, ["replicas": 4, "template": ["a": 1]],
            ["replicas": 4, "template": ["a": 2]])
        let partitions = (0..<3).map {
            throttle.limits(at: $0)[["spec", "updateStrategy", "rollingUpdate", "partition"]]
        }
        #expect(partitions == [3, 2, 0])
    }

    @Test(arguments: [(10, 20, [11, 15]), (20, 10, [19, 15])])
    func `replicas go up and down in steps`(from: Int, to: Int, steps: [Int]) {
        let throttle = throttle(
            .deployment, ["replicas": .int(Int64(from))], ["replicas": .int(Int64(to))])
        #expect(throttle.counts == [1, 5, 10])
        for (stage, replicas) in steps.enumerated() {
            #expect(throttle.limits(at: stage)[["spec", "replicas"]] == .int(Int64(replicas)))
        }
        #expect(throttle.limits(at: 2) == [:])
    }

    @Test func `one stage is limited by nothing`() {
        let throttle = throttle(
            .deployment, ["replicas": 1, "template": 1], ["replicas": 1, "template": 2])
        #expect(throttle.limits(at: 0) == [:])
    }

    @Test(arguments: [
        (Kind.deployment, "strategy", "Recreate"), (.statefulSet, "updateStrategy", "OnDelete"),
    ])
    func `what replaces pods at once cannot be staged`(kind: Kind, field: String, type: String) {
        let spec: JSONValue = [field: ["type": .string(type)], "replicas": 4, "template": 1]
        #expect(throttle(kind, spec, ["replicas": 4, "template": 2]).fault != nil)
        #expect(throttle(kind, spec, spec).fault == nil)
    }

    @Test func `the way back restores all but metadata and status`() throws {
        let patch = Throttle.restoration(
            before: ["kind": "X", "metadata": ["a": 1], "data": ["k": "v"], "status": 1],
            after: ["kind": "X", "metadata": ["a": 2], "data": [:], "binaryData": [:], "status": 2])
        let expected: JSONValue = [
            ["op": "add", "path": "/data", "value": ["k": "v"]],
            ["op": "remove", "path": "/binaryData"],
        ]
        #expect(patch == expected)
    }

    @Test func `what was applied before is applied again`() throws {
        let live = try JSONValue(
            text: """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                  managedFields:
                  - {manager: kubectl, operation: Apply, fieldsV1: {"f:spec": {"f:paused": {}}}}
                  - manager: aegis
                    operation: Apply
                    fieldsV1:
                      f:spec:
                        f:replicas: {}
                        f:template:
                          f:spec:
                            f:containers:
                              'k:{"name":"app"}': {".": {}, "f:image": {}}
                spec:
                  replicas: 5
                  paused: true
                  template:
                    spec:
                      containers:
                      - {name: app, image: "x:1", command: [a]}
                      - {name: side, image: "y:1"}
                """, "test")
        let patch = Patch(
            ObjectKey(.deployment, "shop", "web"), .strategicMerge,
            ["spec": ["template": ["spec": ["containers": [["name": "side", "image": "y:2"]]]]]])
        let intent = OwnFields.intent(of: patch, in: live)
        let expected = try JSONValue(
            text: """
                spec:
                  replicas: 5
                  template:
                    spec:
                      containers:
                      - {image: "x:1", name: app}
                      - {name: side, image: "y:2"}
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                """, "test")
        #expect(intent == expected)
    }

    @Test(arguments: [
        Patch(ObjectKey(.deployment, "s", "w"), .json, []),
        Patch(ObjectKey(.deployment, "s", "w"), .merge, ["spec": ["paused": .null]]),
        Patch(ObjectKey(.deployment, "s", "w"), .strategicMerge, ["spec": ["$patch": "replace"]]),
    ])
    func `what removes cannot be said by applying`(patch: Patch) {
        #expect(OwnFields.intent(of: patch, in: [:]) == nil)
    }
}
