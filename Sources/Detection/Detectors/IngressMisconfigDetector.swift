package import ClusterModel

/// Ingresses that cannot route: the class, a backend Service, its port or a TLS Secret is missing.
///
/// - Exceptions: what could not be read; classes given by annotation only; an Ingress without a
///   class where no IngressClass exists at all (a controller from before classes may serve it); a
///   backend that is there but has no endpoints (ServiceNoEndpoints says so); the port name
///   `use-annotation`, by which the AWS controller takes the backend from an annotation.
/// - Severity: medium.
/// - Evidence: the field that names what is missing, the nearest name.
enum IngressMisconfigDetector: Detector {
    static let rule = Rule(
        "AEG-403", .ingressMisconfig, .medium, layer: .traffic,
        "an Ingress names a class, Service, port or TLS Secret that is missing")

    static func findings(in view: ClusterView) -> [Finding] {
        var hints = NameHints()
        return view.snapshot.ingresses.flatMap { ingress -> [Finding] in
            if view.isFresh(ingress.metadata) { return [] }
            return classFindings(ingress, in: view) + backendFindings(ingress, in: view, &hints)
                + secretFindings(ingress, in: view, &hints)
        }
    }

    private static func classFindings(_ ingress: Ingress, in view: ClusterView) -> [Finding] {
        guard view.snapshot.isComplete(.ingressClass) else { return [] }
        let classes = view.snapshot.ingressClasses
        let name = ingress.spec.ingressClassName
        if name.isEmpty {
            let isDefault = classes.contains {
                $0.metadata.annotations["ingressclass.kubernetes.io/is-default-class"] == "true"
            }
            guard ingress.metadata.annotations["kubernetes.io/ingress.class"] == nil,
                !classes.isEmpty, !isDefault
            else { return [] }
            return [
                finding(
                    ingress, "spec.ingressClassName", "not set", detail: "class",
                    title: "names no class and none is the default",
                    message: "\(ingress.key) names no ingress class, and no IngressClass is the "
                        + "default, so no controller serves it.")
            ]
        }
        guard !classes.contains(where: { $0.metadata.name == name }) else { return [] }
        let near = nearestName(to: name.string, among: classes.map(\.metadata.name))
        return [
            finding(
                ingress, "spec.ingressClassName", name.string, detail: "class",
                title: "ingress class \"\(name)\" does not exist",
                message: "\(ingress.key) wants ingress class \"\(name)\", which does not exist"
                    + .suggestion(near))
        ]
    }

    private static func backendFindings(
        _ ingress: Ingress, in view: ClusterView, _ hints: inout NameHints
    ) -> [Finding] {
        let namespace = ingress.metadata.namespace
        guard view.snapshot.isComplete(.service, in: namespace) else { return [] }
        var reported: Set<String> = []
        return ingress.backends.compactMap { path, backend in
            guard !backend.name.isEmpty, backend.port != .string("use-annotation"),
                let problem = problem(with: backend, namespace, in: view, &hints),
                reported.insert(problem.title).inserted
            else { return nil }
            return finding(
                ingress, path, problem.value, detail: problem.title, title: problem.title,
                message: "\(ingress.key) sends traffic to \(problem.message)")
        }
    }

    private static func problem(
        with backend: IngressBackend, _ namespace: Symbol, in view: ClusterView,
        _ hints: inout NameHints
    ) -> (title: String, value: String, message: String)? {
        let name = backend.name
        guard let service = view.index.service(namespace, name) else {
            let names = view.snapshot.services.inNamespace(namespace).lazy
                .map { $0.metadata.name }
            return (
                "backend Service \"\(name)\" does not exist", name.string,
                "Service \"\(name)\", which does not exist"
                    + .suggestion(hints.nearest(to: name, among: names))
            )
        }
        guard let port = backend.port, service.spec.type != "ExternalName",
            !service.spec.ports.contains(where: { $0.answers(to: port) })
        else { return nil }
        let have = service.spec.ports.map { "\($0.port)" }.joined(separator: ", ")
        return (
            "backend Service \"\(name)\" has no port \(port)", "\(name):\(port)",
            "port \(port) of \(service.key), which has only \(have)."
        )
    }

    private static func secretFindings(
        _ ingress: Ingress, in view: ClusterView, _ hints: inout NameHints
    ) -> [Finding] {
        let namespace = ingress.metadata.namespace
        guard view.snapshot.isComplete(.secret, in: namespace) else { return [] }
        return ingress.spec.tls.enumerated().compactMap { i, tls in
            guard !tls.secretName.isEmpty, view.index.secret(namespace, tls.secretName) == nil
            else { return nil }
            let names = view.snapshot.secrets.inNamespace(namespace).lazy
                .map { $0.metadata.name }
            let hosts = tls.hosts.map(\.string).joined(separator: ", ")
            return finding(
                ingress, "spec.tls[\(i)].secretName", tls.secretName.string,
                detail: "tls \(tls.secretName)",
                title: "TLS Secret \"\(tls.secretName)\" does not exist",
                message: "\(ingress.key) takes the certificate for \(hosts.isEmpty ? "*" : hosts) "
                    + "from Secret \"\(tls.secretName)\", which does not exist"
                    + .suggestion(hints.nearest(to: tls.secretName, among: names)))
        }
    }

    private static func finding(
        _ ingress: Ingress, _ path: String, _ value: String, detail: String, title: String,
        message: String
    ) -> Finding {
        Finding(
            rule, on: ingress.key, cause: Cause(ingress.key, detail: detail), title: title,
            message: message, since: ingress.setAt,
            evidence: [Evidence(ingress.key, path, value)], standsAlone: true)
    }
}

extension ServicePort {
    fileprivate func answers(to wanted: IntOrString) -> Bool {
        switch wanted {
        case .int(let number): port == number
        case .string(let name): self.name == name
        }
    }
}

extension Ingress {
    /// Every backend with the path of the field that names it.
    package var backends: [(path: String, backend: IngressBackend)] {
        let rules = spec.rules.enumerated().flatMap { i, rule in
            (rule.value.http?.paths ?? []).enumerated().map { j, path in
                ("spec.rules[\(i)].http.paths[\(j)].backend", path.backend)
            }
        }
        return (spec.defaultBackend.map { [("spec.defaultBackend", $0)] } ?? []) + rules
    }
}

extension String {
    fileprivate static func suggestion(_ name: String?) -> String {
        name.map { "; there is \"\($0)\"." } ?? "."
    }
}
