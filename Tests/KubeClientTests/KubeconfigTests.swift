import LoopbackServer
import Testing

@testable import HTTP
@testable import KubeClient

struct KubeconfigTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    static let two = """
        apiVersion: v1
        kind: Config
        current-context: prod
        clusters:
        - name: c1
          cluster: {server: https://one:6443/}
        - name: c2
          cluster:
            server: https://two/k8s/clusters/x
            tls-server-name: kube.two
            insecure-skip-tls-verify: true
            proxy-url: socks5://proxy:1080
            disable-compression: true
        contexts:
        - name: prod
          context: {cluster: c1, user: u1, namespace: shop}
        - name: staging
          context: {cluster: c2, user: u2}
        - name: broken
          context: {cluster: nowhere, user: u1}
        users:
        - name: u1
          user: {token: t1}
        - name: u2
          user: {username: me, password: pw, as: boss, as-uid: "7", as-groups: [g1, g2],
                 as-user-extra: {b: [x], a: [y, z]}}
        """

    private func resolve(
        _ text: String, _ change: (inout Overrides) -> Void = { _ in }
    ) throws -> ClusterAccess {
        var overrides = Overrides()
        change(&overrides)
        let file = try folder.write("config", text)
        return try ClusterAccess.find(kubeconfig: file, overrides: overrides, environment: [:])
    }

    private func fault(
        _ text: String, _ change: (inout Overrides) -> Void = { _ in }
    ) throws -> String? {
        do {
            _ = try resolve(text, change)
            return nil
        } catch let error as KubeError {
            return error.description.replacing(folder.path + "/", with: "")
        }
    }

    @Test func `the current context is resolved`() throws {
        let access = try resolve(Self.two)
        #expect(access.server == "https://one:6443")
        #expect(access.contextName == "prod")
        #expect(access.clusterName == "c1")
        #expect(access.userName == "u1")
        #expect(access.namespace == "shop")
        #expect(access.credential == .token("t1"))
        #expect(access.compression)
        #expect(access.tls == TLSOptions())
    }

    @Test func `another context has all its fields`() throws {
        let access = try resolve(Self.two) { $0.context = "staging" }
        #expect(access.server == "https://two/k8s/clusters/x")
        #expect(access.tls == TLSOptions(serverName: "kube.two", insecureSkipVerify: true))
        #expect(access.proxy == "socks5://proxy:1080")
        #expect(!access.compression)
        #expect(access.credential == .basic(username: "me", password: "pw"))
        var headers = Headers()
        access.impersonation.add(to: &headers)
        #expect(
            headers == [
                "Impersonate-User": "boss", "Impersonate-Uid": "7", "Impersonate-Group": "g1",
                "Impersonate-Group": "g2", "Impersonate-Extra-a": "y", "Impersonate-Extra-a": "z",
                "Impersonate-Extra-b": "x",
            ])
    }

    @Test func `the command line overrides`() throws {
        let access = try resolve(Self.two) {
            $0.context = "staging"
            $0.user = "u1"
            $0.namespace = "n"
            $0.server = "10.0.0.1:6443"
            $0.token = "t9"
            $0.impersonate = "me"
            $0.impersonateGroups = ["g"]
        }
        #expect(access.server == "https://10.0.0.1:6443")
        #expect(access.tls.serverName == nil)
        #expect(access.namespace == "n")
        #expect(access.credential == .token("t9"))
        #expect(access.impersonation == Impersonation(user: "me", groups: ["g"]))
        #expect(try resolve(Self.two) { $0.cluster = "c2" }.server.hasPrefix("https://two"))
        #expect(try resolve("a: b") { $0.server = "host:1" }.server == "http://host:1")
    }

    @Test(arguments: [
        ("current-context: \"\"\ncontexts: []", "config: is a kubeconfig without clusters"),
        ("", "config: is a kubeconfig without clusters, contexts and users"),
        ("contexts: [{name: a, context: {}}]", "config: no current context is set; there are: a"),
        (
            "current-context: prot\ncontexts: [{name: prod, context: {}}]",
            "config: current-context: context \"prot\" is not there; there are: prod (did you mean \"prod\"?)"
        ),
        ("{\"contexts\": 3}", "config:1:14: "),
        (
            "current-context: a\ncontexts:\n- name: a\n  context: {cluster: b}\nusers: []",
            "config:3:3: context \"a\" wants cluster \"b\", which is not there; there are none"
        ),
        ("contexts:\n- {name: a}\n- {name: a}", "config:3:3: context \"a\" is there twice"),
        ("contexts:\n\t- name: a", "config:2:"),
        ("\u{0}\u{1}binary", "config"),
    ])
    func `a fault names its place and what to do`(text: String, expected: String) throws {
        let told = try #require(try fault(text))
        #expect(told.hasPrefix(expected), "\(told)")
    }

    @Test func `a name that is not there is told with its neighbours`() throws {
        #expect(
            try fault(Self.two) { $0.context = "stagin" }
                == "config: context \"stagin\" is not there; "
                + "there are: broken, prod, staging (did you mean \"staging\"?)")
        #expect(
            try fault(Self.two) { $0.cluster = "zzzzzz" }
                == "config: cluster \"zzzzzz\" is not there; there are: c1, c2")
        #expect(try fault(Self.two) { $0.context = "broken" }?.hasPrefix("config:19:3: ") == true)
    }

    @Test(arguments: [
        ("{token: a, username: b}", "a token and a password"),
        ("{auth-provider: {name: gcp}}", "has the auth-provider \"gcp\", which Kubernetes dropped"),
        (
            "{client-certificate-data: bm8=, client-key-data: bm8=}",
            "client-certificate-data is not base64 of PEM"
        ),
        (
            "{client-certificate-data: LS0tLS1CRUdJTiBY}",
            "has a client-certificate but no client-key"
        ),
        ("{client-key: missing.pem}", "client-key \"DIR/missing.pem\" does not exist"),
        ("{as-groups: [g]}", "groups to act as, but no user to act as"),
        ("{exec: {command: x}}", "exec has the apiVersion \"\""),
        ("{exec: {apiVersion: client.authentication.k8s.io/v1}}", "exec has no command"),
        (
            "{exec: {command: x, apiVersion: client.authentication.k8s.io/v1}}",
            "exec has no interactiveMode"
        ),
        ("{exec: {command: x, apiVersion: client.authentication.k8s.io/v1alpha1}}", "v1alpha1"),
        (
            "{exec: {command: x, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Maybe}}",
            "\"Maybe\""
        ),
    ])
    func `an unusable user is told so`(user: String, expected: String) throws {
        let text = """
            current-context: a
            clusters: [{name: c, cluster: {server: "https://h"}}]
            contexts: [{name: a, context: {cluster: c, user: u}}]
            users: [{name: u, user: \(user)}]
            """
        let told = try #require(try fault(text))
        #expect(
            told.contains(expected.replacing("DIR", with: folder.path))
                || told.replacing("\"missing", with: "\"DIR/missing").contains(expected), "\(told)")
    }

    @Test(arguments: [
        ("{}", "cluster \"c\" has no server"), ("{server: 'ftp://h'}", "is not an http(s) URL"),
        ("{server: 'https://h', proxy-url: 'h:1'}", "no known scheme"),
        (
            "{server: 'https://h', insecure-skip-tls-verify: true, certificate-authority-data: LS0tLS1CRUdJTiBY}",
            "keep one of the two"
        ),
    ])
    func `an unusable cluster is told so`(cluster: String, expected: String) throws {
        let text = """
            current-context: a
            clusters: [{name: c, cluster: \(cluster)}]
            contexts: [{name: a, context: {cluster: c}}]
            """
        #expect(try fault(text)?.contains(expected) == true)
    }

    @Test func `no secret of a kubeconfig is in its errors`() throws {
        let told = try #require(try fault("users: [{name: u, user: {token: {secret: sesame}}}]"))
        #expect(!told.contains("sesame"))
    }
}

extension String {
    fileprivate func replacing(_ part: String, with other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
