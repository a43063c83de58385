internal import Glibc
internal import Shadow
internal import StructuredData
internal import Subprocess
internal import SystemPackage

/// The `vcluster` command line, which needs `helm`.
///
/// Source: vcluster.com/docs, "CLI reference". `create` has no dry run, waits until the virtual
/// cluster is ready, and allows one a namespace; without a volume claim it is a Deployment, which is
/// right for what lives minutes.
package struct VClusterCLI: VirtualClusterTool {
    private static let outputLimit = 4 << 20
    private static let values = """
        controlPlane: {statefulSet: {persistence: {volumeClaim: {enabled: false}}}}
        sync: {toHost: {ingresses: {enabled: false}}}

        """

    private let kubeconfig: String?
    private let context: String
    private let program: String

    /// - Parameters:
    ///   - kubeconfig: nil for what `KUBECONFIG` says.
    ///   - context: empty for the current one.
    /// - Throws: `ShadowError` where a program is missing.
    package init(kubeconfig: String?, context: String, environment: [String: String]) throws {
        self.kubeconfig = kubeconfig
        self.context = context
        program = try Self.find("vcluster", environment)
        _ = try Self.find("helm", environment)
    }

    private static func find(_ name: String, _ environment: [String: String]) throws -> String {
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        let paths = folders.map { "\($0)/\(name)" }
        if let path = paths.first(where: { access($0, X_OK) == 0 }) { return path }
        throw ShadowError.failed(
            "the runtime vcluster needs the programs vcluster and helm, and \(name) is not in PATH; "
                + "install it, or use --runtime namespace")
    }

    package func create(_ name: String, in namespace: String) async throws {
        // `-` is no file to it, and a file of ours would have to be cleared up.
        _ = try await run(
            ["create", name, "-n", namespace, "--driver", "helm", "--connect=false", "--add=false"]
                + ["--values", "/dev/stdin"], input: Self.values)
    }

    package func kubeconfig(of name: String, in namespace: String) async throws -> String {
        try await run(["connect", name, "-n", namespace, "--print"])
    }

    package func delete(_ name: String, in namespace: String) async throws {
        _ = try await run(["delete", name, "-n", namespace, "--ignore-not-found"])
    }

    private func run(_ words: [String], input: String = "") async throws -> String {
        let chosen = context.isEmpty ? [] : ["--context", context]
        var variables: [Subprocess.Environment.Key: String?] = [:]
        if let kubeconfig { variables["KUBECONFIG"] = kubeconfig }
        let result = try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(words + chosen),
            environment: .inherit.updating(variables), input: .array(Array(input.utf8)),
            output: .string(limit: Self.outputLimit), error: .string(limit: Self.outputLimit))
        guard result.terminationStatus.isSuccess else {
            let line = result.standardError.split(separator: "\n").last ?? ""
            throw ShadowError.failed(
                "vcluster \(words[0]) did not work: \(String(line).maskingSecrets)")
        }
        return result.standardOutput
    }
}
