// From what was seen of the changed copy and of the control to what is said of the change.

internal import ClusterModel
internal import Detection

/// What the looks at both copies have come to.
struct Comparison: Sendable {
    /// Since when a copy has been in the state it is in.
    struct Side: Sendable {
        private(set) var latest: Observation
        /// Since when it has been whole, without trouble and without further restarts.
        private(set) var wellSince: Timestamp?
        /// Since when each incident has been seen at every look.
        private(set) var incidentsSince: [String: Timestamp] = [:]

        init(_ observation: Observation) {
            latest = observation
            take(observation)
        }

        /// - Parameter excused: trouble that does not count, because it is not of this copy alone.
        mutating func take(_ observation: Observation, excused: Set<String> = []) {
            let hasRestarted = observation.restarts > latest.restarts
            latest = observation
            let ids = Set(observation.incidents.map(\.id))
            incidentsSince = incidentsSince.filter { ids.contains($0.key) }
            for id in ids where incidentsSince[id] == nil {
                incidentsSince[id] = observation.moment
            }
            let trouble = observation.incidents.filter { !excused.contains($0.likeness) }
            let isWell = observation.isRolledOut && trouble.isEmpty && !hasRestarted
            wellSince = isWell ? wellSince ?? observation.moment : nil
        }

        func isWell(for seconds: Int) -> Bool {
            wellSince.map { latest.moment.since($0) >= seconds } ?? false
        }

        /// Trouble that has been there for as long.
        func lasting(_ seconds: Int) -> [Incident] {
            latest.incidents.filter {
                incidentsSince[$0.id].map { latest.moment.since($0) >= seconds } ?? false
            }
        }
    }

    private(set) var changed: Side
    private(set) var control: Side
    /// Seconds for which a state must last to count.
    let settle: Int

    init(_ changed: Observation, control: Observation, settle: Int) {
        self.changed = Side(changed)
        self.control = Side(control)
        self.settle = settle
    }

    mutating func take(_ changed: Observation, control: Observation) {
        self.control.take(control)
        self.changed.take(changed, excused: Set(control.incidents.map(\.likeness)))
    }

    /// True once looking on would not change the answer.
    var isDecided: Bool {
        if changed.isWell(for: settle) { return true }
        return control.isWell(for: settle) && !news(lasting: settle).isEmpty
    }

    /// What the changed copy suffers from and the control does not. The copies are in namespaces
    /// of their own, so incidents are told apart by rule, kind and name.
    private func news(lasting seconds: Int) -> [Incident] {
        let known = Set(control.latest.incidents.map(\.likeness))
        return changed.lasting(seconds).filter { !known.contains($0.likeness) }
    }
}

extension Incident {
    /// The same for the same trouble in another namespace.
    var likeness: String {
        "\(rule.code) \(resource.kind.name) \(resource.name) \(title)"
    }
}

// MARK: Checks

extension Comparison {
    func checks(after seconds: Int) -> [ShadowCheck] {
        let isWell = changed.isWell(for: settle)
        var checks = isWell ? [] : trouble(after: seconds)
        checks.insert(rollout(isWell, after: seconds), at: 0)
        checks.append(restarts)
        checks.append(control(after: seconds))
        checks += warnings
        return checks
    }

    private func rollout(_ isWell: Bool, after seconds: Int) -> ShadowCheck {
        let progress = changed.latest.rollouts.map(\.description).joined(separator: ", ")
        if changed.latest.isRolledOut {
            return isWell
                ? ShadowCheck("roll-out", .passed, "the changed copy is whole; \(progress)")
                : ShadowCheck(
                    "roll-out", .inconclusive,
                    "the changed copy is whole but did not stay well for \(settle) s; \(progress)")
        }
        let isOwnFault = control.latest.isRolledOut || !news(lasting: 0).isEmpty
        return ShadowCheck(
            "roll-out", isOwnFault ? .failed : .inconclusive,
            "the changed copy is not whole after \(seconds) s; \(progress)")
    }

    private func trouble(after seconds: Int) -> [ShadowCheck] {
        let news = news(lasting: 0)
        let isStill = { (incident: Incident) in !news.contains { $0.id == incident.id } }
        let shared = changed.latest.incidents.filter(isStill)
        return news.map { incident in
            ShadowCheck(
                incident.rule.category.rawValue, .failed, incident.message,
                evidence: incident.evidence)
        }
            + shared.map { incident in
                ShadowCheck(
                    incident.rule.category.rawValue, .inconclusive,
                    "the unchanged copy has the same trouble: \(incident.message)",
                    evidence: incident.evidence)
            }
    }

    private var restarts: ShadowCheck {
        let (mine, other) = (changed.latest.restarts, control.latest.restarts)
        let evidence = changed.latest.view.snapshot.pods.flatMap { pod in
            pod.status.containerStatuses.enumerated().filter { $0.element.restartCount > 0 }.map {
                Evidence(
                    pod.key, "status.containerStatuses[\($0.offset)].restartCount",
                    "\($0.element.restartCount)")
            }
        }
        if mine > other {
            return ShadowCheck(
                "restarts", .failed,
                "containers of the changed copy restarted \(mine) times, of the unchanged \(other)",
                evidence: evidence)
        }
        return ShadowCheck("restarts", .passed, "\(mine) restarts, \(other) in the unchanged copy")
    }

    private func control(after seconds: Int) -> ShadowCheck {
        let others = control.latest.incidents
        if control.latest.isRolledOut, others.isEmpty {
            return ShadowCheck("control", .passed, "the unchanged copy is whole too")
        }
        let why =
            others.first?.message
            ?? control.latest.rollouts.first { !$0.isDone }?.description ?? ""
        return ShadowCheck(
            "control", .skipped,
            changed.isWell(for: settle)
                ? "the unchanged copy is not well, which the change mends: \(why)"
                : "the unchanged copy is not well either: \(why)")
    }

    /// What the events of the changed copy warn of and those of the control do not; they are for
    /// people to read, since warnings pass.
    private var warnings: [ShadowCheck] {
        let known = Set(control.latest.warnings.map(\.reason))
        let new = changed.latest.warnings.filter { !known.contains($0.reason) }
        if new.isEmpty { return [ShadowCheck("events", .passed, "no warning is new")] }
        let evidence = new.prefix(5).map {
            Evidence(
                ObjectKey(.pod, $0.involvedObject.namespace, $0.involvedObject.name),
                "events[reason=\($0.reason)].message", $0.message.string)
        }
        return [
            ShadowCheck(
                "events", .skipped,
                "\(new.count) warnings are new: "
                    + Set(new.map(\.reason.string)).sorted().joined(separator: ", "),
                evidence: evidence)
        ]
    }
}

extension Observation {
    fileprivate var warnings: [Event] { view.snapshot.events.filter { $0.type == "Warning" } }
}
