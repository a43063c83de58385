import ClusterModel
import Detection

/// The rules side of `solution_agent`: what mends each fault, the best first. Pure: the same fault in
/// the same snapshot has the same fixes.
enum Solutions {
    static func fixes(for cause: RootCause, in file: CaseFile) -> [Fix] {
        raw(cause.fault, file).map { Completion(file).complete($0) }
    }

    private static func raw(_ fault: Fault, _ file: CaseFile) -> [Fix] {
        switch fault {
        case .missingObject, .missingKey, .missingAccount, .startRefused:
            ReferenceFixes.fixes(for: fault, in: file)
        case .imageName, .pullSecret, .pullPolicy, .imagePull, .imageFault:
            ImageFixes.fixes(for: fault, in: file)
        case .memoryLimit, .missingVariable, .renamedVariable, .dependency, .unknownHost,
            .complaint, .exits:
            ContainerFixes.fixes(for: fault, in: file)
        case .probePort, .probePath, .probeTimeout, .slowStart, .probeAnswer, .readinessGate:
            ProbeFixes.fixes(for: fault, in: file)
        case .request, .taint, .nodeLabel, .cordoned, .spreadOut, .noNode, .schedulingGate:
            PlacementFixes.fixes(for: fault, in: file)
        case .storageClass, .noDefaultClass, .noVolume, .volumeGone, .attachedElsewhere, .volume:
            StorageFixes.fixes(for: fault, in: file)
        case .node, .nodePressure, .ownLimit:
            NodeFixes.fixes(for: fault, in: file)
        case .rollout, .edited, .paused, .unobserved, .refused, .scaledToZero, .workloadPods,
            .governingService, .misplacedPods:
            WorkloadFixes.fixes(for: fault, in: file)
        case .deadline, .jobFails, .schedule, .suspended, .missedRun:
            JobFixes.fixes(for: fault, in: file)
        case .selector, .nothingSelected, .targetPort, .samePort, .ingressField, .policy:
            TrafficFixes.fixes(for: fault, in: file)
        case .scaleTarget, .noRequest, .metricsMissing, .maximum:
            ScalerFixes.fixes(for: fault, in: file)
        case .budget, .budgetOverlap:
            BudgetFixes.fixes(for: fault, in: file)
        case .quota, .limitRange:
            QuotaFixes.fixes(for: fault, in: file)
        case .webhook, .certificate, .rights, .nameServer, .nameServers:
            ClusterFixes.fixes(for: fault, in: file)
        case .finalizer, .unconfirmedEnd, .claimInUse, .remains:
            DeletionFixes.fixes(for: fault, in: file)
        case .careless, .unused, .unknown:
            AdviceFixes.fixes(for: fault, in: file)
        }
    }
}
