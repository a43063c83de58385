import HTTP
import LoopbackServer
import Testing

@Suite(.enabled(if: Certificates.isPossible), .timeLimit(.minutes(1)))
struct TLSTests {
    let certificates: Certificates

    init() throws { certificates = try Certificates() }

    private func server(_ name: String = "server", _ more: String...) throws -> TLSServer {
        let files = [
            "-cert", certificates.path("\(name).crt"), "-key", certificates.path("\(name).key"),
        ]
        return try TLSServer(files + more)
    }

    private func outcome(_ server: TLSServer, _ tls: TLSOptions, host: String = "127.0.0.1") async
        -> HTTPError.Code?
    {
        do {
            let client = HTTPClient(ClientConfiguration(tls: tls))
            let response = try await client.send(Request(url: "https://\(host):\(server.port)/"))
            _ = try await response.body.collect(upTo: 1 << 20)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func `trust is the given authority's only`() async throws {
        let server = try server()
        defer { server.stop() }
        let ca = try certificates.pem("ca.crt")
        let otherCA = try certificates.pem("other-ca.crt")
        #expect(await outcome(server, TLSOptions(caPEM: ca)) == nil)
        #expect(await outcome(server, TLSOptions(caPEM: otherCA)) == .tlsUntrusted)
        #expect(await outcome(server, TLSOptions()) == .tlsUntrusted)
        #expect(await outcome(server, TLSOptions(insecureSkipVerify: true)) == nil)
        #expect(await outcome(server, TLSOptions(caPEM: [1, 2])) == .certificateAuthority)
    }

    @Test func `the name verified is the host or the one given`() async throws {
        let server = try server()
        defer { server.stop() }
        let ca = try certificates.pem("ca.crt")
        #expect(await outcome(server, TLSOptions(caPEM: ca), host: "localhost") == .tlsNameMismatch)
        let named = TLSOptions(caPEM: ca, serverName: "kube.test")
        #expect(await outcome(server, named, host: "localhost") == nil)
        let wrong = TLSOptions(caPEM: ca, serverName: "other.test")
        #expect(await outcome(server, wrong) == .tlsNameMismatch)
    }

    @Test func `an expired certificate is called that`() async throws {
        let server = try server("expired")
        defer { server.stop() }
        let tls = TLSOptions(caPEM: try certificates.pem("ca.crt"))
        #expect(await outcome(server, tls) == .tlsExpired)
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `a client certificate is shown, and a refusal is called that`(version: String) async throws
    {
        let server = try server(
            "server", "-CAfile", certificates.path("ca.crt"), "-Verify", "1",
            "-verify_return_error",
            version)
        defer { server.stop() }
        func tls(_ certificate: String?, _ key: String?) throws -> TLSOptions {
            TLSOptions(
                caPEM: try certificates.pem("ca.crt"),
                clientCertificatePEM: try certificate.map { try certificates.pem($0) },
                clientKeyPEM: try key.map { try certificates.pem($0) })
        }
        let pairs = [
            ("client.crt", "client.key"), ("other.crt", "other.key"),
            ("client-expired.crt", "client-expired.key"), ("client.crt", "other.key"),
            ("client.crt", "encrypted.key"), ("client.key", "client.key"),
        ]
        var codes: [HTTPError.Code?] = []
        for (certificate, key) in pairs {
            codes.append(await outcome(server, try tls(certificate, key)))
        }
        #expect(codes == [nil] + Array(repeating: .clientCertificate, count: 5))
        let absent = try await outcome(server, tls(nil, nil))
        #expect(absent == .clientCertificate || absent == .tlsHandshake)
    }
}
