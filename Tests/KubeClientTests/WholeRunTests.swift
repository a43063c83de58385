import ClusterModel
import LoopbackServer
import Testing

@testable import HTTP
@testable import KubeClient

/// What ends a run, as opposed to what is missing from it.
@Suite(.timeLimit(.minutes(1)))
struct WholeRunTests {
    private func fault(_ server: LoopbackServer, _ credential: Credential = .none) async
        -> KubeError?
    {
        var consumer = NameConsumer()
        let request = ListRequest(ResourcePath(GroupVersion("", "v1"), "pods"))
        do {
            _ = try await client(of: server, credential).list(request, into: &consumer)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [200, 403, 404, 502])
    func `a server that speaks HTML is no API server`(status: Int) async throws {
        let server = try LoopbackServer { _, _ in
            .answer(status, ["Content-Type": "text/html; charset=utf-8"], "<html>")
        }
        defer { server.stop() }
        let error = await fault(server)
        #expect(error?.code == .notKubernetes)
        #expect(
            error?.description
                == "GET 127.0.0.1:\(server.port)/api/v1/pods: the server answered text/html, "
                + "not Kubernetes; is this URL an API server?")
    }

    @Test func `a login page elsewhere is no API server`() async throws {
        let server = try LoopbackServer { _, _ in
            .answer(302, ["Location": "https://login.test/?token=secret"])
        }
        defer { server.stop() }
        let error = await fault(server)
        #expect(
            error?.message.hasSuffix(
                "the server sends us elsewhere (login.test:443), not Kubernetes") == true)
    }

    @Test func `a TLS port spoken to without TLS`() async throws {
        let server = try LoopbackServer { _, _ in
            .answer(400, [:], "Client sent an HTTP request to an HTTPS server.")
        }
        defer { server.stop() }
        #expect(await fault(server)?.hint == "does it speak TLS? then write https://")
    }

    @Test func `nobody there`() async throws {
        let server = try LoopbackServer { _, _ in .cut }
        server.stop()
        let error = await fault(server)
        #expect(error?.code == .unreachable)
        #expect(error?.message.hasPrefix("GET 127.0.0.1:\(server.port)/api/v1/pods: ") == true)
    }

    @Test func `an unknown user`() async throws {
        let server = try LoopbackServer { _, _ in status(401, "Unauthorized", "Unauthorized") }
        defer { server.stop() }
        let nobody = await fault(server)
        #expect(nobody?.code == .unauthorised)
        #expect(
            nobody?.description == "\(server.url) does not accept user \"me\": Unauthorized; "
                + "the kubeconfig has no credentials for it")
        #expect(await fault(server, .token("t"))?.hint?.hasPrefix("log in again") == true)
        #expect(server.requests.last?.headers["authorization"] == "Bearer t")
    }

    @Test func `an expired client certificate is named with its date`() async throws {
        guard Certificates.isPossible else { return }
        let certificates = try Certificates()
        let server = try LoopbackServer { _, _ in status(401, "Unauthorized", "Unauthorized") }
        defer { server.stop() }
        var access = ClusterAccess(server: server.url)
        access.userName = "old"
        access.tls.clientCertificatePEM = try certificates.pem("client-expired.crt")
        let client = KubeClient(access, .init(version: "0"))
        let error = await #expect(throws: KubeError.self) {
            try await client.send(Request(url: server.url))
        }
        #expect(error?.code == .credentials)
        #expect(
            error?.message.hasPrefix("the client certificate of user \"old\" expired on 20") == true
        )
    }

    @Test func `a token file is read again`() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("token", "first\n")
        let server = try LoopbackServer { request, _ in
            if request.headers["authorization"] == "Bearer first" {
                _ = try? folder.write("token", "second\n")
                return status(401, "Unauthorized", "Unauthorized")
            }
            return .json(page([], from: 0, size: 1))
        }
        defer { server.stop() }
        #expect(await fault(server, .tokenFile(path: path, fallback: "")) == nil)
        #expect(
            server.requests.map { $0.headers["authorization"] } == [
                "Bearer first", "Bearer second",
            ])
        _ = shell("rm '\(path)'")
        let gone = await fault(server, .tokenFile(path: path, fallback: ""))
        #expect(gone?.description == "\(path): the token file does not exist")
    }

    @Test func `a password and another name travel as header fields`() async throws {
        let server = try LoopbackServer { _, _ in .json(page([], from: 0, size: 1)) }
        defer { server.stop() }
        #expect(await fault(server, .basic(username: "me", password: "pw")) == nil)
        #expect(server.requests.first?.headers["authorization"] == "Basic bWU6cHc=")
    }
}
