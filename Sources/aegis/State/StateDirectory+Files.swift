import Telemetry

/// What is kept of a cluster, a file each.
extension StateDirectory {
    var incidents: StateFile<IncidentHistory> {
        StateFile(directory: self, name: "incidents.json", kind: IncidentHistory.kindName)
    }

    var metrics: StateFile<MetricState> {
        StateFile(directory: self, name: "metrics.json", kind: "MetricState")
    }

    var proposals: StateFile<ScalingProposalList> {
        StateFile(directory: self, name: "proposals.json", kind: ScalingProposalList.kindName)
    }

    var shadows: StateFile<ShadowRegistry> {
        StateFile(directory: self, name: "shadows.json", kind: ShadowRegistry.kindName)
    }
}
