/// What an object's own top-level keys tell before it is read as what it is.
struct ItemIdentity {
    var apiVersion: String?
    var kind: String?
    var isList = false

    private static let keys = KeyTable([("apiVersion", 1), ("kind", 2), ("items", 3)])

    /// Looks at the object `reader` stands before and moves nothing.
    ///
    /// Objects name their kind first as a rule, so this costs little. Elements of a typed list name
    /// none: with `isTyped` the search ends at the first other key.
    init(of reader: Reader, isTyped: Bool = false) throws(DataError) {
        var ahead = reader
        guard try ahead.enterObject() != nil else { return }
        while case let number = try ahead.nextKey(Self.keys), number != 0 {
            switch number {
            case 1: apiVersion = try ahead.string()
            case 2: kind = try ahead.string()
            case 3 where try isListItems(&ahead):
                isList = true
                return
            default:
                if isTyped { return }
                try ahead.skipJSON()
            }
            if let kind, apiVersion != nil, !kind.hasSuffix("List") { return }
        }
        isList = kind == "List"
    }

    /// Custom kinds may end in `List` without being one, so the key and its array decide.
    private func isListItems(_ reader: inout Reader) throws(DataError) -> Bool {
        guard kind?.hasSuffix("List") ?? true else { return false }
        let next = try reader.peekKind()
        return next == .array || next == .null
    }
}
