import ClusterModel
import Detection
import Testing

@testable import Analysis

@Suite("Changes")
struct ChangeTests {
    private func analysis(_ fixture: String) throws -> IncidentAnalysis {
        let view = try Scene.own(fixture)
        let incidents = Detection.incidents(in: view)
        return Workflow(view, incidents: incidents, maxIterations: 5)
            .analyze(try #require(incidents.first))
    }

    @Test(
        "who changed an object shortly before is cited by the cause",
        arguments: [
            (
                "CrashLoopBackOff/edited-configmap", "kubectl-edit",
                "4m before the incident began; it has set data.LOG_LEVEL"
            ),
            (
                "CrashLoopBackOff/edited-template", "kubectl-set",
                "4m before the incident began; it has set spec.template"
            ),
            (
                "CrashLoopBackOff/edited-revision", "kubectl-set",
                "4m before the incident began; it has set spec.template"
            ),
            (
                "ReplicaMismatch/scaled-by-somebody", "kubectl-scale",
                "as the incident began; it has set spec.replicas"
            ),
            (
                "ServiceNoEndpoints/edited-selector", "kubectl-edit",
                "as the incident began; it has set spec.selector"
            ),
            (
                "QuotaExceeded/lowered", "kubectl-edit",
                "5m before the incident began; it has set spec.hard"
            ),
            (
                "NodePressure/cordoned-by-somebody", "kubectl-cordon",
                "4m before the incident began; it has set spec.unschedulable"
            ),
        ])
    func cited(fixture: String, manager: String, note: String) throws {
        let analysis = try analysis(fixture)
        let path = "metadata.managedFields[manager=\(manager)].time"
        let fact = try #require(analysis.facts.first { $0.evidence.path == path })
        #expect(fact.evidence.note == note)
        #expect(analysis.causes[0].evidence.contains(fact.id))
    }

    @Test(
        "what came to its users shortly before is a change too",
        arguments: [
            ("CrashLoopBackOff/new-policy", "argocd-controller", "NetworkPolicy shop/closed"),
            ("CrashLoopBackOff/edited-secret", "helm", "ConfigMap shop/settings"),
        ])
    func created(fixture: String, manager: String, object: String) throws {
        let causes = try analysis(fixture).causes.map(\.summary)
        #expect(causes.contains("It began 4m after \(manager) created \(object)."))
    }

    @Test(
        "an old edit, a status, another number of replicas, a label or a template that stayed is none",
        arguments: ["edited-long-before", "edited-status-and-scale", "statefulset-older-revision"])
    func irrelevant(fixture: String) throws {
        let analysis = try analysis("CrashLoopBackOff/\(fixture)")
        #expect(!analysis.facts.contains { $0.evidence.path.hasPrefix("metadata.") })
        #expect(analysis.causes.count == 1)
    }

    @Test(
        "a step back goes to the revision that all pods last had, and past the pod that blocks it",
        arguments: [
            (
                "CrashLoopBackOff/statefulset-revision",
                "kubectl rollout undo -n shop statefulset/db --to-revision=1 "
                    + "&& kubectl delete -n shop pod/db-1"
            ),
            (
                "ImagePullBackOff/statefulset-revision",
                "kubectl rollout undo -n shop statefulset/db --to-revision=1 "
                    + "&& kubectl delete -n shop pod/db-0"
            ),
            (
                "CrashLoopBackOff/daemonset-revision",
                "kubectl rollout undo -n shop daemonset/agent --to-revision=1"
            ),
            (
                "CrashLoopBackOff/daemonset-on-delete",
                "kubectl rollout undo -n shop daemonset/agent --to-revision=2 "
                    + "&& kubectl delete -n shop pod/agent-x"
            ),
        ])
    func rollback(fixture: String, command: String) throws {
        #expect(try analysis(fixture).fixes.map(\.command).contains(command))
    }

    @Test("what a program calls itself is repeated without what looks like a secret")
    func hostileName() throws {
        let analysis = try analysis("CrashLoopBackOff/edited-by-secret")
        let text = AnalysisTable.text(of: analysis) + "\(analysis.facts)"
        #expect(text.contains("changed ConfigMap shop/settings") && !text.contains("hunter2"))
    }

    @Test("a Secret is not shown by the command that shows what was changed")
    func secret() throws {
        let commands = try analysis("CrashLoopBackOff/edited-secret").fixes.map(\.command)
        #expect(commands.contains("kubectl describe -n shop secret/keys"))
        #expect(!commands.contains { $0.contains("secret") && $0.contains("yaml") })
    }
}
