import Analysis
import ClusterModel
import Testing

@testable import Shadow

struct ChangeReaderTests {
    static let web = ObjectKey(.deployment, "shop", "web")

    private func changes(_ text: String) throws -> [ProposedChange] {
        var rest = Array(text.utf8)[...]
        var reader = ChangeReader(
            source: "f", namespace: "shop", now: Timestamp(seconds: 1_000_000))
        try reader.read { buffer in
            let piece = rest.prefix(buffer.count)
            buffer.copyBytes(from: piece)
            rest = rest.dropFirst(piece.count)
            return piece.count
        }
        return reader.changes
    }

    @Test func `proposals that are proposed and have not expired are taken`() throws {
        let found = try changes(
            """
            kind: ScalingProposalList
            items:
            - {id: a1, state: proposed, target: {kind: Deployment, namespace: shop, name: web},
               patch: {type: strategic, body: '{"spec":{"replicas":3}}'}}
            - {id: b2, state: held, target: {kind: Deployment, namespace: shop, name: api},
               patch: {type: strategic, body: '{}'}}
            - {id: c3, state: proposed, expiresAt: "1970-01-02T00:00:00Z",
               target: {kind: Deployment, namespace: shop, name: old},
               patch: {type: strategic, body: '{}'}}
            """)
        #expect(
            found == [
                ProposedChange(
                    [Patch(Self.web, .strategicMerge, ["spec": ["replicas": 3]])], .scaling,
                    source: "proposal a1")
            ])
    }

    @Test func `of an analysis the best fix that was not refuted is taken, whole`() throws {
        let found = try changes(
            """
            {"kind": "AnalysisReport", "analyses": [{"incident": {"id": "x9"}, "fixes": [
              {"title": "by hand"},
              {"status": "refuted", "patch": {"type": "merge", "body": {"a": 0},
               "target": {"kind": "Deployment", "namespace": "shop", "name": "web"}}},
              {"status": "verified",
               "patch": {"type": "strategic-merge", "body": {"a": 1},
                "target": {"kind": "Deployment", "namespace": "shop", "name": "web"}},
               "furtherPatches": [{"type": "json", "body": [{"op": "remove"}],
                "target": {"kind": "ConfigMap", "namespace": "shop", "name": "c"}}]}]}]}
            """)
        #expect(
            found == [
                ProposedChange(
                    [
                        Patch(Self.web, .strategicMerge, ["a": 1]),
                        Patch(ObjectKey(.configMap, "shop", "c"), .json, [["op": "remove"]]),
                    ], .analysis, source: "incident x9")
            ])
    }

    @Test func `a manifest is merged into the object that it names`() throws {
        let found = try changes(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec: {replicas: 2}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: c, namespace: other}
            data: {a: b}
            """)
        #expect(found.map(\.targets) == [[Self.web], [ObjectKey(.configMap, "other", "c")]])
        #expect(
            found.first?.patches.first?.body
                == ["metadata": ["name": "web"], "spec": ["replicas": 2]])
    }

    @Test(arguments: [
        "{\"kind\": \"ScanReport\"}", "{\"spec\": {}}", "{\"kind\": \"Deployment\"}",
        "{\"kind\": \"ScalingProposal\", \"state\": \"proposed\", \"patch\": {}}",
        "{\"kind\": \"ScalingProposal\", \"state\": \"proposed\", \"target\": {\"kind\": \"Pod\", "
            + "\"name\": \"a\"}, \"patch\": {\"type\": \"odd\", \"body\": \"{}\"}}",
        "{\"kind\": \"ScalingProposal\", \"state\": \"proposed\", \"target\": {\"kind\": \"Pod\", "
            + "\"name\": \"a\"}, \"patch\": {\"type\": \"merge\", \"body\": \"{\"}}",
    ])
    func `what is no change is refused`(text: String) {
        #expect(throws: (any Error).self) { try changes(text) }
    }

    @Test func `images go to the containers of a CronJob's own template`() {
        let change = ProposedChange.images(
            [("job", "x:2")], of: ObjectKey(.cronJob, "shop", "nightly"))
        let template: JSONValue = ["spec": ["containers": [["name": "job", "image": "x:2"]]]]
        #expect(
            change.patches.first?.body
                == ["spec": ["jobTemplate": ["spec": ["template": template]]]])
    }

    @Test func `a patch that is a list is a JSON patch`() {
        #expect(
            ProposedChange.patch([], of: Self.web, source: "f").patches.first?.kind == .json)
        #expect(
            ProposedChange.patch([:], of: Self.web, source: "f").patches.first?.kind
                == .strategicMerge)
    }
}
