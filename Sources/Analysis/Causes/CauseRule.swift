import Detection

/// Explains incidents of one family.
protocol CauseRule {
    /// The causes that fit, the best first; none if the rule knows none. Every cause cites facts.
    static func causes(of file: inout CaseFile) -> [RootCause]

    /// Asked only if no rule before it knows a cause.
    static var isLastResort: Bool { get }
}

extension CauseRule {
    static var isLastResort: Bool { false }
}

extension Category {
    /// Who explains incidents of this category, in the order in which they are asked.
    var causeRules: [any CauseRule.Type] {
        switch self {
        case .crashLoopBackOff, .appError, .initContainerFailure:
            [ContainerCauses.self, RevisionCauses.self, ExitCauses.self]
        case .oomKilled: [MemoryCauses.self, RevisionCauses.self]
        case .imagePullBackOff, .invalidImageName: [ImageCauses.self, RevisionCauses.self]
        case .createContainerConfigError:
            [ReferenceCauses.self, StartRefusalCauses.self, RevisionCauses.self]
        case .volumeMount: [ReferenceCauses.self, VolumeCauses.self]
        case .probeFailure: [ProbeCauses.self, ContainerCauses.self, RevisionCauses.self]
        case .unschedulable: [PlacementCauses.self, RevisionCauses.self]
        case .pvcPending: [StorageCauses.self]
        case .evicted, .nodeNotReady, .nodePressure: [NodeCauses.self]
        case .rolloutStuck: [RolloutCauses.self, RevisionCauses.self]
        case .replicaMismatch, .statefulSetStuck, .daemonSetUnavailable: [WorkloadCauses.self]
        case .jobFailed, .cronJobFailing: [JobCauses.self]
        case .serviceNoEndpoints, .portMismatch: [ServiceCauses.self]
        case .ingressMisconfig: [IngressCauses.self]
        case .hpaMisconfig: [ScalerCauses.self]
        case .pdbBlocking: [BudgetCauses.self]
        case .quotaExceeded: [QuotaCauses.self]
        case .webhookFailing: [WebhookCauses.self]
        case .certificateExpired: [CertificateCauses.self]
        case .rbacForbidden: [RightsCauses.self]
        case .dnsFailure: [NameCauses.self]
        case .networkPolicyBlocking: [PolicyCauses.self]
        case .terminatingStuck: [DeletionCauses.self]
        case .resourceMisconfig, .selectorMismatch, .orphanedConfig: [AdviceCauses.self]
        }
    }
}

/// The rules side of `rca_agent`.
enum CauseRules {
    /// Never empty: what no rule explains is reported as it was found, as a possible cause. Of
    /// causes that are as sure as each other the one comes first at which something was changed
    /// shortly before.
    static func causes(of file: inout CaseFile) -> [RootCause] {
        var causes: [RootCause] = []
        for rule in file.incident.rule.category.causeRules
        where causes.isEmpty || !rule.isLastResort {
            causes += rule.causes(of: &file)
        }
        let supported = causes.map { ChangeCauses.supported($0, &file) }
        let changes =
            causes.contains { $0.confidence > .possible } ? [] : ChangeCauses.causes(of: &file)
        // Stable: of equals the one that the earlier rule named stays first.
        let ranked = (supported + changes.map { ($0, false) }).enumerated().sorted {
            let (a, b) = ($0.element, $1.element)
            if a.cause.confidence != b.cause.confidence {
                return a.cause.confidence > b.cause.confidence
            }
            if a.isSupported != b.isSupported { return a.isSupported }
            return $0.offset < $1.offset
        }.map(\.element.cause)
        if !ranked.isEmpty { return ranked }
        let incident = file.incident
        return [
            RootCause(
                .unknown(incident.resource), on: incident.resource, incident.rule.category,
                .possible, incident.message, evidence: file.given)
        ]
    }
}
