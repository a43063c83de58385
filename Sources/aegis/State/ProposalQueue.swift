import ClusterModel
import Glibc
import Scaling
import StructuredData

/// Proposals that wait to be tried or applied, kept in the cluster's state directory. At most one for
/// each object: a newer one takes an older one's place.
struct ProposalQueue {
    private let directory: StateDirectory

    init(_ directory: StateDirectory) { self.directory = directory }

    /// Those that have not expired, by object.
    func proposals(now: Timestamp) throws -> [ScalingProposal] {
        try load().items.value.filter { $0.expiresAt > now }
    }

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
        guard let path, let lock = directory.file("proposals.lock") else {
            throw InputError(message: "there is no place to keep the queue; give --state-dir")
        }
        try directory.make()
        try FileLock.withLock(lock) {
            var queue = try load()
            try body(&queue)
            let bytes = Document.bytes(
                queue, kind: ScalingProposalList.kindName, format: .json)
            try AtomicFile.write(path, mode: 0o600) { write in try write(bytes) }
        }
    }

    private func load() throws -> ScalingProposalList {
        guard let path, access(path, F_OK) == 0 else { return ScalingProposalList() }
        return try readDocument(try InputFile(path: path).contents(), source: path) { reader in
            var list = ScalingProposalList()
            try list.read(from: &reader)
            return list
        }
    }

    private var path: String? { directory.file("proposals.json") }
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
