import ClusterModel
import Detection
import Testing

@Suite("CreateContainerConfigError")
struct CreateContainerConfigErrorTests {
    @Test(
        "what is missing is one incident, whoever wants it",
        arguments: [
            (
                "CreateContainerConfigError/missing-secret",
                ["CreateContainerConfigError Secret shop/db-credentials high"]
            ),
            (
                "CreateContainerConfigError/missing-key",
                [
                    "CreateContainerConfigError ConfigMap shop/app-config high",
                    "CreateContainerConfigError Secret shop/db-credential high",
                ]
            ),
            (
                "CreateContainerConfigError/two-missing",
                [
                    "CreateContainerConfigError ConfigMap shop/settings high",
                    "CreateContainerConfigError Secret shop/token high",
                ]
            ),
            (
                "CreateContainerConfigError/known-by-kubelet",
                [
                    "CreateContainerConfigError ConfigMap shop/app-config high",
                    "CreateContainerConfigError Secret shop/db-credentials high",
                ]
            ),
            (
                "CreateContainerConfigError/refused",
                ["as-root", "command", "mounted", "named-user", "reserved", "sub-path"].map {
                    "CreateContainerConfigError Pod shop/\($0) high"
                }
            ),
            (
                "CreateContainerConfigError/missing-account",
                ["CreateContainerConfigError ServiceAccount shop/bulider high"]
            ),
            (
                "CreateContainerConfigError/account-by-event",
                ["CreateContainerConfigError ServiceAccount shop/queue high"]
            ),
            ("CreateContainerConfigError/account-came-late", []),
            ("CreateContainerConfigError/well", []),
        ])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "it names what is missing, where it is wanted and what may have been meant",
        arguments: [
            ("missing-secret", "Secret shop/db-credentials", "did you mean \"db-credential\"?"),
            (
                "missing-secret", "Secret shop/db-credentials",
                "spec.containers[0].env[1].valueFrom.secretKeyRef.name=db-credentials no such Secret"
            ),
            ("missing-key", "Secret shop/db-credential", "has no key \"pasword\""),
            ("missing-key", "Secret shop/db-credential", "did you mean \"password\"?"),
            ("missing-key", "ConfigMap shop/app-config", "did you mean \"LOG_LEVEL\"?"),
            ("known-by-kubelet", "ConfigMap shop/app-config", "has no key \"LOGLEVEL\""),
            ("missing-account", "ServiceAccount shop/bulider", "did you mean \"builder\"?"),
            (
                "missing-account", "ServiceAccount shop/bulider",
                "spec.template.spec.serviceAccountName=bulider"
            ),
        ])
    func missing(fixture: String, resource: String, expected: String) throws {
        let incident = try Scene.incident("CreateContainerConfigError/\(fixture)", on: resource)
        #expect(incident.words.contains(expected))
    }

    @Test(
        "it tells what is refused",
        arguments: [
            ("as-root", "must not run as root, but would"),
            ("command", "a command that its image does not contain"),
            ("mounted", "a directory onto a file"), ("named-user", "names its user"),
            ("reserved", "cannot be created"), ("sub-path", "a subPath that cannot be prepared"),
        ])
    func refused(pod: String, expected: String) throws {
        let incident = try Scene.incident(
            "CreateContainerConfigError/refused", on: "Pod shop/\(pod)")
        #expect(incident.title.contains(expected))
    }

    @Test("all who want the missing object are affected")
    func affected() throws {
        let secret = try Scene.incident(
            "CreateContainerConfigError/missing-secret", on: "Secret shop/db-credentials")
        #expect(
            secret.affected.map(\.description) == [
                "Pod shop/cart", "Pod shop/orders", "Pod shop/stock",
            ])
        let account = try Scene.incident(
            "CreateContainerConfigError/missing-account", on: "ServiceAccount shop/bulider")
        #expect(account.affected.contains { $0.description == "Deployment shop/builder" })
    }
}
