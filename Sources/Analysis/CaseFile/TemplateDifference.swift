import ClusterModel

/// A field that two versions of a document have differently.
package struct FieldChange: Hashable, Sendable {
    /// `spec.containers[0].image`
    package let path: String
    /// Nil where the field was not set.
    package let before: String?
    package let after: String?
}

extension JSONValue {
    /// The fields that differ, in the order of the newer document; lists of named elements are
    /// compared by name.
    static func changes(
        from old: JSONValue?, to new: JSONValue?, at path: String = ""
    ) -> [FieldChange] {
        if old == new { return [] }
        // What is new as a whole is shown field by field too.
        if let news = new?.members, let olds = old == nil ? [] : old?.members {
            let gone = olds.filter { member in !news.contains { $0.key == member.key } }
            return news.flatMap {
                changes(from: old?[$0.key], to: $0.value, at: path.appending(field: $0.key))
            } + gone.flatMap { changes(from: $0.value, to: nil, at: path.appending(field: $0.key)) }
        }
        if let news = new?.elements, let olds = old == nil ? [] : old?.elements,
            !news.isEmpty, (olds + news).allSatisfy({ $0["name"] != nil })
        {
            let gone = olds.filter { one in !news.contains { $0["name"] == one["name"] } }
            return news.enumerated().flatMap { i, element in
                changes(
                    from: olds.first { $0["name"] == element["name"] }, to: element,
                    at: "\(path)[\(i)]")
            }
                + gone.flatMap {
                    changes(from: $0, to: nil, at: "\(path)[name=\($0["name"]?.text ?? "")]")
                }
        }
        if let olds = old?.elements, let news = new?.elements, olds.count == news.count {
            return zip(olds, news).enumerated().flatMap { i, pair in
                changes(from: pair.0, to: pair.1, at: "\(path)[\(i)]")
            }
        }
        // Commands may have credentials among their arguments.
        let isCommand = path.contains("exec.command")
        return [
            FieldChange(
                path: path, before: isCommand ? old.map { _ in "a command" } : old?.shortText,
                after: isCommand ? new.map { _ in "another command" } : new?.shortText)
        ]
    }

    fileprivate var shortText: String {
        let whole = text ?? compactText
        return whole.count > 80 ? "\(whole.prefix(79))…" : whole
    }
}

extension String {
    fileprivate func appending(field: String) -> String { isEmpty ? field : "\(self).\(field)" }
}
