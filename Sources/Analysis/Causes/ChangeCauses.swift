import ClusterModel
import Detection

/// What somebody changed shortly before: it speaks for a cause that the changed object is at, and
/// where no rule knows better it is itself the likely cause.
enum ChangeCauses {
    /// The cause with the changes that speak for it among its evidence.
    /// - Returns: also whether there are any.
    static func supported(
        _ cause: RootCause, _ file: inout CaseFile
    ) -> (cause: RootCause, isSupported: Bool) {
        let cited = file.facts.filter { cause.evidence.contains($0.id) }.map(\.evidence.resource)
        let changes = file.changes(of: [cause.object] + cited).filter {
            file.concerns($0, cause.fault)
        }
        var cause = cause
        for fact in changes.map({ file.cite($0.evidence) }) where !cause.evidence.contains(fact) {
            cause.evidence.append(fact)
        }
        return (cause, !changes.isEmpty)
    }

    /// A change that nothing else competes with is likely the cause; of several each may be.
    static func causes(of file: inout CaseFile) -> [RootCause] {
        let named = file.facts.map(\.evidence.resource)
        let candidates = [file.incident.resource] + named + file.workloads + file.configuration
        let changes = file.changes(of: candidates).filter {
            // A new revision has a rule of its own, which says what it changed.
            Revision(of: $0.object, in: file.index) == nil
                && file.concerns($0, .edited($0.object, isNew: $0.edit == nil))
        }
        let objects = Set(changes.map(\.object))
        return objects.sorted().compactMap { object in
            let own = changes.filter { $0.object == object }
            guard let last = own.last else { return nil }
            let facts = own.map { file.cite($0.evidence) }
            return RootCause(
                .edited(object, isNew: last.edit == nil), on: object, file.incident.rule.category,
                objects.count == 1 ? .likely : .possible,
                "It began \(last.lead <= 0 ? "when" : "\(ageText(last.lead)) after") \(last.phrase).",
                evidence: facts)
        }
    }
}

extension CaseFile {
    fileprivate func changes(of objects: [ObjectKey]) -> [RecentChange] {
        var seen: Set<ObjectKey> = []
        return objects.filter { seen.insert($0).inserted }.flatMap(recentChanges)
    }

    /// What decides how the incident's pods fare beside their template.
    fileprivate var configuration: [ObjectKey] {
        workloads.flatMap { key -> [ObjectKey] in
            let uses = index.podSpec(of: key)?.configUses(in: key.namespace).map(\.object) ?? []
            let labels = index.podLabels(of: key) ?? StringMap()
            let policies = snapshot.networkPolicies.inNamespace(key.namespace)
                .filter { $0.spec.podSelector.matches(labels) }.map(\.key)
            return uses + policies
        }
    }

    /// False for what cannot have brought it: another number of replicas makes no program crash.
    fileprivate func concerns(_ change: RecentChange, _ fault: Fault) -> Bool {
        guard let edit = change.edit else { return true }
        if change.object.kind == .node { return !edit.isByController }
        if edit.isOfMetadata { return false }
        guard [.daemonSet, .deployment, .statefulSet].contains(change.object.kind) else {
            return true
        }
        switch fault {
        case .paused: return edit.sets("spec.paused")
        case .quota, .request, .noNode, .scaledToZero, .spreadOut:
            return edit.isOfScale || edit.sets("spec.replicas") || changesTemplate(change, edit)
        default: return changesTemplate(change, edit)
        }
    }

    /// A template that is older than the edit was not changed by it.
    private func changesTemplate(_ change: RecentChange, _ edit: Edit) -> Bool {
        guard edit.sets("spec.template"), !edit.isOfScale else { return false }
        let newest = TemplateHistory(of: change.object, in: index).entries.first
        guard let since = newest?.since, since.isSet else { return true }
        return edit.time.since(since) <= RecentChange.tolerance
    }
}

extension Edit {
    /// True also where it is not known what it set.
    fileprivate func sets(_ path: Symbol) -> Bool { paths.isEmpty || paths.contains(path) }
}
