// JSON Merge Patch (RFC 7386) and Kubernetes' strategic merge, which knows which lists are merged
// element by element and by which key (`patchMergeKey` in k8s.io/api's types).

package import ClusterModel

/// Applies a merge patch: objects are merged, null removes, everything else replaces.
enum MergePatch {
    static func apply(_ patch: JSONValue, to document: JSONValue) -> JSONValue {
        guard let members = patch.members else { return patch }
        var result: JSONValue = document.members == nil ? .object([]) : document
        for member in members {
            result[member.key] =
                member.value == .null
                ? nil : apply(member.value, to: result[member.key] ?? .null)
        }
        return result
    }
}

/// Applies a strategic merge patch.
package enum StrategicMerge {
    package static func apply(
        _ patch: JSONValue, to document: JSONValue
    ) throws(PatchError) -> JSONValue {
        guard let members = patch.members else { return patch }
        if patch["$patch"] == "replace" { return patch.without("$patch") }
        var result: JSONValue = document.members == nil ? .object([]) : document
        if let kept = patch["$retainKeys"]?.elements {
            for member in result.members ?? [] where !kept.contains(.string(member.key)) {
                result[member.key] = nil
            }
        }
        for member in members where !member.key.hasPrefix("$") {
            result[member.key] = try merge(member.value, into: result[member.key], as: member.key)
        }
        for member in members where member.key.hasPrefix("$deleteFromPrimitiveList/") {
            let name = String(member.key.dropFirst("$deleteFromPrimitiveList/".count))
            let gone = member.value.elements ?? []
            result[name] = (result[name]?.elements).map { .array($0.filter { !gone.contains($0) }) }
        }
        return result
    }

    private static func merge(
        _ patch: JSONValue, into old: JSONValue?, as field: String
    ) throws(PatchError) -> JSONValue? {
        switch patch {
        case .null: return nil
        case .object: return try apply(patch, to: old ?? .null)
        case .array(let elements):
            guard let old = old?.elements else { return .array(elements.filter { !$0.isDeletion }) }
            guard let key = key(of: field, elements) else {
                return field == "finalizers"
                    ? .array(old + elements.filter { !old.contains($0) }) : patch
            }
            return .array(try merge(elements, into: old, by: key, field))
        default: return patch
        }
    }

    private static func merge(
        _ elements: [JSONValue], into old: [JSONValue], by key: String, _ field: String
    ) throws(PatchError) -> [JSONValue] {
        var result = old
        for element in elements {
            guard let id = element[key] else { throw .mergeKeyMissing(key, field) }
            let place = result.firstIndex { $0[key] == id }
            if element.isDeletion {
                if let place { result.remove(at: place) }
            } else if let place {
                result[place] = try apply(element, to: result[place])
            } else {
                result.append(element)
            }
        }
        return result
    }

    /// What elements of a list are told apart by; nil for lists that are replaced as a whole.
    /// A container's ports go by containerPort, a Service's by port.
    private static func key(of field: String, _ elements: [JSONValue]) -> String? {
        switch field {
        case "containers", "initContainers", "env", "volumes", "imagePullSecrets", "secrets",
            "webhooks":
            "name"
        case "volumeMounts": "mountPath"
        case "ports":
            elements.contains { $0["containerPort"] != nil }
                ? "containerPort" : elements.contains { $0["port"] != nil } ? "port" : nil
        case "topologySpreadConstraints": "topologyKey"
        case "conditions": "type"
        default: nil
        }
    }
}

extension JSONValue {
    fileprivate var isDeletion: Bool { self["$patch"] == "delete" }

    fileprivate func without(_ key: String) -> JSONValue {
        var copy = self
        copy[key] = nil
        return copy
    }
}
