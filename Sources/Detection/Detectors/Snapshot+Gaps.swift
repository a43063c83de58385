import ClusterModel

extension Snapshot {
    /// True if the input does not have the kind at all, as opposed to having it in part.
    func isLeftOut(_ kind: Kind) -> Bool { coverage[kind]?.state == .absent }

    /// True if objects of the kind are there that could not be read.
    func isGap(_ kind: Kind) -> Bool { coverage[kind]?.isGap ?? true }
}
