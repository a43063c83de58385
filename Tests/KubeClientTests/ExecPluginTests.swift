import LoopbackServer
import Testing

@testable import HTTP
@testable import KubeClient

/// Real programs: shell scripts in a temporary folder.
@Suite(.timeLimit(.minutes(1)))
struct ExecPluginTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func credential(
        _ script: String, user: String = "", version: String = "v1", cluster: String = "",
        mode: String = "Never"
    ) throws -> ClusterAccess {
        try folder.write("plugin", "#!/bin/sh\n\(script)\n", executable: true)
        let file = try folder.write(
            "config",
            """
            current-context: a
            clusters: [{name: c, cluster: {server: "https://h:1", proxy-url: "http://p", \(cluster)}}]
            contexts: [{name: a, context: {cluster: c, user: u}}]
            users:
            - name: u
              user:
                exec: {command: ./plugin, apiVersion: client.authentication.k8s.io/\(version),
                       interactiveMode: \(mode), \(user)}
            """)
        return try ClusterAccess.find(kubeconfig: file, overrides: Overrides(), environment: [:])
    }

    private func authenticator(_ access: ClusterAccess, now: Int64 = 1000) -> Authenticator {
        let time = TimeSource(
            now: { .zero }, unixSeconds: { now }, sleep: { _ throws(CancellationError) in })
        return Authenticator(access.credential, isInteractive: false, time: time)
    }

    private func answer(_ status: String, version: String = "v1") -> String {
        "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/\(version)\",\"status\":\(status)}'"
    }

    @Test(arguments: ["v1", "v1beta1"])
    func `a token is handed out once and kept`(version: String) async throws {
        let access = try credential(
            "echo x >> '\(folder.path)/runs'\n" + answer("{\"token\":\"t\"}", version: version),
            version: version)
        let authenticator = authenticator(access)
        let identities = try await withThrowingTaskGroup(of: Identity.self) { group in
            for _ in 0..<5 { group.addTask { try await authenticator.identity() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(identities == Array(repeating: .bearer("t"), count: 5))
        #expect(try folder.read("runs") == Array("x\n".utf8))
        // Refused once: it is run again, and what comes is taken as it is.
        #expect(try await authenticator.identity(insteadOf: .bearer("t")) == .bearer("t"))
        #expect(try folder.read("runs") == Array("x\nx\n".utf8))
    }

    @Test func `what expired is renewed`() async throws {
        let access = try credential(
            "echo x >> '\(folder.path)/runs'\n"
                + answer("{\"token\":\"t\",\"expirationTimestamp\":\"1970-01-01T00:16:40Z\"}"))
        let before = authenticator(access, now: 999)
        _ = try await before.identity()
        _ = try await before.identity()
        #expect(try folder.read("runs").count == 2)
        let after = authenticator(access, now: 1000)
        _ = try await after.identity()
        _ = try await after.identity()
        #expect(try folder.read("runs").count == 6)
    }

    @Test func `it is told what is asked of it`() async throws {
        let access = try credential(
            "printf '%s' \"$KUBERNETES_EXEC_INFO\" > '\(folder.path)/info'\n"
                + "printf '%s' \"$MY $1\" > '\(folder.path)/env'\n" + answer("{\"token\":\"t\"}"),
            user: "provideClusterInfo: true, args: [one], env: [{name: MY, value: v}]",
            cluster:
                "extensions: [{name: client.authentication.k8s.io/exec, extension: {a: [1, 'x', null, 1.5]}}]"
        )
        _ = try await authenticator(access).identity()
        #expect(
            String(decoding: try folder.read("info"), as: UTF8.self)
                == #"{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","#
                + #""spec":{"cluster":{"server":"https://h:1","proxy-url":"http://p","#
                + #""config":{"a":[1,"x",null,1.5]}},"interactive":false}}"#)
        #expect(String(decoding: try folder.read("env"), as: UTF8.self) == "v one")
    }

    @Test func `a certificate is taken for the connection`() async throws {
        let access = try credential(
            answer(
                "{\"clientCertificateData\":\"-----BEGIN C\",\"clientKeyData\":\"-----BEGIN K\"}"))
        let identity = try await authenticator(access).identity()
        #expect(
            identity
                == Identity(
                    certificatePEM: Array("-----BEGIN C".utf8), keyPEM: Array("-----BEGIN K".utf8)))
    }

    @Test(arguments: [
        ("exit 3", "failed: exited(3)"), ("kill -9 $$", "failed: "),
        ("echo nonsense: [", "printed no ExecCredential"),
        ("true", "printed no ExecCredential: is empty"),
        (
            "echo '{\"kind\":\"Pod\",\"apiVersion\":\"v1\"}'",
            "printed no ExecCredential of client.authentication.k8s.io/v1"
        ),
        (
            "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\"}'",
            "printed no status"
        ),
        (
            "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{}}'",
            "neither a token nor a client certificate"
        ),
        ("head -c 3000000 /dev/zero", "plugin\" "),
    ])
    func `a plugin that fails is told by name`(script: String, expected: String) async throws {
        let access = try credential(script)
        let error = await #expect(throws: KubeError.self) {
            try await authenticator(access).identity()
        }
        #expect(error?.code == .credentials)
        #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
        #expect(
            error?.description.hasPrefix("\(folder.path)/config:5:") == true,
            "\(error?.description ?? "")")
    }

    @Test func `one that is not installed is told with its hint`() async throws {
        let access = try credential("", user: "installHint: \"get it\\nthere\"")
        _ = shell("rm '\(folder.path)/plugin'")
        let error = await #expect(throws: KubeError.self) {
            try await authenticator(access).identity()
        }
        #expect(error?.message.hasSuffix("plugin\" is not installed") == true)
        #expect(error?.hint == "get it\nthere")
    }

    @Test func `one that has to ask needs a terminal`() async throws {
        let access = try credential(answer("{\"token\":\"t\"}"), mode: "Always")
        let error = await #expect(throws: KubeError.self) {
            try await authenticator(access).identity()
        }
        #expect(error?.message.contains("no terminal") == true)
    }

    @Test func `a refused token is renewed once`() async throws {
        let access = try credential(
            "echo x >> '\(folder.path)/runs'\n"
                + "n=$(wc -l < '\(folder.path)/runs')\n"
                + "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{\"token\":\"t'$n'\"}}'"
        )
        let server = try LoopbackServer { request, _ in
            request.headers["authorization"] == "Bearer t2"
                ? .json("{}") : status(401, "Unauthorized", "no")
        }
        defer { server.stop() }
        let client = client(of: server, access.credential)
        #expect(try await client.send(Request(url: server.url)).head.status == 200)
        #expect(server.requests.count == 2)
    }
}
