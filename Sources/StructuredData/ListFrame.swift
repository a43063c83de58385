/// A list that is being read, or a bare array of objects.
struct ListFrame {
    enum Phase { case fields, elements }

    /// An element whose kind only the end of its list will tell.
    struct Deferred {
        var bytes: [UInt8]
        var position: SourcePosition
        var index: Int
    }

    var isArray: Bool
    var phase = Phase.fields
    var apiVersion: String?
    var kind: String?
    var metadata = ListMetadata()
    var nextIndex = 0
    var deferred: [Deferred] = []

    /// `PodList` holds `Pod`s; a plain `List` holds anything.
    var elementKind: String? { kind.flatMap(Self.elementKind) }

    static func elementKind(of kind: String) -> String? {
        kind != "List" && kind.hasSuffix("List") ? String(kind.dropLast(4)) : nil
    }

    func item(_ identity: ItemIdentity, index: Int) -> Item {
        Item(
            apiVersion: identity.apiVersion ?? (elementKind == nil ? nil : apiVersion) ?? "",
            kind: identity.kind ?? elementKind ?? "", listIndex: index, listKind: kind)
    }

    var finished: ListMetadata {
        var result = metadata
        result.apiVersion = apiVersion ?? ""
        result.kind = kind ?? ""
        result.itemCount = nextIndex
        return result
    }
}

extension ListMetadata {
    static let keys = KeyTable([
        ("resourceVersion", 2), ("continue", 3), ("remainingItemCount", 4),
    ])

    /// Reads `metav1.ListMeta`.
    init(reading reader: inout Reader) throws(DataError) {
        guard let scope = try reader.enterObject() else { return }
        while case let number = try reader.nextField(Self.keys), number != 0 {
            switch number {
            case 2: resourceVersion = try reader.string() ?? ""
            case 3: continueToken = try reader.string() ?? ""
            case 4: remainingItemCount = try reader.int64()
            default: try reader.skipValue()
            }
        }
        try reader.leaveObject(scope)
    }
}
