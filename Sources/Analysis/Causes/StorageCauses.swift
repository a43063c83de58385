import ClusterModel
import Detection

/// Why a claim gets no storage: the class it names is not there, none is the default, no volume
/// fits, or the volume is gone.
enum StorageCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        let key = file.incident.resource
        if key.kind == .storageClass { return [missingClass(key, &file)] }
        guard let claim = file.index.claim(key.namespace, key.name) else { return [] }
        if claim.status.phase == "Lost" {
            return [
                make(
                    .volumeGone(key), .certain,
                    "The volume \"\(claim.spec.volumeName)\" of \(key) is gone, and with it what "
                        + "was on it.", file)
            ]
        }
        let classes = file.snapshot.storageClasses
        if claim.spec.storageClassName == nil, file.snapshot.isComplete(.storageClass),
            !classes.contains(where: \.isDefault)
        {
            let only = classes.count == 1 ? classes.first?.metadata.name : nil
            let fact = file.cite(key, "spec.storageClassName", "not set")
            return [
                make(
                    .noDefaultClass(key, only: only), .certain,
                    "\(key) names no storage class, and none is the default.", file, [fact])
            ]
        }
        let words = file.incident.message
        return [make(.noVolume(key, words), .likely, words, file)]
    }

    private static func make(
        _ fault: Fault, _ confidence: Confidence, _ summary: String, _ file: CaseFile,
        _ more: [Fact.ID] = []
    ) -> RootCause {
        RootCause(
            fault, on: file.incident.resource, file.incident.rule.category, confidence, summary,
            evidence: file.given + more)
    }

    private static func missingClass(_ key: ObjectKey, _ file: inout CaseFile) -> RootCause {
        let names = file.snapshot.storageClasses.map(\.metadata.name)
        let near = nearestName(to: key.name.string, among: names).map(Symbol.init)
        let right =
            near ?? file.snapshot.storageClasses.first(where: \.isDefault)?.metadata.name
        let claims = file.incident.affected.filter { $0.kind == .persistentVolumeClaim }
        var facts: [Fact.ID] = []
        if let right {
            facts.append(
                file.cite(
                    ObjectKey(.storageClass, .empty, right), "metadata.name", right.string,
                    note: near == nil ? "the default class" : "the nearest class"))
        }
        let hint =
            near.map { "; \"\($0)\" does" } ?? right.map { "; the default is \"\($0)\"" } ?? ""
        return make(
            .storageClass(claims: claims, missing: key.name, right: right), .certain,
            "\(claims.map(\.description).joined(separator: ", ")) "
                + "\(claims.count == 1 ? "asks" : "ask") for storage class \"\(key.name)\", which "
                + "does not exist\(hint).", file, facts)
    }
}
