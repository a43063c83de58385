// JSON Patch, RFC 6902, and the pointers it goes by, RFC 6901.

import ClusterModel

/// Applies `[{"op": "replace", "path": "/spec/replicas", "value": 3}, …]`.
enum JSONPatch {
    static func apply(_ patch: JSONValue, to document: JSONValue) throws(PatchError) -> JSONValue {
        guard let operations = patch.elements else { throw .malformed("a list is expected") }
        var result = document
        for operation in operations { try apply(operation, &result) }
        return result
    }

    private static func apply(
        _ operation: JSONValue, _ document: inout JSONValue
    ) throws(PatchError) {
        guard let name = operation["op"]?.text, let path = operation["path"]?.text else {
            throw .malformed("an operation lacks op or path")
        }
        let pointer = try JSONPointer(path)
        switch name {
        case "add": try document.insert(try value(of: operation), at: pointer)
        case "remove": try document.remove(at: pointer)
        case "replace":
            let new = try value(of: operation)
            _ = try document.value(at: pointer)
            if pointer.parts.last.flatMap({ Int($0) }) != nil { try document.remove(at: pointer) }
            try document.insert(new, at: pointer)
        case "move":
            let from = try source(of: operation)
            let moved = try document.value(at: from)
            try document.remove(at: from)
            try document.insert(moved, at: pointer)
        case "copy":
            try document.insert(try document.value(at: source(of: operation)), at: pointer)
        case "test":
            guard try document.value(at: pointer) == value(of: operation) else {
                throw .testFailed(path)
            }
        default: throw .malformed("there is no operation \"\(name)\"")
        }
    }

    private static func value(of operation: JSONValue) throws(PatchError) -> JSONValue {
        guard let value = operation["value"] else { throw .malformed("an operation lacks value") }
        return value
    }

    private static func source(of operation: JSONValue) throws(PatchError) -> JSONPointer {
        guard let from = operation["from"]?.text else {
            throw .malformed("an operation lacks from")
        }
        return try JSONPointer(from)
    }
}

/// A place in a document.
struct JSONPointer: Hashable {
    let text: String
    let parts: [String]

    init(_ text: String) throws(PatchError) {
        guard text.isEmpty || text.hasPrefix("/") else {
            throw .malformed("\"\(text)\" is no JSON pointer")
        }
        self.text = text
        parts = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
            String($0).replacing("~1", with: "/").replacing("~0", with: "~")
        }
    }

    /// A part as a pointer writes it.
    static func escaped(_ part: String) -> String {
        part.replacing("~", with: "~0").replacing("/", with: "~1")
    }
}

extension JSONValue {
    fileprivate func value(at pointer: JSONPointer) throws(PatchError) -> JSONValue {
        var value = self
        for part in pointer.parts {
            guard let next = value.child(part) else { throw .noSuchPlace(pointer.text) }
            value = next
        }
        return value
    }

    private func child(_ part: String) -> JSONValue? {
        if let elements {
            guard let index = Self.index(part), index < elements.count else { return nil }
            return elements[index]
        }
        return self[part]
    }

    /// RFC 6901 allows no sign and no leading zero.
    private static func index(_ part: String) -> Int? {
        guard part == "0" || !part.hasPrefix("0"), part.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(part)
    }

    fileprivate mutating func insert(
        _ new: JSONValue, at pointer: JSONPointer
    ) throws(PatchError) {
        try edit(pointer.parts[...], pointer.text) { parent, last throws(PatchError) in
            guard let last else {
                parent = new
                return
            }
            switch parent {
            case .object: parent[last] = new
            case .array(var elements):
                let index = last == "-" ? elements.count : Self.index(last)
                guard let index, index <= elements.count else {
                    throw .notInArray(last, pointer.text)
                }
                elements.insert(new, at: index)
                parent = .array(elements)
            default: throw .noSuchPlace(pointer.text)
            }
        }
    }

    fileprivate mutating func remove(at pointer: JSONPointer) throws(PatchError) {
        try edit(pointer.parts[...], pointer.text) { parent, last throws(PatchError) in
            guard let last, parent.child(last) != nil else { throw .noSuchPlace(pointer.text) }
            guard case .array(var elements) = parent, let index = Self.index(last) else {
                parent[last] = nil
                return
            }
            elements.remove(at: index)
            parent = .array(elements)
        }
    }

    /// Changes the parent of a place; the place's last part is nil for the document itself.
    private mutating func edit(
        _ parts: ArraySlice<String>, _ text: String,
        _ change: (inout JSONValue, String?) throws(PatchError) -> Void
    ) throws(PatchError) {
        guard let first = parts.first, parts.count > 1 else {
            return try change(&self, parts.first)
        }
        guard var next = child(first) else { throw .noSuchPlace(text) }
        try next.edit(parts.dropFirst(), text, change)
        if case .array(var elements) = self, let index = Self.index(first) {
            elements[index] = next
            self = .array(elements)
        } else {
            self[first] = next
        }
    }
}
