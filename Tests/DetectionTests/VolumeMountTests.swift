import Testing

@Suite("VolumeMount")
struct VolumeMountTests {
    @Test(
        "a volume that does not come is an incident on what is missing",
        arguments: [
            (
                "VolumeMount/missing",
                [
                    "VolumeMount ConfigMap shop/app-conf high",
                    "VolumeMount ConfigMap shop/app-config high",
                    "VolumeMount Secret shop/vault-token high",
                ]
            ),
            ("VolumeMount/known-by-kubelet", ["VolumeMount ConfigMap shop/app-conf high"]),
            (
                "VolumeMount/storage",
                [
                    "VolumeMount PersistentVolumeClaim shop/db-data high",
                    "VolumeMount Pod shop/logs high",
                ]
            ),
            ("VolumeMount/well", []),
        ])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "it names the field and the reason",
        arguments: [
            ("missing", "ConfigMap shop/app-conf", "did you mean \"app-config\"?"),
            ("missing", "ConfigMap shop/app-conf", "spec.volumes[0].configMap.name=app-conf"),
            (
                "missing", "ConfigMap shop/app-config",
                "spec.volumes[0].configMap.items[0].key=app.yml"
            ),
            (
                "missing", "Secret shop/vault-token",
                "spec.volumes[0].projected.sources[2].secret.name=vault-token"
            ),
            (
                "storage", "PersistentVolumeClaim shop/db-data",
                "volume of claim \"db-data\" is still attached to another node"
            ),
            ("storage", "Pod shop/logs", "volume \"host\" refers to a host path of another type"),
        ])
    func words(fixture: String, resource: String, expected: String) throws {
        let incident = try Scene.incident("VolumeMount/\(fixture)", on: resource)
        #expect(incident.words.contains(expected))
    }
}
