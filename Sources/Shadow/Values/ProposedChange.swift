package import Analysis
package import ClusterModel

/// What is to be proved: patches that belong together, and where they come from.
package struct ProposedChange: Sendable, Equatable {
    /// Label values of the metrics, so there are few.
    package enum FixType: String, Sendable, CaseIterable {
        case replicas, image, patch, scaling, analysis
    }

    package var patches: [Patch]
    package var fixType: FixType
    /// For people: `proposal 3f2a…`, `patch.yaml`, `--replicas 3`.
    package var source: String

    package init(_ patches: [Patch], _ fixType: FixType, source: String) {
        self.patches = patches
        self.fixType = fixType
        self.source = source
    }

    package var targets: [ObjectKey] { patches.map(\.target) }

    /// A misspelt container in `--set-image` would be merged in as a further one.
    func checkContainers(of key: ObjectKey, _ document: JSONValue) throws {
        guard fixType == .image else { return }
        let there = document.podSpec(of: key.kind).containers.compactMap { $0["name"]?.text }
        for patch in patches where patch.target == key {
            for container in patch.body.podSpec(of: key.kind).containers {
                guard let name = container["name"]?.text, !there.contains(name) else { continue }
                let hint = nearestName(to: name, among: there).map { "; did you mean \"\($0)\"?" }
                throw ShadowError.failed("\(key) has no container \"\(name)\"" + (hint ?? ""))
            }
        }
    }
}
