import ClusterModel
import Scaling

/// How what a workload asks for fits what it was seen to need: what reports for other tools tell
/// apart.
enum ProposalFit: String, CaseIterable {
    /// Replicas, a request or a limit is to be raised.
    case underProvisioned = "under-provisioned"
    /// Nothing is to be raised, and something lowered.
    case overProvisioned = "over-provisioned"
    /// A guard keeps the change from being proposed.
    case held
    case fitting
}

extension ScalingProposal {
    var fit: ProposalFit {
        switch State(rawValue: state.value) {
        case .proposed: raises ? .underProvisioned : .overProvisioned
        case .held: .held
        case .unchanged, nil: .fitting
        }
    }

    private var raises: Bool {
        if let replicas, replicas.proposed.value > replicas.current.value { return true }
        let sizes = containers.flatMap { [$0.cpu, $0.memory] }.compactMap(\.self)
        return sizes.contains { $0.request.raises || $0.limit?.raises ?? false }
    }
}

extension AmountChange {
    /// One that is not set counts as nothing.
    fileprivate var raises: Bool { isChange && proposed.milli > current.milli }
}
