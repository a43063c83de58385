// What aegis is to say when it applies: all that it has applied before, too. Server-side apply takes
// away a field that its only manager no longer names (kubernetes.io, "Server-Side Apply").

internal import Analysis
internal import ClusterModel

enum OwnFields {
    /// The change as a whole document for server-side apply, on top of the fields that aegis has
    /// applied earlier with their live values; nil for a patch that cannot be said so, because it
    /// removes something.
    static func intent(of patch: Patch, in live: JSONValue) -> JSONValue? {
        guard patch.kind != .json, patch.body.isPlain else { return nil }
        guard var intent = try? StrategicMerge.apply(patch.body, to: earlier(in: live)) else {
            return nil
        }
        intent["apiVersion"] = live["apiVersion"]
        intent["kind"] = live["kind"]
        intent[["metadata", "name"]] = .string(patch.target.name.string)
        return intent
    }

    private static func earlier(in live: JSONValue) -> JSONValue {
        let entries = live[["metadata", "managedFields"]]?.elements ?? []
        let own = entries.first {
            $0["manager"] == "aegis" && $0["operation"] == "Apply" && $0["subresource"] == nil
        }
        return own?["fieldsV1"].map { select($0, from: live) } ?? .object([])
    }

    /// The part of a value that a `fieldsV1` names: `f:NAME` a member, `k:{…}` the element with
    /// these keys, `v:…` a value of a set (structured-merge-diff, fieldpath/serialize.go).
    static func select(_ fields: JSONValue, from value: JSONValue) -> JSONValue {
        let names = (fields.members ?? []).filter { $0.key != "." }
        if names.isEmpty { return value }
        guard let elements = value.elements else {
            var result: JSONValue = [:]
            for name in names where name.key.hasPrefix("f:") {
                let key = String(name.key.dropFirst(2))
                if let member = value[key] { result[key] = select(name.value, from: member) }
            }
            return result
        }
        return .array(
            names.compactMap { name in
                let text = String(name.key.dropFirst(2))
                guard let wanted = try? JSONValue(text: text, "") else { return nil }
                if name.key.hasPrefix("v:") { return elements.contains(wanted) ? wanted : nil }
                let keys = wanted.members ?? []
                let element = elements.first { element in
                    keys.allSatisfy { element[$0.key] == $0.value }
                }
                return element.map { element in
                    var part = select(name.value, from: element)
                    for key in keys { part[key.key] = key.value }
                    return part
                }
            })
    }
}

extension JSONValue {
    /// Says what is to be, and nothing that is to go.
    fileprivate var isPlain: Bool {
        switch self {
        case .null: false
        case .object(let members):
            members.allSatisfy { !$0.key.hasPrefix("$") && $0.value.isPlain }
        case .array(let elements): elements.allSatisfy(\.isPlain)
        default: true
        }
    }
}
