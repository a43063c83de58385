import Detection
import Testing

@Suite("JobFailed")
struct JobFailedTests {
    @Test(
        "a Job that failed for good is an incident, on its CronJob if it has one",
        arguments: [
            ("JobFailed/backoff", ["JobFailed Job shop/migrate medium"]),
            ("JobFailed/deadline", ["JobFailed Job shop/report medium"]),
            ("JobFailed/once", ["JobFailed CronJob shop/backup medium"]),
            ("JobFailed/out-of-memory", ["OOMKilled Job shop/migrate high"]),
            ("JobFailed/exceptions", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "the words that decide are said",
        arguments: [
            (
                "JobFailed/backoff", "Job shop/migrate",
                [
                    "BackoffLimitExceeded", "4 of its pods failed",
                    "migrate-bbbbb exited with code 3 (Error)", "spec.backoffLimit=3",
                ]
            ),
            (
                "JobFailed/deadline", "Job shop/report",
                ["DeadlineExceeded", "spec.activeDeadlineSeconds=600"]
            ),
            ("JobFailed/once", "CronJob shop/backup", ["Job shop/backup-29672100 failed"]),
        ] as [(String, String, [String])])
    func words(fixture: String, resource: String, expected: [String]) throws {
        let words = try Scene.incident(fixture, on: resource).words
        for word in expected { #expect(words.contains(word), "no \(word) in:\n\(words)") }
    }
}
