import ClusterModel
import Testing

@Suite("Selectors")
struct SelectorTests {
    private let labels = StringMap([("app", "web"), ("env", "prod"), ("weight", "7")])

    @Test(
        "label selectors match as kubectl's -l does",
        arguments: [
            ("app=web", true), ("app==web", true), ("app!=web", false), ("app", true),
            ("!app", false), ("tier", false), ("!tier", true), ("env in (prod, dev)", true),
            ("env notin (prod)", false), ("tier notin (db)", true), ("app=web,env=dev", false),
            ("app=web,env in (dev,prod)", true), ("tier!=db", true),
        ])
    func labelSelectors(text: String, matches: Bool) throws {
        let selector = try #require(LabelSelector(text: text))
        #expect(selector.matches(labels) == matches)
    }

    @Test("what is no label selector is refused", arguments: ["", "=web", "a b c", "app in prod"])
    func rejected(text: String) {
        #expect(LabelSelector(text: text) == nil)
    }

    @Test(
        "a toleration covers a taint as the scheduler sees it",
        arguments: [
            ("gpu", "Equal", "yes", "NoSchedule", true),
            ("gpu", "Equal", "no", "NoSchedule", false),
            ("gpu", "Exists", "", "", true), ("", "Exists", "", "", true),
            ("gpu", "Exists", "", "NoExecute", false), ("", "", "", "", false),
            ("gpu", "", "yes", "NoSchedule", true),
        ])
    func tolerations(key: String, mode: String, value: String, effect: String, covers: Bool) {
        var taint = Taint()
        (taint.key, taint.value, taint.effect) = ("gpu", "yes", "NoSchedule")
        var toleration = Toleration()
        (toleration.key, toleration.operator) = (Symbol(key), Symbol(mode))
        (toleration.value, toleration.effect) = (Symbol(value), Symbol(effect))
        #expect(toleration.tolerates(taint) == covers)
    }

    @Test(
        "field selectors match pods",
        arguments: [
            ("spec.nodeName=node-1", true), ("spec.nodeName!=node-1", false),
            ("status.phase=Running,metadata.name=web", true), ("metadata.namespace=other", false),
        ])
    func fieldSelectors(text: String, matches: Bool) throws {
        var pod = Pod()
        (pod.metadata.name, pod.metadata.namespace) = ("web", "shop")
        pod.spec.nodeName = "node-1"
        pod.status.phase = "Running"
        #expect(try #require(FieldSelector(text: text)).matches(pod) == matches)
    }

    @Test("fields pods are not selected by are refused", arguments: ["spec.foo=1", "phase", ""])
    func unknownFields(text: String) {
        #expect(FieldSelector(text: text) == nil)
    }
}
