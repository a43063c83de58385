import ClusterModel
import Testing

@testable import Detection

@Suite("CronSchedule")
struct CronScheduleTests {
    @Test(
        "schedules come due when cron/v3 says",
        arguments: [
            (
                "*/15 * * * *", "2026-06-01T12:07:30Z", "2026-06-01T12:00:00Z",
                "2026-06-01T12:15:00Z"
            ),
            ("0 3 * * *", "2026-06-01T12:00:00Z", "2026-06-01T03:00:00Z", "2026-06-02T03:00:00Z"),
            ("0 12 * * *", "2026-06-01T12:00:00Z", "2026-06-01T12:00:00Z", "2026-06-02T12:00:00Z"),
            (
                "30 8-10 * * MON-FRI", "2026-06-06T12:00:00Z", "2026-06-05T10:30:00Z",
                "2026-06-08T08:30:00Z"
            ),
            (
                "0 0 1,15 * *", "2026-06-01T12:00:00Z", "2026-06-01T00:00:00Z",
                "2026-06-15T00:00:00Z"
            ),
            ("0 0 13 * 5", "2026-06-01T12:00:00Z", "2026-05-29T00:00:00Z", "2026-06-05T00:00:00Z"),
            ("0 0 */2 * 5", "2026-06-01T12:00:00Z", "2026-06-01T00:00:00Z", "2026-06-03T00:00:00Z"),
            (
                "5/20 * * * *", "2026-06-01T12:00:00Z", "2026-06-01T11:45:00Z",
                "2026-06-01T12:05:00Z"
            ),
            (
                "0 0 29 feb ?", "2026-06-01T12:00:00Z", "2024-02-29T00:00:00Z",
                "2028-02-29T00:00:00Z"
            ),
            ("@hourly", "2026-06-01T12:30:00Z", "2026-06-01T12:00:00Z", "2026-06-01T13:00:00Z"),
            ("@yearly", "2026-06-01T12:00:00Z", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"),
            (
                "@every 1h30m", "2026-06-01T12:00:00Z", "2026-06-01T10:30:00Z",
                "2026-06-01T13:30:00Z"
            ),
            (
                "TZ=UTC 0 3 * * *", "1969-12-31T12:00:00Z", "1969-12-31T03:00:00Z",
                "1970-01-01T03:00:00Z"
            ),
        ])
    func due(text: String, now: String, previous: String, next: String) throws {
        let schedule = try CronSchedule(text)
        let now = try #require(Timestamp(rfc3339: now))
        #expect(schedule.previous(until: now)?.rfc3339 == previous)
        #expect(schedule.next(after: now)?.rfc3339 == next)
    }

    @Test("a day that does not exist never comes")
    func neverDue() throws {
        let schedule = try CronSchedule("0 0 31 2 *")
        #expect(schedule.next(after: Scene.now) == nil)
        #expect(schedule.previous(until: Scene.now) == nil)
    }

    @Test(
        "what cron/v3 refuses is refused with the reason",
        arguments: [
            ("", "it is empty"),
            ("* * * *", "it has 4 fields instead of 5"),
            ("60 * * * *", "minute \"60\" is outside 0-59"),
            ("* 25 * * *", "hour \"25\" is outside 0-23"),
            ("* * 0 * *", "day of month \"0\" is outside 1-31"),
            ("* * * 13 *", "month \"13\" is outside 1-12"),
            ("* * * * 7", "day of week \"7\" is outside 0-6"),
            ("5-1 * * * *", "minute \"5-1\" runs backwards"),
            ("*/0 * * * *", "\"*/0\" is no minute"),
            ("1,,2 * * * *", "\"\" is no minute"),
            ("* * * foo *", "\"foo\" is no month"),
            ("99999999999999999999 * * * *", "\"99999999999999999999\" is no minute"),
            ("@fortnightly", "\"@fortnightly\" is no descriptor"),
            ("@every soon", "\"soon\" is no duration"),
        ])
    func refused(text: String, reason: String) {
        #expect(throws: CronError(reason)) { try CronSchedule(text) }
    }

    @Test("the zone in front is told apart from the fields")
    func zone() throws {
        #expect(try CronSchedule("CRON_TZ=Asia/Tokyo 0 3 * * *").zone == "Asia/Tokyo")
        #expect(try CronSchedule("0 3 * * *").zone.isEmpty)
    }
}
