import ClusterModel
import StructuredData

extension AnalysisReport {
    /// For terminals and pages: what comes from clusters may hold what a terminal obeys.
    var printable: AnalysisReport {
        var report = self
        report.metadata.context.value = metadata.context.value.printable
        report.analyses.value = analyses.value.map(\.printable)
        for place in report.coverage.value.indices {
            report.coverage.value[place].reason = coverage.value[place].reason.printable
        }
        return report
    }
}

extension AnalysisRecord {
    var printable: AnalysisRecord {
        var record = self
        record.incident = incident.printable
        record.evidence = evidence.map { fact in
            var fact = fact
            fact.evidence = fact.evidence.printable
            return fact
        }
        record.rootCause = rootCause.printable
        record.otherCauses = otherCauses.map(\.printable)
        record.chain = chain.map { link in
            var link = link
            link.resource = link.resource.printable
            link.text = link.text.printable
            return link
        }
        record.fixes.value = fixes.value.map(\.printable)
        record.verification.checks = verification.checks.map { check in
            var check = check
            check.message = check.message.printable
            return check
        }
        record.opinion = opinion?.printable
        return record
    }
}

extension CauseRecord {
    fileprivate var printable: CauseRecord {
        var record = self
        record.resource = resource.printable
        record.summary = summary.printable
        return record
    }
}

extension FixRecord {
    fileprivate var printable: FixRecord {
        var record = self
        record.title = title.printable
        record.rationale = rationale.printable
        record.blastRadius = blastRadius.printable
        record.refutation = refutation.printable
        record.command = command.printable
        record.kustomization = kustomization.split(
            separator: "\n", omittingEmptySubsequences: false
        ).map { String($0).printable }.joined(separator: "\n")
        record.patch = patch?.printable
        record.furtherPatches = furtherPatches.map(\.printable)
        return record
    }
}

extension PatchRecord {
    fileprivate var printable: PatchRecord {
        var record = self
        record.target = target.printable
        record.changes = changes.map { change in
            var change = change
            change.path = change.path.printable
            change.before = change.before?.printable
            change.after = change.after?.printable
            return change
        }
        return record
    }
}
