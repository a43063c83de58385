/// Reads any input for its Kubernetes objects: JSON, YAML and protobuf are told apart by their
/// first bytes. `read` fills the memory it is given and returns how many bytes; 0 is the end.
package func readItems(
    source: String, read: (UnsafeMutableRawBufferPointer) throws -> Int, body: ItemReader.Body
) throws -> ItemSummary {
    var reader = ItemReader(source: source)
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    defer { unsafe piece.deallocate() }
    while case let count = try unsafe read(piece), count > 0 {
        try unsafe reader.feed(UnsafeRawBufferPointer(rebasing: piece.prefix(count)), body)
    }
    return try reader.finish(body)
}

/// Reads one small document, such as a kubeconfig, in JSON or YAML.
package func readDocument<T>(
    _ bytes: [UInt8], source: String, _ body: (inout Reader) throws -> T
) throws -> T {
    try unsafe bytes.withUnsafeBytes {
        try unsafe Reader.read($0, format: .json, source: source, body)
    }
}
