extension ItemReader {
    /// The items delivered so far and those of them that failed.
    package var progress: ItemSummary { summary }

    /// What is known of the outermost list being read. Kubernetes writes a list's metadata before
    /// its items, so the continue token is known while most of the page still travels.
    package var openList: ListMetadata? {
        if format == .protobuf { return protobuf.place == .list ? protobuf.list : nil }
        return json.frames.first?.metadata
    }
}
