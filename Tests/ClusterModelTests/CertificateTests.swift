import ClusterModel
import Testing

@Suite("Certificates")
struct CertificateTests {
    @Test("the dates of a PEM certificate are read without a TLS library")
    func dates() throws {
        let validity = try #require(CertificateValidity(pem: Array(Self.pem.utf8)))
        #expect(validity.notBefore.rfc3339 == "2026-01-01T00:00:00Z")
        #expect(validity.notAfter.rfc3339 == "2026-06-05T00:00:00Z")
    }

    @Test("text that holds no certificate gives none, whatever it holds")
    func rejected() {
        let body = Self.pem.split(separator: "\n")
        for count in 0..<body.count - 1 {
            let cut = body.prefix(count).joined(separator: "\n")
            #expect(CertificateValidity(pem: Array(cut.utf8)) == nil)
        }
        for length in 0..<200 {
            #expect(CertificateValidity(der: [UInt8](repeating: 0x30, count: length)) == nil)
        }
    }

    private static let pem = """
        -----BEGIN CERTIFICATE-----
        MIIBIjCByaADAgECAgEHMAoGCCqGSM49BAMCMBsxGTAXBgNVBAMMEHNob3AuZXhh
        bXBsZS5jb20wHhcNMjYwMTAxMDAwMDAwWhcNMjYwNjA1MDAwMDAwWjAbMRkwFwYD
        VQQDDBBzaG9wLmV4YW1wbGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
        8LXdpG6sEtLJsH8LDPrlNusvKx1O1kr8JQR9sSM9pXjMVQdYlHNtuc61rm6ZVUVh
        sMMozkJ9hMXPOHSoN9aexDAKBggqhkjOPQQDAgNIADBFAiEAjgUx17EAGz7zYexo
        rCM4L+ipEAb/+nMubdTPKyV/ciQCIC0loLP+/aX+CpAhirfzc9eaOMHgAQTfU8fV
        jCqPZUnd
        -----END CERTIFICATE-----
        """
}
