import ClusterModel
import Detection

/// Deadlines, schedules, suspensions; and where to look when the program itself fails.
enum JobFixes {
    static func fixes(for fault: Fault, in file: CaseFile) -> [Fix] {
        switch fault {
        case .deadline(let key, let seconds): return [deadline(key, seconds)]
        case .jobFails(let key, _):
            return [
                Fix(
                    "Read the log of the pods that failed",
                    rationale: "The program ends with an error of its own; once it is mended, the "
                        + "Job has to be made again.", risk: .low,
                    command: logs(key, file))
            ]
        case .schedule(let key, let text):
            return [
                Fix(
                    "Write a schedule that comes due",
                    rationale: "\"\(text)\" never does; what was meant cannot be told from it.",
                    risk: .low, command: ShellCommand.kubectl("edit", key))
            ]
        case .suspended(let key):
            return [
                Fix(
                    "Let \(key) run again",
                    rationale: "It is suspended, so none of its runs is started.", risk: .low,
                    patches: [Patch(key, .strategicMerge, ["spec": ["suspend": false]])],
                    assumptions: ["that nobody suspended it on purpose"])
            ]
        case .missedRun(let key):
            return [
                Fix(
                    "See whether kube-controller-manager runs, and start the missed run by hand",
                    rationale: "It was due and no Job was made.", risk: .low,
                    command: "kubectl create job\(ShellCommand.namespaceFlag(key)) "
                        + "\("\(key.name)-by-hand".shellWord) --from=\("cronjob/\(key.name)".shellWord)"
                )
            ]
        default: return []
        }
    }

    private static func deadline(_ key: ObjectKey, _ seconds: Int) -> Fix {
        let longer = min(max(seconds, 1), 1 << 30) * 2
        let path =
            key.kind == .cronJob ? ["spec", "jobTemplate", "spec"] : ["spec"]
        let change: JSONValue = ["activeDeadlineSeconds": .int(Int64(longer))]
        return Fix(
            "Give it \(ageText(longer)) instead of \(ageText(seconds))",
            rationale: "It was stopped while it still ran; how long it takes is not known, so the "
                + "deadline is doubled."
                + (key.kind == .job ? " A Job that has failed has to be made again." : ""),
            risk: .low,
            patches: [
                Patch(key, key.kind == .job ? .recreate : .strategicMerge, change.nested(in: path))
            ], assumptions: ["that it ends within \(ageText(longer))"])
    }

    private static func logs(_ key: ObjectKey, _ file: CaseFile) -> String {
        let pods =
            file.pods + file.index.pods(ofWorkload: key)
            + file.objects.filter { $0.kind == .job }.flatMap(file.index.pods(ownedBy:))
        guard let end = JobPodEnd(pods) else { return ShellCommand.kubectl("describe", key) }
        return ShellCommand.kubectl(
            "logs", end.pod.key, "-c \(end.container.name.string.shellWord) --tail=50")
    }
}
