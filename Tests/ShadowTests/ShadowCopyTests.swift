import ClusterModel
import Testing

@testable import Shadow

struct ShadowCopyTests {
    static let environment = ShadowEnvironment(
        id: "0badcafe", runtime: .namespace, startedAt: Timestamp(seconds: 0),
        expiresAt: Timestamp(seconds: 600))

    private func copy() -> ShadowCopy {
        ShadowCopy(Self.environment, .changed, maximumReplicas: 2)
    }

    private func yaml(_ text: String) throws -> JSONValue { try JSONValue(text: text, "test") }

    @Test func `what ties an object to production is left out`() throws {
        let made = copy().copy(
            ObjectKey(.configMap, "shop", "c"),
            try yaml(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: c
                  namespace: shop
                  uid: u
                  resourceVersion: "7"
                  managedFields: [{manager: x}]
                  finalizers: [kopf.zalando.org/KopfFinalizerMarker]
                  ownerReferences: [{kind: Thing, name: t, uid: v}]
                  labels: {a: b}
                  annotations:
                    kopf.zalando.org/last-handled-configuration: "{}"
                    kubectl.kubernetes.io/last-applied-configuration: "{}"
                    keep: me
                data: {k: v}
                """))
        #expect(
            made
                == (try yaml(
                    """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata:
                      name: c
                      namespace: aegis-shadow-0badcafe
                      labels:
                        a: b
                        aegis.io/owner: shadow-test
                        aegis.io/shadow-run: 0badcafe
                        aegis.io/shadow-role: changed
                      annotations:
                        keep: me
                        aegis.io/expires-at: "1970-01-01T00:10:00Z"
                        aegis.io/copy-of: ConfigMap shop/c
                    data: {k: v}
                    """)))
    }

    @Test func `pods get out of nothing and into nothing of production`() throws {
        var copy = copy()
        let made = copy.workload(
            ObjectKey(.deployment, "shop", "web"),
            try yaml(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  replicas: 9
                  paused: true
                  template:
                    spec:
                      hostNetwork: true
                      nodeName: n
                      priorityClassName: high
                      terminationGracePeriodSeconds: 600
                      containers: [{name: a, ports: [{containerPort: 80, hostPort: 80}]}]
                      volumes:
                      - {name: c, configMap: {name: c}}
                      - {name: claim, persistentVolumeClaim: {claimName: d}}
                      - {name: host, hostPath: {path: /}}
                      - {name: share, nfs: {server: s, path: /}}
                status: {replicas: 9}
                """))
        let spec = try yaml(
            """
            terminationGracePeriodSeconds: 5
            containers: [{name: a, ports: [{containerPort: 80}]}]
            volumes:
            - {name: c, configMap: {name: c}}
            - {name: claim, emptyDir: {}}
            - {name: host, emptyDir: {}}
            - {name: share, emptyDir: {}}
            """)
        #expect(made[["spec", "template", "spec"]] == spec)
        #expect(made[["spec", "replicas"]] == 2)
        #expect(made[["spec", "paused"]] == nil)
        #expect(made["status"] == nil)
        #expect(copy.notes.contains("volume \"claim\" is empty"))
        #expect(copy.notes.contains("without hostNetwork"))
    }

    @Test func `claims of a StatefulSet become empty volumes`() throws {
        var copy = copy()
        let made = copy.workload(
            ObjectKey(.statefulSet, "shop", "db"),
            try yaml(
                """
                metadata: {name: db}
                spec:
                  replicas: 0
                  volumeClaimTemplates: [{metadata: {name: data}}]
                  template: {spec: {containers: []}}
                """))
        #expect(made[["spec", "volumeClaimTemplates"]] == nil)
        #expect(
            made[["spec", "template", "spec", "volumes"]]
                == [["name": "data", "emptyDir": .object([])]])
        #expect(made[["spec", "replicas"]] == 1)
    }

    @Test func `a DaemonSet does not run on every node`() throws {
        var copy = copy()
        let made = copy.workload(
            ObjectKey(.daemonSet, "shop", "agent"),
            try yaml(
                """
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: agent}
                spec:
                  selector: {matchLabels: {a: b}}
                  updateStrategy: {type: OnDelete}
                  template: {metadata: {labels: {a: b}}, spec: {containers: []}}
                """))
        #expect(made["kind"] == "Deployment")
        #expect(made[["spec", "replicas"]] == 2)
        #expect(made[["spec", "updateStrategy"]] == nil)
        #expect(made[["spec", "selector", "matchLabels"]] == ["a": "b"])
        #expect(copy.notes.contains("DaemonSet agent as a Deployment"))
    }

    @Test func `a CronJob runs once, now`() throws {
        var copy = copy()
        let made = copy.workload(
            ObjectKey(.cronJob, "shop", "nightly"),
            try yaml(
                """
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: nightly}
                spec:
                  schedule: "0 3 * * *"
                  jobTemplate:
                    spec: {backoffLimit: 2, template: {spec: {restartPolicy: Never}}}
                """))
        #expect(made["kind"] == "Job")
        #expect(made[["spec", "schedule"]] == nil)
        #expect(made[["spec", "backoffLimit"]] == 2)
        #expect(made[["spec", "template", "spec", "restartPolicy"]] == "Never")
    }

    @Test(arguments: ["LoadBalancer", "NodePort", "ExternalName"])
    func `a Service stays inside`(type: String) throws {
        let made = copy().service(
            ObjectKey(.service, "shop", "web"),
            [
                "metadata": ["name": "web"],
                "spec": [
                    "type": .string(type), "clusterIP": "10.0.0.1", "externalIPs": ["192.0.2.1"],
                    "selector": ["a": "b"], "ports": [["port": 80, "nodePort": 30080]],
                ],
            ])
        #expect(
            made["spec"]
                == ["type": "ClusterIP", "selector": ["a": "b"], "ports": [["port": 80]]])
    }

    @Test func `what a pod needs is found wherever it is named`() throws {
        let references = References(
            try yaml(
                """
                serviceAccountName: robot
                imagePullSecrets: [{name: pull}]
                initContainers: [{name: i, envFrom: [{secretRef: {name: from}}]}]
                containers:
                - name: c
                  env:
                  - {name: A, valueFrom: {configMapKeyRef: {name: map, key: k}}}
                  - {name: B, valueFrom: {secretKeyRef: {name: key, key: k}}}
                  envFrom: [{configMapRef: {name: more}}]
                volumes:
                - {name: v, secret: {secretName: volume}}
                - {name: w, projected: {sources: [{configMap: {name: part}}, {secret: {name: bit}}]}}
                """))
        #expect(references.serviceAccounts == ["robot"])
        #expect(references.secrets == ["pull", "from", "key", "volume", "bit"])
        #expect(references.configMaps == ["map", "more", "part"])
    }
}
