import ClusterModel
import Detection

/// Another image, another pull secret, another policy; or what to do about the registry.
enum ImageFixes {
    static func fixes(for fault: Fault, in file: CaseFile) -> [Fix] {
        switch fault {
        case .imageName(let place, let better):
            return [
                Fix(
                    "Use image \"\(better)\"",
                    rationale: "It is the nearest image that is known to be there.", risk: .low,
                    patches: [
                        TemplateEdit(place.workload).container(
                            place, ["image": .string(better)])
                    ])
            ]
        case .pullSecret(let place, let wrong, let right):
            return pullSecret(place, wrong, right)
        case .pullPolicy(let place):
            return [
                Fix(
                    "Let the kubelet pull the image if it is not there",
                    rationale: "With imagePullPolicy Never the image has to be put on every node "
                        + "beforehand.", risk: .low,
                    patches: [
                        TemplateEdit(place.workload).container(
                            place, ["imagePullPolicy": "IfNotPresent"])
                    ], assumptions: ["that a registry has the image"])
            ]
        case .imagePull(let place, let failure): return [registry(place, failure)]
        case .imageFault(let place):
            return [
                Fix(
                    "Write a valid image name",
                    rationale: "What was meant cannot be told from the name.", risk: .low,
                    command: ShellCommand.kubectl("edit", place.workload))
            ]
        default: return []
        }
    }

    private static func pullSecret(
        _ place: ContainerPlace, _ wrong: Symbol?, _ right: Symbol?
    ) -> [Fix] {
        guard let right else {
            let key = ObjectKey(.secret, place.workload.namespace, wrong ?? "registry-credentials")
            return [
                Fix(
                    "Create the pull secret \"\(key.name)\"",
                    rationale: "Whoever has an account at the registry makes it"
                        + (wrong == nil ? ", and names it in the pods' imagePullSecrets." : "."),
                    risk: .low,
                    command: "kubectl create secret docker-registry"
                        + ShellCommand.namespaceFlag(key) + " \(key.name.string.shellWord) "
                        + "--docker-server=SERVER --docker-username=USER --docker-password=PASSWORD"
                )
            ]
        }
        var list: [JSONValue] = [["name": JSONValue(right)]]
        if let wrong { list.append(["name": JSONValue(wrong), "$patch": "delete"]) }
        return [
            Fix(
                "Pull with secret \"\(right)\"",
                rationale: "It exists in the namespace and is for this registry or nearly of this "
                    + "name.", risk: .low,
                patches: [
                    TemplateEdit(place.workload).patch(["imagePullSecrets": .array(list)])
                ], assumptions: ["that its account may pull the image"])
        ]
    }

    private static func registry(_ place: ContainerPlace, _ failure: ImagePullFailure) -> Fix {
        let command = ShellCommand.kubectl("describe", place.workload)
        let (title, rationale): (String, String) =
            switch failure {
            case .rateLimited:
                (
                    "Pull with an account, or from a mirror",
                    "Anonymous pulls are counted by address; an account or a mirror has a limit of "
                        + "its own. The kubelet tries again by itself."
                )
            case .wrongPlatform:
                (
                    "Build the image for the nodes' platform, or choose nodes of the image's",
                    "The image has no variant for the architecture of the node."
                )
            case .timedOut, .unreachable, .registryFailing, .hostUnknown:
                (
                    "See that the nodes reach the registry",
                    "The name, the network or the registry itself fails; the kubelet tries again "
                        + "by itself."
                )
            case .untrustedCertificate, .plainHTTP:
                (
                    "Let the nodes' runtime trust the registry",
                    "Its certificate authority, or plain HTTP, has to be configured in the "
                        + "container runtime of every node."
                )
            case .diskFull:
                ("Free space on the node", "Images cannot be unpacked on a full disk.")
            default:
                (
                    "Push the image, or name one that is there",
                    "No image like it is in use in the cluster, so what was meant cannot be told."
                )
            }
        return Fix(title, rationale: rationale, risk: .low, command: command)
    }
}
