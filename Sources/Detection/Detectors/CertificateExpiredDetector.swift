import ClusterModel

/// Certificates that have expired or soon will: those of TLS Secrets, and the one the scan itself
/// was made with.
///
/// - Exceptions: certificates made for three days or less, as meshes rotate them, until the last
///   quarter of their life; Secrets whose certificate could not be read.
/// - Severity: high.
/// - Evidence: the date, the Ingresses that serve it.
enum CertificateExpiredDetector: Detector {
    static let rule = Rule(
        "AEG-207", .certificateExpired, .high, layer: .cluster,
        "a certificate has expired or expires within 14 days")

    private static let notice = 14 * 86400
    private static let shortLife = 3 * 86400

    static func findings(in view: ClusterView) -> [Finding] {
        let users = Dictionary(
            grouping: view.snapshot.ingresses.flatMap { ingress in
                ingress.spec.tls.map { tls in
                    (ObjectKey(.secret, ingress.metadata.namespace, tls.secretName), ingress.key)
                }
            }, by: \.0)
        let secrets = view.snapshot.secrets.compactMap { secret -> Finding? in
            guard let certificate = secret.certificate else { return nil }
            let ingresses = (users[secret.key] ?? []).map(\.1)
            return finding(
                secret.key, certificate, "data[tls.crt]", at: view.now, affected: ingresses)
        }
        return secrets + (own(in: view).map { [$0] } ?? [])
    }

    private static func own(in view: ClusterView) -> Finding? {
        guard let identity = view.snapshot.clientIdentity else { return nil }
        return finding(
            ObjectKey(.user, .empty, identity.user), identity.certificate,
            "users[\(identity.user)].client-certificate", at: view.now, affected: [])
    }

    private static func finding(
        _ key: ObjectKey, _ certificate: CertificateValidity, _ path: String, at now: Timestamp,
        affected: [ObjectKey]
    ) -> Finding? {
        let left = certificate.notAfter.since(now)
        let life = certificate.notAfter.since(certificate.notBefore)
        let threshold = life <= shortLife ? life / 4 : notice
        guard certificate.notAfter.isSet, left <= threshold else { return nil }
        return Finding(
            rule, on: key, cause: Cause(key),
            title: left <= 0 ? "certificate has expired" : "certificate expires soon",
            message: .message(key, certificate, left, affected),
            since: left <= 0 ? certificate.notAfter : Timestamp(),
            evidence: [
                Evidence(
                    key, path, "notAfter \(certificate.notAfter)",
                    note: left <= 0 ? "\(ageText(-left)) ago" : "in \(ageText(left))")
            ], affected: affected, standsAlone: true)
    }
}

extension String {
    fileprivate static func message(
        _ key: ObjectKey, _ certificate: CertificateValidity, _ left: Int, _ users: [ObjectKey]
    ) -> String {
        let when =
            left <= 0
            ? "expired \(ageText(-left)) ago" : "expires in \(ageText(left))"
        let serves =
            users.isEmpty ? "" : "; \(users.map(\.description).joined(separator: ", ")) serves it"
        return "The certificate of \(key) \(when), on \(certificate.notAfter)\(serves)."
    }
}
