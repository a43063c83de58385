import Detection
import Testing

@Suite("WebhookFailing")
struct WebhookFailingTests {
    @Test(
        "a webhook that must answer and cannot is critical",
        arguments: [
            (
                "WebhookFailing/service-missing",
                ["WebhookFailing ValidatingWebhookConfiguration policy critical"]
            ),
            (
                "WebhookFailing/crashing",
                ["WebhookFailing ValidatingWebhookConfiguration policy critical"]
            ),
            ("WebhookFailing/exceptions", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "the decisive words are in the message",
        arguments: [
            ("WebhookFailing/service-missing", "Service shop/polcy does not exist"),
            ("WebhookFailing/crashing", "refuses CREATE of pods"),
        ])
    func words(fixture: String, words: String) throws {
        let incidents = Detection.incidents(in: try Scene.view(fixture))
        #expect(incidents.contains { $0.message.contains(words) }, "\(incidents.map(\.message))")
    }
}
