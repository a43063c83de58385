extension Snapshot {
    /// Drops what is not in the shard.
    package mutating func keep(_ shard: Shard) {
        var keeper = Keeper(shard: shard)
        try? each(&keeper)
        for var entry in coverage.values {
            entry.count = keeper.counts[entry.kind] ?? 0
            setCoverage(entry)
        }
        if shard.index != 0 { clientIdentity = nil }
    }

    private struct Keeper: ObjectListVisitor {
        let shard: Shard
        var counts: [Kind: Int] = [:]

        mutating func visit<T: KubeObject>(_ objects: inout [T]) {
            objects.removeAll { !shard.holds(T.kind, $0.metadata) }
            counts[T.kind] = objects.count
        }
    }
}
