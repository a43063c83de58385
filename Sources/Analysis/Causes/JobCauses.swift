import ClusterModel
import Detection

/// Why a Job failed or a CronJob does not run: its program, its deadline, its schedule, its zone, a
/// suspension.
enum JobCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        let key = file.incident.resource
        guard let place = file.index.position(of: key) else { return [] }
        if key.kind == .cronJob {
            let cronJob = file.snapshot.cronJobs[place]
            if let cause = timing(cronJob, &file) { return [cause] }
        }
        return [run(key, &file)]
    }

    private static func timing(_ cronJob: CronJob, _ file: inout CaseFile) -> RootCause? {
        let key = cronJob.key
        switch file.incident.title {
        case "the schedule is invalid", "the schedule never comes due":
            return file.workloadCause(
                .schedule(key, cronJob.spec.schedule.string), .certain, file.incident.message)
        case "the CronJob is suspended":
            return file.workloadCause(
                .suspended(key), .certain, "Somebody suspended \(key).")
        case "the schedule has come due, but no job was started":
            return file.workloadCause(.missedRun(key), .possible, file.incident.message)
        default: return nil
        }
    }

    private static func run(_ key: ObjectKey, _ file: inout CaseFile) -> RootCause {
        let jobs = file.objects.filter { $0.kind == .job }
        let pods =
            file.pods + jobs.flatMap { file.index.pods(ownedBy: $0) }
            + file.index.pods(ofWorkload: key)
        let reason = file.incident.evidence.first {
            $0.path.contains("conditions[") && $0.path.hasSuffix("].reason")
        }
        if reason?.value == "DeadlineExceeded", let limit = deadline(key, file) {
            let fact = file.cite(key, deadlinePath(key), "\(limit)")
            return file.workloadCause(
                .deadline(key, seconds: limit), .certain,
                "\(key) takes longer than its deadline of \(ageText(limit)).", [fact])
        }
        guard let end = JobPodEnd(pods) else {
            return file.workloadCause(
                .jobFails(key, code: nil), .possible,
                "\(key) failed, and no pod of it is left that could say why.")
        }
        return ended(end, key, &file)
    }

    /// Told by the program itself, or else by how it ended.
    private static func ended(
        _ end: JobPodEnd, _ key: ObjectKey, _ file: inout CaseFile
    ) -> RootCause {
        let place = ContainerPlace(
            workload: key, container: end.container.name, isInit: end.container.isInit)
        let code = file.cite(end.pod.key, "\(end.path).exitCode", "\(end.state.exitCode)")
        if end.state.reason == "OOMKilled" {
            return file.workloadCause(
                .memoryLimit(place, limit: end.container.spec?.resources.limits["memory"]),
                .certain,
                "Container \"\(place.container)\" of \(key) needs more memory than its limit.",
                [code])
        }
        if let (complaint, fact) = file.complaint(of: end.container, in: end.pod) {
            if case .missingVariable(let name) = complaint {
                return VariableCauses.cause(name, place, fact, &file)
            }
            return file.workloadCause(
                .complaint(place, complaint), .likely,
                "The pods of \(key) fail, and container \"\(place.container)\" says: \(complaint).",
                [fact])
        }
        return file.workloadCause(
            .jobFails(key, code: end.state.exitCode), .possible,
            "The pods of \(key) fail: container \"\(place.container)\" ends with "
                + "\(end.state.summary); its log says why.", [code])
    }

    private static func deadline(_ key: ObjectKey, _ file: CaseFile) -> Int? {
        guard let place = file.index.position(of: key) else { return nil }
        return key.kind == .cronJob
            ? file.snapshot.cronJobs[place].spec.jobTemplate.spec.activeDeadlineSeconds
            : file.snapshot.jobs[place].spec.activeDeadlineSeconds
    }

    private static func deadlinePath(_ key: ObjectKey) -> String {
        key.kind == .cronJob
            ? "spec.jobTemplate.spec.activeDeadlineSeconds" : "spec.activeDeadlineSeconds"
    }
}
