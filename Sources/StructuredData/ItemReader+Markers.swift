/// What may stand between the JSON values of a stream: a byte order mark, `---`, and the log blocks
/// of `kubectl cluster-info dump`.
extension ItemReader {
    private static let logStart = Array("==== START logs for container ".utf8)
    private static let logEnd = Array("==== END logs for container ".utf8)

    func skipByteOrderMark(_ reader: inout Reader) throws {
        let isStart = reader.cursor == origin.start && origin.position.byteOffset == 0
        guard isStart, reader.cursor.byte == 0xef else { return }
        if reader.limit - reader.cursor < 3 { throw reader.endOfInput() }
        if reader.cursor[1] == 0xbb, reader.cursor[2] == 0xbf { reader.cursor += 3 }
    }

    /// Passes over one line that separates values.
    mutating func skipMarker(_ reader: inout Reader) throws {
        let place = reader.cursor
        let line = try lineLength(reader)
        let isRule = Self.begins(place, with: Array("---".utf8))
        let isBlock = Self.begins(place, with: Self.logStart)
        guard isRule || isBlock else {
            reader.keyLength = 0
            throw reader.expected("a Kubernetes object", at: place)
        }
        reader.cursor += isRule ? 3 : line
        json.isInLogs = isBlock
    }

    /// Logs need not end with a line end, so the end is looked for anywhere.
    mutating func skipLogs(_ reader: inout Reader) throws -> Bool {
        let marker = Self.logEnd
        while reader.limit - reader.cursor >= marker.count {
            if Self.begins(reader.cursor, with: marker) {
                reader.cursor += try lineLength(reader)
                json.isInLogs = false
                return true
            }
            reader.cursor += 1
        }
        if !reader.mayGrow { throw reader.endOfInput() }
        return false
    }

    private func lineLength(_ reader: Reader) throws -> Int {
        var place = reader.cursor
        while place < reader.limit, place.byte != Byte.newline { place += 1 }
        if place == reader.limit, reader.mayGrow { throw reader.endOfInput() }
        return place - reader.cursor
    }

    private static func begins(_ place: Cursor, with text: [UInt8]) -> Bool {
        for (index, byte) in text.enumerated() where place[index] != byte { return false }
        return true
    }
}
