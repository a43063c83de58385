import ArgumentParser
import ClusterModel

/// Which part of the cluster is looked at.
struct ScopeOptions: ParsableArguments {
    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Only this namespace (repeatable).", valueName: "name"),
        completion: Completion.namespaces)
    var namespace: [String] = []

    @Flag(
        name: [.customShort("A"), .long],
        help: "All namespaces; the default unless the configuration names one.")
    var allNamespaces = false

    @Option(
        name: [.customShort("l"), .customLong("selector")],
        help: ArgumentHelp(
            "Only what is about objects with these labels, as kubectl's -l.",
            valueName: "labels"))
    var selector: LabelSelector?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Only what is about pods with these fields: metadata.name, metadata.namespace, "
                + "spec.nodeName, status.phase.",
            valueName: "selector", visibility: .rare))
    var fieldSelector: FieldSelector?

    func validate() throws {
        if allNamespaces && !namespace.isEmpty {
            throw ValidationError("--all-namespaces and --namespace exclude each other")
        }
        for name in namespace where !Self.isNamespace(name) {
            throw ValidationError(
                "\"\(name)\" is no name of a namespace; repeat --namespace for more than one")
        }
    }
}

extension ScopeOptions {
    /// True if anything but the default was asked for.
    var isGiven: Bool {
        allNamespaces || !namespace.isEmpty || selector != nil || fieldSelector != nil
    }

    /// A DNS label (RFC 1123), as the API server demands.
    static func isNamespace(_ text: String) -> Bool {
        text.utf8.count <= 63 && !text.isEmpty && !text.hasPrefix("-") && !text.hasSuffix("-")
            && text.utf8.allSatisfy {
                0x61...0x7a ~= $0 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-")
            }
    }
}

extension LabelSelector: ExpressibleByArgument {
    package init?(argument: String) { self.init(text: argument) }
}

extension FieldSelector: ExpressibleByArgument {
    package init?(argument: String) { self.init(text: argument) }
}
