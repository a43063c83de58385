import ClusterModel

extension CronJob {
    /// A moment after which the schedule has surely come due at least once by `time`, whatever the
    /// zone it is meant in; nil if that cannot be told.
    ///
    /// Zones are not looked up, which would tie results to the machine's time zone files. A schedule
    /// without one is meant in the controller manager's own, which is most often, not always, UTC.
    func surelyDue(_ schedule: CronSchedule, by time: Timestamp) -> Timestamp? {
        if isInUTC(schedule) { return schedule.previous(until: time) }
        if schedule.isHourly { return schedule.previous(until: time)?.adding(seconds: -3600) }
        // Zones reach from UTC-12 to UTC+14.
        return schedule.previous(until: time.adding(seconds: -12 * 3600))?
            .adding(seconds: -14 * 3600)
    }

    /// True if it says so, or if it names no zone and has run when it is due in UTC.
    private func isInUTC(_ schedule: CronSchedule) -> Bool {
        let zone = schedule.zone.isEmpty ? spec.timeZone.string : schedule.zone
        guard zone.isEmpty else { return ["UTC", "Etc/UTC", "GMT", "Etc/GMT"].contains(zone) }
        return status.lastScheduleTime.isSet && schedule.isDue(at: status.lastScheduleTime)
    }
}
