import Testing

@testable import aegis

@Suite("Manifests")
struct ManifestTests {
    @Test(
        "are printed the same on every run",
        arguments: [
            ("rbac", ["rbac", "--for", "scan,metrics"]),
            ("rbac-only", ["rbac", "--only", "shop", "--name", "shop-scan", "-n", "ops"]),
            ("rbac-shadow", ["rbac", "--for", "shadow-test,shadow-test-gc", "--only", "shop"]),
            (
                "cronjob",
                ["cronjob", "--image", "registry.example/aegis:1.0", "--only", "shop", "--", "-v"]
            ),
            ("cronjob-gc", ["cronjob", "--image", "aegis", "--for", "shadow-test-gc"]),
            (
                "networkpolicy",
                ["networkpolicy", "--api-server", "10.0.0.1:6443", "--egress", ":443"]
            ),
            ("crd", ["crd"]),
        ])
    func golden(name: String, arguments: [String]) async throws {
        let run = try await AegisProcess.run(["manifests"] + arguments)
        #expect(run.status == 0 && run.errors == "", "\(run.transcript)")
        Golden.expect(run, matches: "manifest-\(name).yaml")
    }

    @Test("rights limited to namespaces leave out what is not in them")
    func noClusterRole() async throws {
        let run = try await AegisProcess.run([
            "manifests", "rbac", "--only", "a", "--only", "b", "--no-cluster-role",
        ])
        #expect(run.output.contains("kind: RoleBinding"))
        #expect(!run.output.contains("ClusterRole") && !run.output.contains("nodes"))
        #expect(run.output.split(separator: "\n").count { $0 == "kind: Role" } == 2)
    }

    @Test("each subcommand that can run by itself gets what it reads, and no more")
    func leastRights() async throws {
        let index = try await AegisProcess.run(["manifests", "rbac", "--for", "index"])
        #expect(index.output.contains("- pods\n"))
        #expect(!index.output.contains("networkpolicies") && !index.output.contains("- events\n"))
        for (name, reads) in [("scan,metrics,scale-propose", false), ("analyze", true)] {
            let rights = try await AegisProcess.run(["manifests", "rbac", "--for", name])
            #expect(rights.output.contains("- controllerrevisions\n") == reads)
        }
        let all = SubcommandList.known.map { $0.recordedName }
        #expect(all.contains("scan") && all.contains("metrics") && !all.contains("manifests"))
        for command in SubcommandList.known { #expect(!command.permissions.isEmpty) }
    }

    @Test(
        "a wrong command line is refused with a reason",
        arguments: [
            (["rbac", "--for", "scna"], "did you mean 'scan'?"),
            (["rbac", "--for", ","], "names no subcommand"),
            (["rbac", "--no-cluster-role"], "needs --only"),
            (["rbac", "--only", "Shop"], "no name of a namespace"),
            (["rbac", "-n", "a/b"], "no name of a namespace"),
            (["cronjob"], "--image"),
            (["cronjob", "--image", "x", "--for", "scan,metrics"], "one subcommand"),
            (["cronjob", "--image", "x", "--for", "shadow-test"], "a change to test"),
            (
                ["rbac", "--for", "shadow-test", "--only", "shop", "--no-cluster-role"],
                "takes a ClusterRole"
            ),
            (["cronjob", "--image", "x", "--schedule", "* * *"], "3 fields instead of 5"),
            (["cronjob", "--image", "x", "--kubernetes-version", "2"], "--kubernetes-version"),
            (["cronjob", "--image", "x", "--name", String(repeating: "a", count: 53)], "52"),
            (["networkpolicy", "--egress", "gateway.example:x"], "--egress"),
            (["crdd"], "did you mean 'crd'?"),
        ])
    func refused(arguments: [String], reason: String) async throws {
        let run = try await AegisProcess.run(["manifests"] + arguments)
        #expect(run.status == 64 && run.output == "", "\(run.transcript)")
        #expect(run.errors.contains(reason), "\(run.transcript)")
    }

    @Test(
        "CronJobs are of the version that the cluster has",
        arguments: [
            ("1.20", "batch/v1beta1"), ("v1.20.15+k3s1", "batch/v1beta1"), ("1.21", "batch/v1"),
            ("v1.36.0", "batch/v1"),
        ])
    func cronJobVersion(version: String, apiVersion: String) async throws {
        let run = try await AegisProcess.run([
            "manifests", "cronjob", "--image", "x", "--kubernetes-version", version,
        ])
        #expect(run.output.hasPrefix("apiVersion: \(apiVersion)\n"), "\(run.transcript)")
    }

    @Test(
        "a target is an address, a network, a namespace or anywhere, and a port",
        arguments: [
            ("10.0.0.1:6443", EgressTarget(.block("10.0.0.1/32"), port: 6443)),
            ("10.0.0.0/8:443", EgressTarget(.block("10.0.0.0/8"), port: 443)),
            ("[fd00::1]:443", EgressTarget(.block("fd00::1/128"), port: 443)),
            ("[fd00::/8]:443", EgressTarget(.block("fd00::/8"), port: 443)),
            ("monitoring:9091", EgressTarget(.namespace("monitoring"), port: 9091)),
            (":443", EgressTarget(.anywhere, port: 443)),
            ("10.0.0.0/33:443", nil), ("10.0.0.0/8/8:443", nil), ("10.0.0.1", nil),
            ("gateway.example:443", nil), ("a:0", nil), ("a:65536", nil), ("a:", nil), ("", nil),
        ])
    func target(text: String, expected: EgressTarget?) {
        #expect(EgressTarget(argument: text) == expected)
    }
}
