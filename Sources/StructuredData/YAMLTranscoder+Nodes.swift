extension YAMLTranscoder {
    // MARK: Values

    /// Writes what stands before a value; returns where the value begins in the whole output.
    mutating func beginValue(anchor: String?) throws -> Int {
        if let last = frames.indices.last {
            if frames[last].isMapping {
                if frames[last].isMerging { recordings += 1 }
                frames[last].expectsKey = true
            } else {
                if frames[last].count > 0 { output.append(Byte.comma) }
                frames[last].count += 1
            }
        }
        if anchor != nil { recordings += 1 }
        let start = outputStart + output.count
        places.add(output: start, parser.position)
        return start
    }

    mutating func endValue(start: Int, anchor: String?) throws {
        if let anchor {
            recordings -= 1
            try expand(outputStart + output.count - start)
            anchors[anchor] = Array(output[(start - outputStart)...])
        }
        guard let last = frames.indices.last, frames[last].isMerging else { return }
        recordings -= 1
        frames[last].isMerging = false
        frames[last].merges.append(Array(output[(start - outputStart)...]))
        output.removeSubrange((start - outputStart)...)
        places.remove(from: start)
    }

    mutating func begin(isMapping: Bool) throws {
        if let last = frames.last, last.expectsKey {
            throw failure(.unsupported, "a mapping or sequence cannot be a key")
        }
        guard frames.count < Self.maximumDepth else {
            throw failure(.limitExceeded, "nested deeper than \(Self.maximumDepth) levels")
        }
        let anchor = parser.anchor
        let start = try beginValue(anchor: anchor)
        output.append(isMapping ? Byte.openBrace : Byte.openBracket)
        if isMapping { keys.beginMapping() }
        frames.append(
            YAMLFrame(isMapping: isMapping, anchor: anchor, start: start, expectsKey: isMapping))
    }

    mutating func end() throws {
        guard let frame = frames.popLast() else { return }
        output.append(frame.isMapping ? Byte.closeBrace : Byte.closeBracket)
        if frame.isMapping { keys.endMapping() }
        try endValue(start: frame.start, anchor: frame.anchor)
    }

    // MARK: Keys

    /// Writes the scalar just read as a key; what is no string becomes one.
    mutating func takeKey(_ meaning: YAMLScalar) throws {
        let isMerge = parser.text.elementsEqual("<<".utf8) && parser.isPlain
        if let last = frames.indices.last, isMerge, parser.tag == nil || parser.tag == Tag.merge {
            frames[last].isMerging = true
            frames[last].expectsKey = false
            return
        }
        let key: [UInt8]
        switch meaning {
        case .string: key = parser.text
        case .null: key = Array("null".utf8)
        case .bool(let value): key = Array((value ? "true" : "false").utf8)
        case .number(let digits): key = digits
        }
        if let anchor = parser.anchor {
            var quoted: [UInt8] = []
            quoted.appendQuotedJSON(key)
            try expand(quoted.count)
            anchors[anchor] = quoted
        }
        try writeKey(key)
    }

    mutating func takeAliasKey(_ bytes: [UInt8]) throws {
        guard let first = bytes.first, first != Byte.openBrace, first != Byte.openBracket else {
            throw failure(.unsupported, "a mapping or sequence cannot be a key")
        }
        try expand(bytes.count)
        let isString = first == Byte.quote
        try writeKey(
            isString ? readDocument(json: bytes) { Array(try $0.string()?.utf8 ?? "".utf8) } : bytes
        )
    }

    private mutating func writeKey(_ key: [UInt8]) throws {
        guard let last = frames.indices.last else { return }
        guard keys.insert(key) else {
            let name = String(decoding: key.prefix(80), as: UTF8.self)
            throw malformed("the key '\(name)' stands twice in one mapping")
        }
        if frames[last].count > 0 { output.append(Byte.comma) }
        frames[last].count += 1
        frames[last].expectsKey = false
        places.add(output: outputStart + output.count, parser.position)
        output.appendQuotedJSON(key)
        output.append(Byte.colon)
    }

    // MARK: Merges

    /// Writes the merged keys that the mapping does not have itself; of two merged maps that have
    /// the same key, the first wins.
    mutating func writeMerges() throws {
        guard let last = frames.indices.last, !frames[last].merges.isEmpty else { return }
        for merge in frames[last].merges {
            try expand(merge.count)
            var added: [(key: [UInt8], value: [UInt8])] = []
            try readDocument(json: merge) { reader in
                try reader.eachMergedEntry { added.append(($0, $1)) }
            }
            for entry in added where keys.insert(entry.key) {
                if frames[last].count > 0 { output.append(Byte.comma) }
                frames[last].count += 1
                output.appendQuotedJSON(entry.key)
                output.append(Byte.colon)
                output.append(contentsOf: entry.value)
            }
        }
    }

    private func readDocument<T>(
        json: [UInt8], _ body: (inout Reader) throws -> T
    ) throws -> T {
        do {
            return try unsafe json.withUnsafeBytes {
                try unsafe Reader.read($0, format: .json, source: "", body)
            }
        } catch is DataError {
            throw malformed("only a mapping or a list of mappings can be merged with <<")
        }
    }
}

extension Reader {
    /// Each key of the mapping, or of all mappings of the list, with its value as it stands.
    fileprivate mutating func eachMergedEntry(_ body: ([UInt8], [UInt8]) -> Void) throws {
        if try peekKind() == .array {
            guard try enterArray() else { return }
            while try nextElement() { try eachMergedEntry(body) }
            return
        }
        try unsafe eachMapEntry { key, reader in
            let start = reader.cursor
            try reader.skipValue()
            unsafe body(Array(key), Array(start.bytes(reader.cursor - start)))
        }
    }
}
