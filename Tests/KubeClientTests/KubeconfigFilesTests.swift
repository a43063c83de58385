import LoopbackServer
import Testing

@testable import HTTP
@testable import KubeClient

struct KubeconfigFilesTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func find(
        _ environment: [String: String], kubeconfig: String? = nil
    ) throws -> ClusterAccess {
        try ClusterAccess.find(
            kubeconfig: kubeconfig, overrides: Overrides(), environment: environment,
            serviceAccount: folder.file("sa"))
    }

    @Test func `of several files the first to name something counts`() throws {
        let first = try folder.write(
            "first",
            """
            contexts: [{name: a, context: {cluster: c, user: u}}]
            users: [{name: u, user: {token: first}}]
            """)
        let second = try folder.write(
            "second",
            """
            current-context: a
            clusters: [{name: c, cluster: {server: "https://second"}}]
            contexts: [{name: a, context: {cluster: other}}]
            users: [{name: u, user: {token: second, as: boss}}]
            """)
        let access = try find(["KUBECONFIG": "\(first)::\(folder.path)/missing:\(second):\(first)"])
        #expect(access.server == "https://second")
        #expect(access.credential == .token("first"))
        #expect(access.impersonation == Impersonation())
    }

    @Test func `paths are relative to their own file`() throws {
        _ = shell("mkdir '\(folder.path)/sub'")
        try folder.write("sub/ca.pem", "-----BEGIN CERTIFICATE-----\nca")
        try folder.write("sub/crt", "-----BEGIN CERTIFICATE-----\ncrt")
        try folder.write("sub/key", "-----BEGIN PRIVATE KEY-----\nkey")
        let file = try folder.write(
            "sub/config",
            """
            current-context: a
            clusters: [{name: c, cluster: {server: "https://h", certificate-authority: ca.pem}}]
            contexts: [{name: a, context: {cluster: c, user: u}}]
            users:
            - name: u
              user: {client-certificate: ./crt, client-key: key, tokenFile: token}
            """)
        let access = try find(["KUBECONFIG": file])
        #expect(access.tls.caPEM?.suffix(2) == Array("ca".utf8)[...])
        #expect(access.tls.clientCertificatePEM?.suffix(3) == Array("crt".utf8)[...])
        #expect(access.tls.clientKeyPEM?.suffix(3) == Array("key".utf8)[...])
        let token = "\(folder.path)/sub/token"
        #expect(access.credential == .tokenFile(path: token, fallback: ""))
    }

    @Test func `data wins over files`() throws {
        let file = try folder.write(
            "config",
            """
            current-context: a
            clusters: [{name: c, cluster: {server: "https://h", certificate-authority: missing,
                certificate-authority-data: LS0tLS1CRUdJTiBY}}]
            contexts: [{name: a, context: {cluster: c}}]
            """)
        #expect(try find([:], kubeconfig: file).tls.caPEM == Array("-----BEGIN X".utf8))
    }

    @Test func `the file in the home folder is the last resort`() throws {
        _ = shell("mkdir '\(folder.path)/.kube'")
        try folder.write(".kube/config", KubeconfigTests.two)
        #expect(try find(["HOME": folder.path]).contextName == "prod")
    }

    @Test func `a file named by the flag has to exist`() throws {
        let error = #expect(throws: KubeError.self) {
            try find([:], kubeconfig: folder.file("none"))
        }
        #expect(error?.description == "\(folder.path)/none: does not exist")
        let folderError = #expect(throws: KubeError.self) { try find([:], kubeconfig: folder.path) }
        #expect(folderError?.description.contains("cannot be read") == true)
    }

    @Test func `without any there is a sentence`() throws {
        let error = #expect(throws: KubeError.self) { try find(["HOME": folder.path]) }
        #expect(
            error?.description == "\(folder.path)/.kube/config: there is no kubeconfig; "
                + "set KUBECONFIG or --kubeconfig, or read a dump with -f")
    }

    @Test func `inside a pod the service account is used`() throws {
        _ = shell("mkdir '\(folder.path)/sa'")
        try folder.write("sa/token", "t\n")
        try folder.write("sa/ca.crt", "-----BEGIN CERTIFICATE-----")
        try folder.write("sa/namespace", "shop\n")
        let inside = [
            "KUBERNETES_SERVICE_HOST": "fd00::1", "KUBERNETES_SERVICE_PORT": "443",
            "HOME": "/nowhere",
        ]
        let access = try find(inside)
        #expect(access.server == "https://[fd00::1]:443")
        #expect(access.namespace == "shop")
        #expect(access.tls.caPEM != nil)
        #expect(access.credential == .tokenFile(path: folder.file("sa/token"), fallback: ""))
        // A kubeconfig comes first.
        let file = try folder.write("config", KubeconfigTests.two)
        #expect(try find(inside.merging(["KUBECONFIG": file]) { $1 }).server == "https://one:6443")
    }
}
