import ClusterModel

/// Makes patches for the pods of a workload, wherever its kind keeps the pod's specification.
struct TemplateEdit {
    let workload: ObjectKey

    init(_ workload: ObjectKey) { self.workload = workload }

    /// Where the pod's specification stands.
    var path: [String] {
        switch workload.kind {
        case .pod: ["spec"]
        case .cronJob: ["spec", "jobTemplate", "spec", "template", "spec"]
        default: ["spec", "template", "spec"]
        }
    }

    /// A field of the specification as a path from the object's root.
    func fieldPath(_ path: String) -> String { (self.path + [path]).joined(separator: ".") }

    /// Pods and Jobs cannot be changed once they are there; they are made again.
    private var kind: Patch.Kind {
        workload.kind == .pod || workload.kind == .job ? .recreate : .strategicMerge
    }

    func patch(_ podSpec: JSONValue) -> Patch { Patch(workload, kind, podSpec.nested(in: path)) }

    /// A change to one container.
    func container(_ place: ContainerPlace, _ change: JSONValue) -> Patch {
        var container: JSONValue = ["name": JSONValue(place.container)]
        for member in change.members ?? [] { container[member.key] = member.value }
        let list = place.isInit ? "initContainers" : "containers"
        // The image is what can be changed in a pod as it stands.
        if workload.kind == .pod, change.members?.map(\.key) == ["image"] {
            return Patch(
                workload, .strategicMerge, JSONValue.array([container]).nested(in: path + [list]))
        }
        return patch(.object([.init(list, [container])]))
    }

    /// One field of the specification, `containers[0].env[1].valueFrom.secretKeyRef.name`. Elements
    /// of lists that are merged by name are named; where that is not possible, it is a JSON patch.
    func set(_ path: String, to value: JSONValue, in spec: PodSpec) -> Patch {
        let parts = path.split { ".[]".contains($0) }.map(String.init)
        if let document = try? JSONValue(spec),
            let body = Self.body(parts[...], value, in: document, field: "")
        {
            return patch(body)
        }
        let pointer = "/" + (self.path + parts).map(JSONPointer.escaped).joined(separator: "/")
        return Patch(
            workload, kind == .recreate ? .recreate : .json,
            [["op": "replace", "path": .string(pointer), "value": value]])
    }

    private static func body(
        _ parts: ArraySlice<String>, _ value: JSONValue, in document: JSONValue, field: String
    ) -> JSONValue? {
        guard let part = parts.first else { return value }
        guard var elements = document.elements else {
            let inner = body(
                parts.dropFirst(), value, in: document[part] ?? .object([]), field: part)
            return inner.map { .object([.init(part, $0)]) }
        }
        guard let index = Int(part), index < elements.count,
            let inner = body(parts.dropFirst(), value, in: elements[index], field: "")
        else { return nil }
        switch field {
        case "containers", "initContainers", "env", "volumes":
            let name = elements[index]["name"] ?? ""
            return [MergePatch.apply(inner, to: ["name": name])]
        case "envFrom":
            elements[index] = MergePatch.apply(inner, to: elements[index])
            return .array(elements)
        default: return nil
        }
    }
}

extension String {
    /// `spec/rules/0/host` for `spec.rules[0].host`.
    var pointerPart: String {
        split { ".[]".contains($0) }.map { JSONPointer.escaped(String($0)) }.joined(separator: "/")
    }
}
