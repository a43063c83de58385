import ClusterModel
import Detection
import StructuredData
import Testing

@Suite("Indexes")
struct IndexTests {
    @Test("pod-health says how each pod is, and why")
    func podHealth() throws {
        #expect(
            try lines(PodHealthIndex.self, "pods") == [
                #"{"key":"other/waiting","namespace":"other","name":"waiting","phase":"Pending","healthy":false,"ready":false,"readyContainers":0,"containers":1,"restarts":0,"node":"","reason":"Unschedulable"}"#,
                #"{"key":"shop/bad-node","namespace":"shop","name":"bad-node","phase":"Failed","healthy":false,"ready":false,"readyContainers":0,"containers":1,"restarts":0,"node":"node-1","reason":"Evicted"}"#,
                #"{"key":"shop/crashing","namespace":"shop","name":"crashing","phase":"Running","healthy":false,"ready":false,"readyContainers":2,"containers":3,"restarts":6,"node":"node-1","reason":"CrashLoopBackOff","lastTermination":"OOMKilled"}"#,
                #"{"key":"shop/done","namespace":"shop","name":"done","phase":"Succeeded","healthy":true,"ready":false,"readyContainers":0,"containers":1,"restarts":0,"node":"node-1","reason":"Completed","lastTermination":"Completed"}"#,
                #"{"key":"shop/leaving","namespace":"shop","name":"leaving","phase":"Running","healthy":true,"ready":true,"readyContainers":1,"containers":1,"restarts":0,"node":"node-1","terminating":true}"#,
            ])
    }

    @Test("pod-by-label has the pods of each label, in all namespaces")
    func podByLabel() throws {
        #expect(
            try lines(PodByLabelIndex.self, "pods") == [
                #"{"key":"app=cart","label":"app","value":"cart","count":1,"pods":["shop/crashing"]}"#,
                #"{"key":"app=web","label":"app","value":"web","count":3,"pods":["other/waiting","shop/bad-node","shop/leaving"]}"#,
                #"{"key":"tier=back","label":"tier","value":"back","count":1,"pods":["shop/crashing"]}"#,
            ])
    }

    @Test("deployment-replica has the numbers of spec and status; one replica is the default")
    func deploymentReplica() throws {
        #expect(
            try lines(DeploymentReplicaIndex.self, "deployments") == [
                #"{"key":"shop/cart","namespace":"shop","name":"cart","desired":4,"ready":3,"available":2,"updated":1,"unavailable":2,"revision":7}"#,
                #"{"key":"shop/fresh","namespace":"shop","name":"fresh","desired":1,"ready":0,"available":0,"updated":0,"unavailable":0}"#,
                #"{"key":"shop/odd","namespace":"shop","name":"odd","desired":0,"ready":0,"available":0,"updated":0,"unavailable":0}"#,
            ])
    }

    @Test("service-endpoint follows slices, else Endpoints, else the selector")
    func serviceEndpoint() throws {
        #expect(
            try lines(ServiceEndpointIndex.self, "services") == [
                #"{"key":"shop/by-endpoints","namespace":"shop","name":"by-endpoints","type":"ClusterIP","source":"Endpoints","ready":[{"address":"192.0.2.1"}],"notReady":[{"pod":"db-0","address":"10.0.0.9","node":"node-1"}],"ports":[{"port":5432}],"endpointPorts":[{"name":"pg","protocol":"TCP","port":5432}]}"#,
                #"{"key":"shop/by-selector","namespace":"shop","name":"by-selector","type":"ClusterIP","selector":{"app":"web"},"source":"selector","ready":[{"pod":"web-0","address":"10.0.0.1","node":"node-1"}],"notReady":[{"pod":"web-1"}],"ports":[{"name":"http","protocol":"TCP","port":80,"targetPort":"http"}]}"#,
                #"{"key":"shop/by-slices","namespace":"shop","name":"by-slices","type":"ClusterIP","selector":{"app":"web"},"source":"EndpointSlice","ready":[{"pod":"web-0","address":"10.0.0.1","node":"node-1"},{"address":"192.0.2.7"}],"notReady":[{"pod":"web-1","address":"10.0.0.2"}],"ports":[{"port":80,"targetPort":8080}],"endpointPorts":[{"protocol":"TCP","port":8080}]}"#,
                #"{"key":"shop/elsewhere","namespace":"shop","name":"elsewhere","type":"ExternalName","ready":[],"notReady":[]}"#,
            ])
    }

    @Test("node-resource adds up what running pods request, as the scheduler does")
    func nodeResource() throws {
        #expect(
            try lines(NodeResourceIndex.self, "nodes") == [
                #"{"key":"node-1","ready":true,"schedulable":false,"pods":2,"capacity":{"cpu":"4","memory":"8Gi","pods":"110"},"allocatable":{"cpu":"3500m","memory":"7Gi","pods":"110"},"requested":{"cpu":"1500m","example.com/gpu":"1","memory":"1536870912"},"pressure":["MemoryPressure"],"taints":["dedicated=gpu:NoSchedule"]}"#,
                #"{"key":"node-2","ready":false,"schedulable":true,"pods":0,"requested":{},"pressure":[]}"#,
            ])
    }

    @Test(
        "owner goes up to the topmost, also past what is read, and ends in a loop",
        arguments: [
            ("pod/shop/bare", ""), ("pod/shop/orphan", "ReplicaSet gone"),
            ("pod/shop/static", "Node node-1"),
            ("pod/shop/web-1-a", "ReplicaSet web-1, Deployment web, Shop main"),
            ("PODS/shop/web-1-a", "ReplicaSet web-1, Deployment web, Shop main"),
            ("replicaset/shop/web-1", "Deployment web, Shop main"),
            ("job/shop/x", "Job y, Job x"),
        ])
    func owner(key: String, chain: String) throws {
        let owners = try OwnerIndex(source("owners"))[key]?.owners.value
        #expect(owners?.map { "\($0.kind) \($0.name)" }.joined(separator: ", ") == chain)
    }

    @Test("image has each container, init containers marked, and each pod counted once")
    func image() throws {
        let all = try lines(ImageIndex.self, "pods")
        #expect(all.count == 5)
        #expect(
            all[3]
                == #"{"key":"tools:1","pods":1,"containers":[{"namespace":"shop","pod":"crashing","container":"setup","init":true},{"namespace":"shop","pod":"crashing","container":"log"}]}"#
        )
    }

    @Test(
        "config-reference says whether an object is there, and who uses it how",
        arguments: [
            (
                "secret/shop/db", true,
                [
                    "Deployment cart env app url", "Deployment cart volume all",
                    "Pod bare envFrom app",
                ]
            ),
            ("secret/shop/idle", true, []),
            (
                "configmap/shop/settings", nil,
                ["Deployment cart envFrom app", "Deployment cart volume conf optional"]
            ),
            (
                "secret/shop/pull", false,
                ["Deployment cart imagePullSecret", "ServiceAccount default imagePullSecret"]
            ),
            ("secret/shop/token", false, ["ServiceAccount default serviceAccount"]),
            ("secret/shop/cert", false, ["Ingress front tls"]),
            ("secret/other/users", false, ["Ingress front auth"]),
        ] as [(String, Bool?, [String])])
    func configReference(key: String, exists: Bool?, users: [String]) throws {
        let entry = try #require(try ConfigReferenceIndex(source("config"))[key])
        #expect(entry.exists.value == exists)
        #expect(entry.users.value.map(\.line) == users)
    }

    @Test(
        "a look-up by key gives what stands at the key's place, and nothing for another",
        arguments: ["pods", "deployments", "services", "nodes", "owners", "config"])
    func lookUps(fixture: String) throws {
        let source = try source(fixture)
        check(PodHealthIndex(source))
        check(PodByLabelIndex(source))
        check(DeploymentReplicaIndex(source))
        check(ServiceEndpointIndex(source))
        check(NodeResourceIndex(source))
        check(OwnerIndex(source))
        check(ImageIndex(source))
        check(ConfigReferenceIndex(source))
    }

    private func check(_ index: some Index) {
        for place in 0..<index.count {
            let entry = index[place]
            #expect(index[entry.key].map(json) == json(entry))
        }
        for key in ["", "/", "x", "shop/", "x/y/z", "=", "pod/shop/no", "job/", "a=b=c"] {
            #expect(index[key] == nil)
        }
    }

    @Test("selectors narrow what the entries are about, not what they are worked out from")
    func selectors() throws {
        let labels = LabelSelector(text: "app=web")
        #expect(PodHealthIndex(try source("pods", labels)).count == 3)
        #expect(PodByLabelIndex(try source("pods", labels)).count == 1)
        #expect(PodHealthIndex(try source("pods", labels))["shop/crashing"] == nil)
        let fields = FieldSelector(text: "spec.nodeName=node-1,status.phase=Running")
        #expect(ImageIndex(try source("pods", labels, fields)).count == 1)
        #expect(DeploymentReplicaIndex(try source("deployments", labels)).count == 0)
        let config = ConfigReferenceIndex(try source("config", LabelSelector(text: "app=cart")))
        #expect(config.count == 1)
        #expect(config["secret/shop/db"]?.users.value.count == 3)
    }

    @Test(
        "an index has its name in any spelling",
        arguments: [
            ("pod-health", IndexName.podHealth), ("pod_health", .podHealth),
            ("pod_health_index", .podHealth), ("PodHealth", .podHealth),
            ("node-resource-index", .nodeResource), ("OWNER", .owner), ("pod", nil), ("", nil),
            ("index", nil),
        ] as [(String, IndexName?)])
    func names(text: String, name: IndexName?) {
        #expect(IndexName(text: text) == name)
    }

    @Test("probes count pods, those that do not do their work, and Deployments; unread is not 0")
    func probes() throws {
        let probes = Probes(try source("pods").snapshot)
        #expect(probes.podCount == 5)
        #expect(probes.unhealthyPodCount == 3)
        #expect(probes.deploymentCount == nil)
        #expect(Probes(try source("deployments").snapshot).values.map(\.value) == [nil, nil, 3])
    }

    private func source(
        _ fixture: String, _ labels: LabelSelector? = nil, _ fields: FieldSelector? = nil
    ) throws -> IndexSource {
        IndexSource(
            try Scene.view("Indexes/\(fixture)").snapshot, labels: labels, fields: fields)
    }

    private func lines<I: Index>(_ type: I.Type, _ fixture: String) throws -> [String] {
        let index = I(try source(fixture))
        return (0..<index.count).map { json(index[$0]) }
    }

    private func json(_ entry: some IndexEntry) -> String {
        var writer = DocumentWriter(format: .json)
        entry.write(to: &writer)
        return String(decoding: writer.takeOutput().dropLast(), as: UTF8.self)
    }
}

extension ConfigUser {
    fileprivate var line: String {
        let words = [kind, name, via, container, volume, key].map(\.string)
        return (words + (optional ? ["optional"] : [])).filter { !$0.isEmpty }
            .joined(separator: " ")
    }
}
