import ClusterModel
import StructuredData

extension ScanReport {
    /// For terminals: names and messages come from clusters and dumps, and may hold what a terminal
    /// obeys.
    var printable: ScanReport {
        var report = self
        report.metadata.context.value = metadata.context.value.printable
        report.incidents.value = incidents.value.map(\.printable)
        for place in report.coverage.value.indices {
            report.coverage.value[place].reason = coverage.value[place].reason.printable
        }
        return report
    }
}

extension IncidentRecord {
    var printable: IncidentRecord {
        var record = self
        record.category = category.printable
        record.resource = resource.printable
        record.title = title.printable
        record.message = message.printable
        record.evidence = evidence.map(\.printable)
        record.affected = affected.map(\.printable)
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
