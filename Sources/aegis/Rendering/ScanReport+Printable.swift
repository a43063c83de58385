import ClusterModel
import StructuredData

extension ScanReport {
    /// For terminals: names and messages come from clusters and dumps, and may hold what a terminal
    /// obeys.
    var printable: ScanReport {
        var report = self
        report.metadata.context.value = metadata.context.value.printable
        report.metadata.contexts = metadata.contexts.map(\.printable)
        report.incidents.value = incidents.value.map(\.printable)
        report.coverage.value = coverage.value.map(\.printable)
        return report
    }
}

extension IncidentReport {
    /// For pages and comments, where they could make text look like another.
    var printable: IncidentReport {
        var report = self
        report.metadata.context.value = metadata.context.value.printable
        report.metadata.cluster.value = metadata.cluster.value.printable
        report.metadata.contexts = metadata.contexts.map(\.printable)
        report.incidents = incidents.map(\.printable)
        report.analyses = analyses.mapValues(\.printable)
        report.coverage = coverage.map(\.printable)
        return report
    }
}

extension CoverageRecord {
    var printable: CoverageRecord {
        var record = self
        record.context = context.printable
        record.reason = reason.printable
        return record
    }
}

extension IncidentRecord {
    var printable: IncidentRecord {
        var record = self
        // A baseline is a file like any other, so not even these are known to be ours.
        record.id = id.printable
        record.rule = rule.printable
        record.change = change.printable
        record.category = category.printable
        record.context = context.printable
        record.resource = resource.printable
        record.title = title.printable
        record.message = message.printable
        record.evidence = evidence.map(\.printable)
        record.affected = affected.map(\.printable)
        record.owners = owners.map(\.printable)
        return record
    }
}

extension EvidenceRecord {
    var printable: EvidenceRecord {
        var record = self
        record.resource = resource.printable
        record.path = path.printable
        record.value = value.printable
        record.note = note.printable
        return record
    }
}

extension ResourceReference {
    var printable: ResourceReference {
        var reference = self
        reference.kind = kind.printable
        reference.namespace = namespace.printable
        reference.name = name.printable
        return reference
    }
}
