// Reads changes from what aegis' other subcommands print, and from manifests.

internal import Analysis
package import ClusterModel
internal import StructuredData

/// Takes documents one after another: `ScalingProposal`s, alone or in their list, `AnalysisReport`s,
/// and manifests, which are merged into the objects that they name.
package struct ChangeReader: Sendable {
    package private(set) var changes: [ProposedChange] = []
    private let source: String
    /// For manifests that name no namespace.
    private let namespace: String

    private let now: Timestamp

    package init(source: String, namespace: String, now: Timestamp) {
        self.source = source
        self.namespace = namespace
        self.now = now
    }

    /// - Parameter read: fills a buffer and returns 0 at the end.
    package mutating func read(
        _ read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws {
        var documents: [JSONValue] = []
        let summary = try readItems(source: source, read: read) { reader, item in
            var document = JSONValue.null
            try document.read(from: &reader)
            if document["kind"] == nil, !item.kind.isEmpty {
                document["kind"] = .string(item.kind)
            }
            documents.append(document)
        }
        if let failure = summary.failures.first { throw failure.error }
        for document in documents { try take(document) }
    }

    mutating func take(_ document: JSONValue) throws {
        switch document["kind"]?.text ?? "" {
        case "ScalingProposalList":
            for item in document["items"]?.elements ?? [] { try takeProposal(item) }
        case "ScalingProposal": try takeProposal(document)
        case "AnalysisReport":
            for analysis in document["analyses"]?.elements ?? [] { try takeAnalysis(analysis) }
        case let name: try takeManifest(document, kind: name)
        }
    }

    /// What is not proposed (`unchanged`, `held`), or no longer, is not tried.
    private mutating func takeProposal(_ proposal: JSONValue) throws {
        guard proposal["state"] == "proposed", let patch = proposal["patch"] else { return }
        let expiresAt = proposal["expiresAt"]?.text.flatMap(Timestamp.init(rfc3339:))
        if let expiresAt, expiresAt <= now { return }
        let id = proposal["id"]?.text ?? ""
        changes.append(
            ProposedChange(
                [try Patch(patch, target: proposal["target"], in: source)], .scaling,
                source: "proposal \(id)"))
    }

    /// The best fix of each incident; they are sorted.
    private mutating func takeAnalysis(_ analysis: JSONValue) throws {
        let fixes = (analysis["fixes"]?.elements ?? []).filter {
            $0["patch"] != nil && $0["status"] != "refuted"
        }
        guard let fix = fixes.first, let first = fix["patch"] else { return }
        let patches = try ([first] + (fix["furtherPatches"]?.elements ?? [])).map {
            try Patch($0, target: $0["target"], in: source)
        }
        let id = analysis["incident"]?["id"]?.text ?? analysis["incident"]?.text ?? ""
        changes.append(ProposedChange(patches, .analysis, source: "incident \(id)"))
    }

    private mutating func takeManifest(_ document: JSONValue, kind name: String) throws {
        guard let kind = Kind(name: name), !document.objectName.isEmpty else {
            throw ShadowError.failed(
                name.isEmpty
                    ? "\(source) holds a document without a kind; give a bare patch by KIND/NAME "
                        + "--patch FILE"
                    : "\(source): a \(name) is no change; expected a ScalingProposal, an "
                        + "AnalysisReport or a manifest")
        }
        var body = document
        body["apiVersion"] = nil
        body["kind"] = nil
        body["status"] = nil
        let key = ObjectKey(
            kind, Symbol(document[["metadata", "namespace"]]?.text ?? namespace),
            Symbol(document.objectName))
        changes.append(ProposedChange([Patch(key, .strategicMerge, body)], .patch, source: source))
    }
}

extension Patch {
    /// From `{type, body}` of a document of aegis' own.
    fileprivate init(_ patch: JSONValue, target: JSONValue?, in source: String) throws {
        guard let kind = target?["kind"]?.text.flatMap(ClusterModel.Kind.init(name:)),
            let name = target?["name"]?.text, let body = patch["body"]
        else { throw ShadowError.failed("\(source) holds a patch without a target or a body") }
        let type = patch["type"]?.text ?? ""
        guard let patchKind = Patch.Kind(rawValue: type == "strategic" ? "strategic-merge" : type)
        else { throw ShadowError.failed("\(source) holds a patch of unknown type \"\(type)\"") }
        let key = ObjectKey(kind, Symbol(target?["namespace"]?.text ?? ""), Symbol(name))
        // A proposal's body is JSON within a string.
        self.init(key, patchKind, try body.text.map { try JSONValue(text: $0, source) } ?? body)
    }
}

extension JSONValue {
    /// From JSON or YAML.
    package init(text: String, _ source: String) throws {
        self = try readDocument(Array(text.utf8), source: source) { reader in
            var value = JSONValue.null
            try value.read(from: &reader)
            return value
        }
    }
}

extension ProposedChange {
    /// `--replicas`.
    package static func replicas(_ count: Int, of key: ObjectKey) -> ProposedChange {
        ProposedChange(
            [Patch(key, .strategicMerge, ["spec": ["replicas": .int(Int64(count))]])], .replicas,
            source: "--replicas \(count)")
    }

    /// `--set-image`: images by their containers.
    package static func images(
        _ images: [(container: String, image: String)], of key: ObjectKey
    ) -> ProposedChange {
        let containers = images.map { entry -> JSONValue in
            ["name": .string(entry.container), "image": .string(entry.image)]
        }
        let body = JSONValue.array(containers).nested(
            in: key.kind.templatePath + ["spec", "containers"])
        return ProposedChange(
            [Patch(key, .strategicMerge, body)], .image,
            source: images.map { "--set-image \($0.container)=\($0.image)" }.joined(separator: " "))
    }

    /// `--patch`: a list is a JSON patch, an object a strategic merge.
    package static func patch(
        _ body: JSONValue, of key: ObjectKey, source: String
    ) -> ProposedChange {
        let kind = body.elements == nil ? Patch.Kind.strategicMerge : .json
        return ProposedChange([Patch(key, kind, body)], .patch, source: source)
    }
}
