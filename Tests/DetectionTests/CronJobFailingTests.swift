import Detection
import Testing

@Suite("CronJobFailing")
struct CronJobFailingTests {
    @Test(
        "a CronJob that does not do its work is one incident",
        arguments: [
            ("CronJobFailing/invalid", ["CronJobFailing CronJob shop/backup medium"]),
            ("CronJobFailing/never-due", ["CronJobFailing CronJob shop/backup medium"]),
            ("CronJobFailing/suspended", ["CronJobFailing CronJob shop/backup medium"]),
            ("CronJobFailing/repeatedly", ["CronJobFailing CronJob shop/backup medium"]),
            ("CronJobFailing/one-kept", ["CronJobFailing CronJob shop/backup medium"]),
            (
                "CronJobFailing/never-scheduled",
                [
                    "CronJobFailing CronJob shop/backup medium",
                    "CronJobFailing CronJob shop/report medium",
                ]
            ),
            ("CronJobFailing/missed", ["CronJobFailing CronJob shop/backup medium"]),
            ("CronJobFailing/exceptions", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture, settings) == expected)
    }

    @Test(
        "the words that decide are said",
        arguments: [
            ("CronJobFailing/invalid", "CronJob shop/backup", ["hour \"25\" is outside 0-23"]),
            ("CronJobFailing/never-due", "CronJob shop/backup", ["\"0 0 31 2 *\""]),
            ("CronJobFailing/suspended", "CronJob shop/backup", ["spec.suspend=true"]),
            (
                "CronJobFailing/repeatedly", "CronJob shop/backup",
                [
                    "the last 3 jobs failed", "BackoffLimitExceeded", "exited with code 3",
                    "2026-06-01T11:21:00Z",
                ]
            ),
            (
                "CronJobFailing/one-kept", "CronJob shop/backup",
                ["the last job failed", "2026-05-25T03:01:00Z"]
            ),
            ("CronJobFailing/never-scheduled", "CronJob shop/report", ["last ran never"]),
            (
                "CronJobFailing/missed", "CronJob shop/backup",
                ["status.lastScheduleTime=2026-05-31T03:00:00Z"]
            ),
        ] as [(String, String, [String])])
    func words(fixture: String, resource: String, expected: [String]) throws {
        let words = try Scene.incident(fixture, on: resource, settings).words
        for word in expected { #expect(words.contains(word), "no \(word) in:\n\(words)") }
    }

    private let settings: DetectionSettings = {
        var settings = DetectionSettings()
        settings.level = .low
        return settings
    }()
}
