import ClusterModel
import Detection

/// Why an image is not there: a slip in its name (an image like it runs elsewhere in the cluster), a
/// pull secret that is missing or not named, a policy, or the registry.
enum ImageCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        guard let place = file.place, let (pod, container) = file.container(place),
            let waiting = container.status.state.waiting
        else { return [] }
        let image = container.image
        let failure = failure(waiting, file)
        if waiting.reason == "InvalidImageName" { return [badName(image, place, &file)] }
        if waiting.reason == "ImageInspectError" {
            return [
                file.imageCause(
                    .imagePull(place, .unknown), place, .certain,
                    "The runtime on the node cannot inspect image \"\(image)\": what it has stored is "
                        + "damaged or built for another runtime.", [])
            ]
        }
        switch failure {
        case .notFound, .hostUnknown: return named(image, place, failure, &file)
        case .unauthorised, .unknown:
            return credentials(pod, image, place, failure, &file)
        case .neverPulled:
            let path = "\(container.specPath).imagePullPolicy"
            let fact = file.cite(pod.key, path, container.spec?.imagePullPolicy.string ?? "")
            return [
                file.imageCause(
                    .pullPolicy(place), place, .certain,
                    "Image \"\(image)\" is not on the node, and imagePullPolicy Never forbids to "
                        + "pull it.", [fact])
            ]
        default: return [plain(image, place, failure, &file)]
        }
    }

    private static func failure(_ waiting: ContainerStateWaiting, _ file: CaseFile)
        -> ImagePullFailure
    {
        let words = [waiting.message] + file.incident.evidence.map { Symbol($0.value) }
        return words.lazy.map { ImagePullFailure(waiting: waiting.reason, MessageText($0)) }
            .first { $0 != .unknown } ?? .unknown
    }

    private static func badName(
        _ image: Symbol, _ place: ContainerPlace, _ file: inout CaseFile
    ) -> RootCause {
        guard let better = file.knownImage(like: image) ?? image.string.cleanedImageName else {
            return file.imageCause(
                .imageFault(place), place, .certain, "\"\(image)\" is not a valid image name.", [])
        }
        return file.imageCause(
            .imageName(place, better: better), place, .certain,
            "\"\(image)\" is not a valid image name; \"\(better)\" is.", file.uses(of: better))
    }

    private static func named(
        _ image: Symbol, _ place: ContainerPlace, _ failure: ImagePullFailure,
        _ file: inout CaseFile
    ) -> [RootCause] {
        guard let better = file.knownImage(like: image) else {
            return [plain(image, place, failure, &file)]
        }
        return [
            file.imageCause(
                .imageName(place, better: better), place, .likely,
                "Image \"\(image)\" \(failure.phrase), while \"\(better)\" is in use: the name or "
                    + "tag is likely a slip.", file.uses(of: better))
        ]
    }

    /// A registry says "denied" of what it hides, so a missing secret comes first and a slip next.
    private static func credentials(
        _ pod: Pod, _ image: Symbol, _ place: ContainerPlace, _ failure: ImagePullFailure,
        _ file: inout CaseFile
    ) -> [RootCause] {
        let namespace = place.workload.namespace
        let wrong = pod.spec.imagePullSecrets.map(\.name).first {
            file.snapshot.isComplete(.secret, in: namespace)
                && !file.index.contains(ObjectKey(.secret, namespace, $0))
        }
        let right = file.pullSecret(for: image, in: namespace, insteadOf: wrong)
        if let wrong {
            let hint = right.map { "; \"\($0)\" does" } ?? ""
            return [
                file.imageCause(
                    .pullSecret(place, wrong: wrong, right: right), place, .certain,
                    "The registry wants to know who pulls \"\(image)\", and pull secret "
                        + "\"\(wrong)\" does not exist\(hint).", [])
            ]
        }
        if failure == .unauthorised, pod.spec.imagePullSecrets.isEmpty {
            let hint = right.map { "; others of the namespace use \"\($0)\"" } ?? ""
            let fact = file.cite(pod.key, "spec.imagePullSecrets", "not set")
            return [
                file.imageCause(
                    .pullSecret(place, wrong: nil, right: right), place, .likely,
                    "The registry refuses \"\(image)\", and the pod names no pull secret\(hint).",
                    [fact])
            ]
        }
        return [plain(image, place, failure, &file)]
    }

    private static func plain(
        _ image: Symbol, _ place: ContainerPlace, _ failure: ImagePullFailure,
        _ file: inout CaseFile
    ) -> RootCause {
        file.imageCause(
            .imagePull(place, failure), place, failure == .unknown ? .possible : .certain,
            "Image \"\(image)\" \(failure.phrase).", [])
    }
}

extension CaseFile {
    fileprivate func imageCause(
        _ fault: Fault, _ place: ContainerPlace, _ confidence: Confidence, _ summary: String,
        _ more: [Fact.ID]
    ) -> RootCause {
        RootCause(
            fault, on: place.workload, incident.rule.category, confidence, summary,
            evidence: given + more)
    }

    /// The image that runs somewhere in the cluster and is most like this one: another tag of the
    /// same repository, or a name a few letters away. What `latest` is changes, so it is no advice.
    fileprivate func knownImage(like image: Symbol) -> String? {
        let wanted = image.string
        let running = Set(
            snapshot.pods.lazy.filter { $0.isReady }.flatMap { pod in
                pod.spec.containers.map(\.image)
            }
                + (revisions.flatMap {
                    $0.previousTemplate.spec.containers.map(\.image)
                })
        ).map(\.string).filter { $0 != wanted && $0.hasFirmTag }.sorted()
        let sameRepository = running.filter { $0.repository == wanted.repository }
        return nearestName(to: wanted, among: sameRepository) ?? sameRepository.last
            ?? nearestRepository(to: wanted, among: running)
    }

    /// The last part of the path decides: registries and teams share all that stands before it.
    private func nearestRepository(to wanted: String, among images: [String]) -> String? {
        let like = images.filter { image in
            let (a, b) = (image.repository, wanted.repository)
            return editDistance(Array(a.utf8), Array(b.utf8), upTo: 2) <= 2
        }
        return like.min {
            editDistance(Array($0.utf8), Array(wanted.utf8))
                < editDistance(Array($1.utf8), Array(wanted.utf8))
        }
    }

    fileprivate var revisions: [Revision] { workloads.compactMap { Revision(of: $0, in: index) } }

    /// Where an image is in use.
    fileprivate mutating func uses(of image: String) -> [Fact.ID] {
        let pod = snapshot.pods.first { $0.spec.containers.contains { $0.image.string == image } }
        guard let pod,
            let place = pod.spec.containers.firstIndex(where: { $0.image.string == image })
        else { return [] }
        return [cite(pod.key, "spec.containers[\(place)].image", image, note: "in use")]
    }

    /// A pull secret that exists: the nearest name, or the one that other pods use for the registry.
    fileprivate func pullSecret(
        for image: Symbol, in namespace: Symbol, insteadOf wrong: Symbol?
    ) -> Symbol? {
        let names = snapshot.secrets.inNamespace(namespace).map(\.metadata.name)
        if let wrong, let near = nearestName(to: wrong.string, among: names) { return Symbol(near) }
        let registry = image.string.registry
        let used = index.pods(inNamespace: namespace).filter { pod in
            pod.isReady && pod.spec.containers.contains { $0.image.string.registry == registry }
        }.flatMap { $0.spec.imagePullSecrets.map(\.name) }
        return used.first { names.contains($0) }
            ?? snapshot.secrets.inNamespace(namespace)
            .first { $0.type == "kubernetes.io/dockerconfigjson" }?.metadata.name
    }
}

extension String {
    /// The image's name without tag and digest.
    fileprivate var repository: String {
        let name = prefix { $0 != "@" }
        guard let slash = name.lastIndex(of: "/") else { return String(name.prefix { $0 != ":" }) }
        return String(name[...slash] + name[name.index(after: slash)...].prefix { $0 != ":" })
    }

    /// A tag or digest that stays what it is.
    fileprivate var hasFirmTag: Bool {
        contains("@") || (utf8.count > repository.utf8.count && !hasSuffix(":latest"))
    }

    fileprivate var registry: Substring { prefix { $0 != "/" } }

    /// The name without what makes it invalid and surely was not meant; nil if that is not enough.
    fileprivate var cleanedImageName: String? {
        if contains("${") || contains("{{") { return nil }
        var name = String(filter { !$0.isWhitespace })
        for scheme in ["https://", "http://", "docker://"] where name.hasPrefix(scheme) {
            name = String(name.dropFirst(scheme.count))
        }
        while let double = name.firstRange(of: "//") { name.replaceSubrange(double, with: "/") }
        if name.hasSuffix(":") { name = String(name.dropLast()) }
        let tag = name.dropFirst(name.repository.count)
        if tag.count(where: { $0 == ":" }) > 1 { return nil }
        name = name.repository.lowercased() + tag
        return name.isEmpty || name == self ? nil : name
    }
}
