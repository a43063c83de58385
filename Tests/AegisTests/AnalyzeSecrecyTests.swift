import LoopbackServer
import Testing

@Suite("Analyze keeps secrets")
struct AnalyzeSecrecyTests {
    private static let template = """
        {metadata: {labels: {app: api}, annotations: {config: CANARY-08}}, spec: {containers: [\
        {name: app, image: "registry.example.com/api:2", command: [sh, -c, CANARY-09], \
        args: ["--password=CANARY-10"], lifecycle: {preStop: {exec: {command: [CANARY-15]}}}, \
        env: [{name: DB_PASSWORD, value: CANARY-11}, \
        {name: DB_ADDRESS, value: "postgres://app:CANARY-12@db:5432/x?sslkey=CANARY-13"}], \
        livenessProbe: {exec: {command: [check, --token, CANARY-14]}}}]}}
        """

    /// A Deployment in two revisions with a canary in every place that can hold a secret.
    private static let dump = """
        apiVersion: v1
        kind: Secret
        metadata: {name: db, namespace: shop, annotations: {note: CANARY-01}}
        data: {url: Q0FOQVJZLTAy, token: CANARY-03}
        stringData: {password: CANARY-04}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings, namespace: shop}
        data: {mode: CANARY-05, api_token: CANARY-06}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          {name: api, namespace: shop, creationTimestamp: "2026-05-20T08:00:00Z", annotations: {kubectl.kubernetes.io/last-applied-configuration: CANARY-07}}
        spec:
          replicas: 1
          selector: {matchLabels: {app: api}}
          template: \(template)
        status: {replicas: 1, unavailableReplicas: 1}
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: api-2
          namespace: shop
          creationTimestamp: "2026-06-01T10:50:00Z"
          annotations: {deployment.kubernetes.io/revision: "2"}
          ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: api, controller: true, uid: d}]
        spec: {replicas: 1, selector: {matchLabels: {app: api}}, template: \(template)}
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: api-1
          namespace: shop
          creationTimestamp: "2026-05-20T08:00:00Z"
          annotations: {deployment.kubernetes.io/revision: "1"}
          ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: api, controller: true, uid: d}]
        spec:
          replicas: 0
          selector: {matchLabels: {app: api}}
          template:
            metadata: {labels: {app: api}}
            spec:
              containers:
                - name: app
                  image: registry.example.com/api:1
                  env: [{name: DB_PASSWORD, value: CANARY-16}]
                  livenessProbe: {exec: {command: [check, --token, CANARY-17]}}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: api-2-x
          namespace: shop
          creationTimestamp: "2026-06-01T10:50:00Z"
          ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: api-2, controller: true, uid: r}]
        spec: {nodeName: node-1, containers: [{name: app, image: "registry.example.com/api:2"}]}
        status:
          phase: Running
          conditions: [{type: Ready, status: "False", lastTransitionTime: "2026-06-01T10:52:00Z"}]
          containerStatuses:
            - name: app
              ready: false
              restartCount: 9
              state: {waiting: {reason: CrashLoopBackOff}}
              lastState: {terminated: {exitCode: 1, reason: Error, message: "login with password=CANARY-18 failed", finishedAt: "2026-06-01T11:58:00Z"}}
        """

    private static let log = """
        connecting to postgres://app:CANARY-19@db:5432/x
        open /data?token=CANARY-20: permission denied
        API_TOKEN=CANARY-21 must be set
        password authentication failed for user "CANARY-22"
        Authorization: Bearer CANARY-23
        unknown flag: --password=CANARY-24

        """

    @Test(
        "no value of a secret, a variable or a command reaches any output",
        arguments: ["text", "json", "yaml", "markdown", "junit", "sarif", "html"], [true, false])
    func canaries(format: String, withLog: Bool) async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("dump.yaml", Self.dump)
        try folder.write("shop_api-2-x_app.previous.log", withLog ? Self.log : "\n")
        let run = try await AegisProcess.run([
            "analyze", "-f", file, "--now", "2026-06-01T12:00:00Z", "--logs", folder.path, "-o",
            format, "--level", "low",
        ])
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("CrashLoopBackOff"), "\(run.transcript)")
        #expect(!(run.output + run.errors).contains("CANARY"), "\(run.transcript)")
        #expect(!(run.output + run.errors).contains("Q0FOQVJZ"))
    }
}
