import ClusterModel
import Scaling
import StructuredData

/// Proposals that wait to be tried or applied, kept in the cluster's state directory. At most one for
/// each object: a newer one takes an older one's place.
struct ProposalQueue {
    private let directory: StateDirectory

    init(_ directory: StateDirectory) { self.directory = directory }

    /// Those that have not expired, by object, with where the last of them came from.
    func proposals(now: Timestamp) throws -> ScalingProposalList {
        var list = try load()
        list.items.value.removeAll { $0.expiresAt <= now }
        return list
    }

    /// Those that have not expired, as `scale-propose` would print them.
    func document(now: Timestamp) throws -> [UInt8] {
        guard directory.path != nil else { throw Self.homeless }
        let list = try proposals(now: now)
        return Document.bytes(list, kind: ScalingProposalList.kindName, format: .json)
    }

    private static let homeless = InputError(
        message: "there is no place to keep the queue; give --state-dir")

    /// Adds what is proposed; a proposal for an object that needs none any more drops the older one.
    /// - Returns: how many were added.
    func add(_ list: ScalingProposalList, now: Timestamp) throws -> Int {
        let added = list.items(in: .proposed)
        try change { queue in
            let judged = Set(list.items.value.map { $0.target })
            let kept = queue.items.value.filter {
                !judged.contains($0.target) && $0.expiresAt > now
            }
            queue.metadata = list.metadata
            queue.usage = list.usage
            queue.items.value = (kept + added).sorted { $0.place < $1.place }
        }
        return added.count
    }

    /// Drops the proposals whose id begins so, or that are for this object.
    /// - Returns: what was dropped.
    func drop(_ names: [String], now: Timestamp) throws -> [ScalingProposal] {
        var dropped: [ScalingProposal] = []
        try change { queue in
            dropped = queue.items.value.filter { proposal in
                names.contains(where: proposal.answers(to:))
            }
            queue.items.value.removeAll { proposal in
                proposal.expiresAt <= now || names.contains(where: proposal.answers(to:))
            }
        }
        return dropped
    }

    private func change(_ body: (inout ScalingProposalList) throws -> Void) throws {
        guard directory.path != nil else { throw Self.homeless }
        try directory.locked {
            var queue = try load()
            try body(&queue)
            try directory.proposals.save(queue)
        }
    }

    /// A queue that cannot be read is left for a person to look at: somebody decided on what is in it.
    private func load() throws -> ScalingProposalList {
        switch try directory.proposals.load() {
        case .absent: return ScalingProposalList()
        case .content(let list): return list
        case .corrupt(let error): throw error
        }
    }
}

extension ScalingProposal {
    /// True if a person may mean this one: by the beginning of its id, or by its object.
    func answers(to name: String) -> Bool {
        if name.utf8.count >= 4, id.hasPrefix(name) { return true }
        guard let key = ObjectKey(target), let wanted = WorkloadName.parse(name) else {
            return false
        }
        return key.kind == wanted.kind && key.name.string == wanted.name
    }

    fileprivate var place: String { "\(target.namespace)/\(target.kind)/\(target.name)" }
}
