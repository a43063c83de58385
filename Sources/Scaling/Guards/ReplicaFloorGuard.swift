/// Never from several replicas to one, and never from one to none.
enum ReplicaFloorGuard {
    static func check(_ draft: inout Draft, in context: GuardContext) {
        guard let replicas = draft.replicas else { return }
        let floor = min(context.settings.minReplicas, replicas.current)
        if replicas.proposed < 1, floor <= 1 {
            draft.set(
                replicas: 1, .lastReplica, "the last replica stays, however little is asked of it")
        } else if replicas.proposed < floor {
            draft.set(
                replicas: floor, .redundancy,
                "a workload of \(replicas.current) keeps at least \(floor) (--min-replicas)")
        }
    }
}
