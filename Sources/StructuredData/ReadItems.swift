/// Reads any input for its Kubernetes objects: JSON, YAML and protobuf are told apart by their
/// first bytes. `read` fills the memory it is given and returns how many bytes; 0 is the end.
package func readItems(
    source: String, read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int,
    body: ItemReader.Body
) throws -> ItemSummary {
    let head = unsafe InputHead(read: read)
    switch try head.format(source: source) {
    case .yaml:
        return try readYAMLItems(source: source, head, body)
    case .json, .protobuf:
        return try readFramedItems(source: source, head, body)
    }
}

private func readFramedItems(
    source: String, _ head: InputHead, _ body: ItemReader.Body
) throws -> ItemSummary {
    var reader = ItemReader(source: source)
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    defer { unsafe piece.deallocate() }
    while case let count = try unsafe head.read(into: piece), count > 0 {
        try unsafe reader.feed(UnsafeRawBufferPointer(rebasing: piece.prefix(count)), body)
    }
    return try reader.finish(body)
}

private func readYAMLItems(
    source: String, _ head: InputHead, _ body: ItemReader.Body
) throws -> ItemSummary {
    var transcoder = unsafe YAMLTranscoder(source: source) { try unsafe head.read(into: $0) }
    var reader = ItemReader(
        source: source, original: transcoder.places, bufferSize: YAMLTranscoder.chunkSize)
    while let chunk = try transcoder.next() {
        try unsafe chunk.withUnsafeBytes { try unsafe reader.feed($0, body) }
    }
    return try reader.finish(body)
}

/// Reads one small document, such as a kubeconfig, in JSON or YAML.
package func readDocument<T>(
    _ bytes: [UInt8], source: String, _ body: (inout Reader) throws -> T
) throws -> T {
    var rest = bytes[...]
    let head = unsafe InputHead { room in
        let count = min(room.count, rest.count)
        unsafe room.copyBytes(from: rest.prefix(count))
        rest = rest.dropFirst(count)
        return count
    }
    guard try head.format(source: source) == .yaml else {
        return try unsafe bytes.withUnsafeBytes {
            try unsafe Reader.read($0, format: .json, source: source, body)
        }
    }
    var transcoder = unsafe YAMLTranscoder(source: source) { try unsafe head.read(into: $0) }
    var json: [UInt8] = []
    while let chunk = try transcoder.next() { json += chunk }
    guard !json.isEmpty else { throw DataError.empty(source: source) }
    return try unsafe json.withUnsafeBytes {
        try unsafe Reader.read(
            $0, format: .json, source: source, original: transcoder.places, body)
    }
}
