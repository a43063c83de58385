/// A certificate authority, server and client certificates, good and bad, made by `openssl`.
package struct Certificates: Sendable {
    package let folder: TemporaryFolder

    package static let isPossible = shell("openssl version").status == 0

    /// Files `NAME.crt` and `NAME.key` for `ca`, `server` (127.0.0.1, kube.test), `expired`,
    /// `client`, `other` (a client of another authority) and `other-ca`.
    package init() throws {
        folder = try TemporaryFolder()
        let script = """
            set -e; cd '\(folder.path)'
            new() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out $1.key; }
            authority() {
                new $1
                openssl req -x509 -new -key $1.key -subj /CN=$1 -days 2 -out $1.crt
            }
            issue() {
                new $1
                printf '%s' "$4" > $1.ext
                openssl req -new -key $1.key -subj "/O=group/CN=$1" |
                    openssl x509 -req -CA $2.crt -CAkey $2.key -set_serial 7 -days $3 \\
                        -extfile $1.ext -out $1.crt
            }
            authority ca; authority other-ca
            issue server ca 2 subjectAltName=IP:127.0.0.1,DNS:kube.test
            issue expired ca -1 subjectAltName=IP:127.0.0.1
            issue client ca 2 extendedKeyUsage=clientAuth
            issue client-expired ca -1 extendedKeyUsage=clientAuth
            issue other other-ca 2 extendedKeyUsage=clientAuth
            openssl pkey -in client.key -aes128 -passout pass:secret -out encrypted.key
            """
        let (status, output) = shell(script)
        guard status == 0 else { throw CertificateError(output: output) }
    }

    package func pem(_ name: String) throws -> [UInt8] { try folder.read(name) }
    package func path(_ name: String) -> String { folder.file(name) }
}

struct CertificateError: Error {
    let output: String
}
