extension KubeClient {
    /// Reads a whole list into `consumer`, page by page, decoding while bytes still travel.
    ///
    /// - Returns: how much of it could be read: forbidden, absent and failed are outcomes.
    /// - Throws: only what concerns the whole run: unreachable, unauthorised, not Kubernetes,
    ///   cancelled.
    package func list<C: ItemConsumer>(
        _ request: ListRequest, into consumer: inout C
    ) async throws(KubeError) -> ListOutcome {
        var run = ListRun(self, request)
        return try await run.run(into: &consumer)
    }
}
