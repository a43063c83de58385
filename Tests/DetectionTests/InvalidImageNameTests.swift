import Detection
import Testing

@Suite("InvalidImageName")
struct InvalidImageNameTests {
    @Test("names that are none are incidents")
    func incidents() throws {
        #expect(
            try Scene.incidents("InvalidImageName/invalid") == [
                "InvalidImageName Pod shop/capitals high",
                "InvalidImageName Pod shop/two-tags high",
                "InvalidImageName Pod shop/unfilled high",
                "InvalidImageName Pod shop/unreadable high",
            ])
    }

    @Test(
        "it tells what is wrong with the name",
        arguments: [
            ("capitals", "all in lower case"), ("two-tags", "it has two tags"),
            ("unfilled", "a placeholder was not filled in"), ("unreadable", "layer not known"),
        ])
    func words(pod: String, expected: String) throws {
        let incident = try Scene.incident("InvalidImageName/invalid", on: "Pod shop/\(pod)")
        #expect(incident.message.contains(expected))
    }
}
