import Testing

@Suite("TerminatingStuck")
struct TerminatingStuckTests {
    @Test(
        "what was deleted and does not go is an incident once its time is over",
        arguments: [
            (
                "TerminatingStuck/stuck",
                [
                    "TerminatingStuck PersistentVolumeClaim shop/data medium",
                    "TerminatingStuck Pod shop/held medium",
                    "TerminatingStuck Pod shop/silent medium",
                ]
            ),
            (
                "TerminatingStuck/namespace",
                [
                    "TerminatingStuck Namespace old medium",
                    "TerminatingStuck Namespace older medium",
                ]
            ),
            ("TerminatingStuck/going", []),
        ])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "it names what holds the object",
        arguments: [
            ("stuck", "Pod shop/silent", "the kubelet on node-1 has not confirmed"),
            ("stuck", "Pod shop/held", "held by finalizer example.com/backup"),
            ("stuck", "PersistentVolumeClaim shop/data", "until no pod uses it"),
            ("stuck", "PersistentVolumeClaim shop/data", "Pod shop/user still uses it"),
            ("stuck", "PersistentVolumeClaim shop/data", "metadata.finalizers[0]"),
            ("namespace", "Namespace old", "it still contains ConfigMap old/lock"),
            ("namespace", "Namespace old", "finalizer example.com/lock"),
            ("namespace", "Namespace older", "example.com/cleanup in 2 resource instances"),
        ])
    func words(fixture: String, resource: String, expected: String) throws {
        let incident = try Scene.incident("TerminatingStuck/\(fixture)", on: resource)
        #expect(incident.words.contains(expected))
    }
}
