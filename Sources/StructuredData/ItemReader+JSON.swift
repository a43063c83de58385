/// Where in a stream of JSON the next step begins.
struct JSONItemState {
    var frames: [ListFrame] = []
    /// What the reader knew besides its place, across attempts.
    var depth = 0
    var isFirst = false
    var sawBytes = false
    var isInLogs = false
}

extension ItemReader {
    private static let listKeys = KeyTable([
        ("apiVersion", 1), ("kind", 2), ("metadata", 3), ("items", 4),
    ])

    /// Reads as many steps as the buffer holds; returns how many bytes they used.
    mutating func readJSON(isLast: Bool, _ body: Body) throws -> Int {
        origin.start = buffer.start
        var reader = Reader(
            .json, from: buffer.start, to: buffer.start + buffer.count, mayGrow: !isLast,
            origin: origin)
        reader.depth = json.depth
        reader.isFirst = json.isFirst
        while true {
            // A step changes the state only after all its reading succeeded.
            var attempt = reader
            do {
                let goesOn = try step(&attempt, body)
                reader = attempt
                if !goesOn { break }
            } catch  where origin.ranOut {
                origin.ranOut = false
                break
            }
        }
        if isLast, !json.sawBytes { throw DataError.empty(source: source) }
        json.depth = reader.depth
        json.isFirst = reader.isFirst
        return reader.cursor - buffer.start
    }

    /// False when there is nothing left to do with the bytes at hand.
    private mutating func step(_ reader: inout Reader, _ body: Body) throws -> Bool {
        guard let frame = json.frames.last else { return try topLevel(&reader, body) }
        switch frame.phase {
        case .fields: try listField(&reader, body)
        case .elements: try listElement(&reader, body)
        }
        return true
    }

    private mutating func topLevel(_ reader: inout Reader, _ body: Body) throws -> Bool {
        if json.isInLogs { return try skipLogs(&reader) }
        try skipByteOrderMark(&reader)
        let place = reader.cursor.skippingSpace()
        reader.cursor = place
        if place == reader.limit { return false }
        json.sawBytes = true
        switch place.byte {
        case Byte.openBracket:
            _ = try reader.enterArray()
            json.frames.append(ListFrame(isArray: true, phase: .elements))
        case UInt8(ascii: "="), Byte.minus:
            try skipMarker(&reader)
        case Byte.openBrace:
            let identity = try ItemIdentity(of: reader)
            if identity.isList { return try enterList(identity, &reader) }
            guard let kind = identity.kind else {
                reader.valueStart = place
                throw reader.error(
                    .unsupported, "this is no Kubernetes object, for it names no kind")
            }
            let item = Item(apiVersion: identity.apiVersion ?? "", kind: kind)
            try deliver(item, &reader, body)
        default:
            reader.keyLength = 0
            throw reader.mismatch("a Kubernetes object", at: place)
        }
        return true
    }

    private mutating func enterList(
        _ identity: ItemIdentity, _ reader: inout Reader
    ) throws -> Bool {
        _ = try reader.enterObject()
        json.frames.append(
            ListFrame(isArray: false, apiVersion: identity.apiVersion, kind: identity.kind))
        return true
    }

    // MARK: Lists

    private var top: Int { json.frames.count - 1 }

    private mutating func listField(_ reader: inout Reader, _ body: Body) throws {
        switch try reader.nextField(Self.listKeys) {
        case 1: json.frames[top].apiVersion = try reader.string()
        case 2: json.frames[top].kind = try reader.string()
        case 3: json.frames[top].metadata = try ListMetadata(reading: &reader)
        case 4: if try reader.enterArray() { json.frames[top].phase = .elements }
        default: try endList(body)
        }
    }

    private mutating func endList(_ body: Body) throws {
        let frame = json.frames.removeLast()
        for element in frame.deferred { try deliver(element, of: frame, body) }
        if json.frames.allSatisfy(\.deferred.isEmpty) { origin.heldFrom = nil }
        summary.lists.append(frame.finished)
    }

    private mutating func listElement(_ reader: inout Reader, _ body: Body) throws {
        guard try reader.nextElement() else {
            if json.frames[top].isArray {
                json.frames.removeLast()
            } else {
                json.frames[top].phase = .fields
            }
            return
        }
        let frame = json.frames[top]
        let index = frame.nextIndex
        guard try reader.peekKind() == .object else {
            return try passOver(
                &reader, reader.mismatch("an object", at: reader.cursor),
                Item(
                    apiVersion: "", kind: frame.elementKind ?? "", listIndex: index,
                    listKind: frame.kind))
        }
        let identity = try ItemIdentity(of: reader, isTyped: frame.elementKind != nil)
        if identity.isList {
            _ = try enterList(identity, &reader)
            json.frames[top - 1].nextIndex += 1
            return
        }
        let item = frame.item(identity, index: index)
        if !item.kind.isEmpty {
            try deliver(item, &reader, body)
            json.frames[top].nextIndex += 1
        } else if frame.kind == nil, !frame.isArray {
            try setAside(&reader, index)
        } else {
            reader.valueStart = reader.cursor
            try passOver(&reader, reader.error(.invalidValue, "the object names no kind"), item)
        }
    }

    private mutating func passOver(
        _ reader: inout Reader, _ error: DataError, _ item: Item
    ) throws {
        try reader.skipValue()
        summary.itemCount += 1
        record(error, of: item)
        json.frames[top].nextIndex += 1
    }

    /// Keeps an element until its list has told the kind: sorted keys put `items` before `kind`.
    private mutating func setAside(_ reader: inout Reader, _ index: Int) throws {
        let start = reader.cursor
        try reader.skipValue()
        let bytes = unsafe Array(start.bytes(reader.cursor - start))
        let position = origin.position(of: start)
        origin.heldFrom = origin.heldFrom ?? position.byteOffset
        json.frames[top].deferred.append(
            ListFrame.Deferred(bytes: bytes, position: position, index: index))
        json.frames[top].nextIndex += 1
    }

    private mutating func deliver(
        _ element: ListFrame.Deferred, of frame: ListFrame, _ body: Body
    ) throws {
        let copy = unsafe element.bytes.withUnsafeBytes { unsafe PaddedBuffer($0) }
        try withExtendedLifetime(copy) {
            let place = Origin(source: source, format: .json)
            place.start = copy.start
            place.position = element.position
            place.original = origin.original
            place.isTerse = origin.isTerse
            var reader = Reader(
                .json, from: copy.start, to: copy.start + copy.count, origin: place)
            let identity = try ItemIdentity(of: reader, isTyped: true)
            let item = frame.item(identity, index: element.index)
            if item.kind.isEmpty {
                let error = reader.error(
                    .invalidValue, "neither the object nor its list names a kind")
                summary.itemCount += 1
                record(error, of: item)
            } else {
                try deliver(item, &reader, body)
            }
        }
    }
}
