import LoopbackServer
import Testing

/// Secrets planted wherever data can hide. None may come out anywhere: on standard output or error,
/// in a prompt, a recording, a snapshot, a metric or the state.
@Suite("Canaries") struct CanaryTests {
    /// Shapes that secrets have. The number is at the end.
    private static func canary(_ number: Int) -> String {
        let shapes = [
            "Xq7canaryTr0ub4dor", "canary-8f3e6a1b9c2d", "sk_canary_4Zt9Lm2Qw8", "cAnArYp4ssW0rd",
        ]
        return "\(shapes[number % shapes.count])\(number + 100)"
    }

    private static let count = 47

    /// The dump with each `@` replaced by the next canary.
    private static let dump: String = {
        var number = 0
        return manifests.reduce(into: "") { text, character in
            guard character == "@" else { return text.append(character) }
            text += canary(number)
            number += 1
        }
    }()

    private func leaks(in text: String) -> [String] {
        let small = text.lowercased()
        return (0..<Self.count).map(Self.canary).filter { small.contains($0.lowercased()) }
    }

    @Test("there are forty and more, in everything that aegis reads")
    func planted() throws {
        let folder = try TemporaryFolder()
        let logs = try plantLogs(in: folder)
        let log = TestFiles.read("\(logs)/shop_cart-1_app.log") ?? ""
        #expect(leaks(in: Self.dump + log).count == Self.count)
    }

    @Test(
        "nothing shows one",
        arguments: [
            ["scan", "--level", "low"], ["scan", "-o", "json", "--level", "low"],
            ["scan", "-o", "yaml"], ["scan", "-o", "ndjson"],
            ["analyze", "--level", "low"], ["analyze", "-o", "json", "--level", "low"],
            ["analyze", "-o", "markdown"], ["index", "dump"], ["index", "dump", "-o", "json"],
            ["metrics", "--live"],
            ["scan", "-o", "junit", "--level", "low"], ["scan", "-o", "sarif", "--level", "low"],
            ["scan", "-o", "markdown", "--level", "low"], ["scan", "-o", "html", "--level", "low"],
            ["analyze", "-o", "junit"], ["analyze", "-o", "sarif", "--level", "low"],
            ["analyze", "-o", "html", "--level", "low"],
        ])
    func outputs(arguments: [String]) async throws {
        let folder = try TemporaryFolder()
        let dump = try folder.write("dump.json", Self.dump)
        let logs = try plantLogs(in: folder)
        var options = ["-f", dump, "--state-dir", "\(folder.path)/state"]
        if arguments[0] == "analyze" { options += ["--logs", logs, "--engine", "rules"] }
        if arguments[0] == "scan" {
            options += ["--save-snapshot", "\(folder.path)/saved.json", "--baseline", "state"]
        }
        let run = try await AegisProcess.run(arguments + options + ["-vv"])
        #expect([0, 1, 3, 4].contains(run.status), "\(run.transcript)")
        #expect(run.output.isEmpty == false)
        #expect(leaks(in: run.output + run.errors).isEmpty, "\(leaks(in: run.output + run.errors))")
        let written = shell(
            "cat '\(folder.path)'/state/*/* '\(folder.path)/saved.json' 2>/dev/null")
        #expect(leaks(in: written.output).isEmpty, "\(leaks(in: written.output))")
    }

    @Test(
        "nor does anything that proposes or tries a change show one",
        arguments: ["text", "json", "yaml", "junit", "sarif", "markdown", "html"],
        ["scale-propose", "shadow-test"])
    func changes(format: String, subcommand: String) async throws {
        let folder = try TemporaryFolder()
        let usage = """
            {"apiVersion":"aegis.io/v1alpha1","kind":"UsageSeries","namespace":"shop",
            "pod":"cart-6c9d7f8b5-f2d6x","container":"app","resource":"cpu",
            "start":"2025-12-18T00:00:00Z","step":3600,
            "values":[\(Array(repeating: "0.2", count: 330).joined(separator: ","))]}
            """
        let dump = try folder.write("dump.json", Self.dump)
        var arguments = [subcommand, "-o", format, "--state-dir", "\(folder.path)/state", "-vv"]
        if subcommand == "shadow-test" {
            arguments += ["deploy/cart", "-n", "shop", "--replicas", "3", "--snapshot", dump]
        } else {
            let file = try folder.write("usage.ndjson", usage.replacing("\n", with: " "))
            arguments += ["-f", dump, "--usage-file", file, "--all"]
        }
        let run = try await AegisProcess.run(arguments)
        #expect([0, 3, 4].contains(run.status), "\(run.transcript)")
        #expect(run.output.contains("cart"), "\(run.transcript)")
        #expect(leaks(in: run.output + run.errors).isEmpty, "\(leaks(in: run.output + run.errors))")
        let written = shell("cat '\(folder.path)'/state/*/* 2>/dev/null")
        #expect(leaks(in: written.output).isEmpty, "\(leaks(in: written.output))")
    }

    @Test("no prompt, request or recording has one, whatever the model asks for")
    func prompts() async throws {
        let folder = try TemporaryFolder()
        let dump = try folder.write("dump.json", Self.dump)
        let logs = try plantLogs(in: folder)
        let requests = ["events", "log", "spec", "status"].map {
            #"{\"tool\":\"\#($0)\",\"object\":\"Pod shop/cart-1\"}"#
        }.joined(separator: ",")
        let server = try LoopbackServer { _, _ in
            .json(
                #"{"choices":[{"message":{"content":"{\"claims\":[],\"requests\":[\#(requests)]}"}}]}"#
            )
        }
        let options = [
            "-f", dump, "--logs", logs, "--state-dir", "\(folder.path)/state", "--level", "low",
        ]
        let environment = [
            "AEGIS_MODEL": "m", "AEGIS_MODEL_ENDPOINT": server.url, "AEGIS_MODEL_KEY": "k",
        ]
        let recording = "\(folder.path)/answers"
        let run = try await AegisProcess.run(
            ["analyze", "-o", "json", "--record-answers", recording] + options,
            environment: environment)
        #expect(server.requests.count >= 4, "\(run.errors)")
        for request in server.requests {
            let body = String(decoding: request.body, as: UTF8.self)
            #expect(leaks(in: body).isEmpty, "\(leaks(in: body))")
        }
        let shown = try await AegisProcess.run(["analyze", "--show-prompt"] + options)
        #expect(shown.output.contains("Observations:"))
        let all = run.output + run.errors + shown.output + (TestFiles.read(recording) ?? "")
        #expect(leaks(in: all).isEmpty, "\(leaks(in: all))")
    }

    private func plantLogs(in folder: borrowing TemporaryFolder) throws -> String {
        let lines = [
            "panic: cannot log in with password \(Self.canary(43))",
            "connecting to postgres://app:\(Self.canary(44))@db:5432/orders",
            "Authorization: Bearer \(Self.canary(45))", "PRIVATE=\(Self.canary(46)) is required",
        ]
        _ = try folder.write("shop_cart-1_app.log", lines.joined(separator: "\n"))
        _ = try folder.write("shop_cart-1_app.previous.log", lines.joined(separator: "\n"))
        return folder.path
    }

    private static let manifests = #"""
        {"apiVersion":"v1","kind":"List","items":[
        {"apiVersion":"v1","kind":"Node","metadata":{"name":"n1","annotations":{"csi/token":"@"}},
         "status":{"conditions":[{"type":"Ready","status":"False","reason":"KubeletNotReady",
          "message":"runtime not ready: token=@"}]}},
        {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop","annotations":{"vault":"@"}}},
        {"apiVersion":"v1","kind":"Secret","metadata":{"name":"db","namespace":"shop","annotations":{
          "kubectl.kubernetes.io/last-applied-configuration":"{\"stringData\":{\"p\":\"@\"}}"}},
         "data":{"password":"@"},"stringData":{"token":"@"}},
        {"apiVersion":"v1","kind":"Secret","type":"kubernetes.io/tls",
         "metadata":{"name":"tls","namespace":"shop"},"data":{"tls.crt":"@","tls.key":"@"}},
        {"apiVersion":"v1","kind":"Secret","type":"kubernetes.io/dockerconfigjson",
         "metadata":{"name":"pull","namespace":"shop"},"data":{".dockerconfigjson":"@"}},
        {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"conf","namespace":"shop"},
         "data":{"app.ini":"password=@"},"binaryData":{"k":"@"}},
        {"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"cart","namespace":"shop",
         "annotations":{"iam/key":"@"}}},
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"cart","namespace":"shop",
          "managedFields":[{"manager":"kubectl","fieldsV1":{"f:x":"@"}}],
          "annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{\"env\":\"@\"}",
           "deployment.kubernetes.io/revision":"2"}},
         "spec":{"replicas":1,"selector":{"matchLabels":{"app":"cart"}},"template":{
          "metadata":{"labels":{"app":"cart"},"annotations":{"vault/secret":"@"}},
          "spec":{"containers":[{"name":"app","image":"cart:1",
           "command":["run","--password=@"],"args":["--token","@"],
           "env":[{"name":"DB_PASSWORD","value":"@"},
            {"name":"DB_URL","value":"postgres://app:@:5432/orders"},
            {"name":"KEY","valueFrom":{"secretKeyRef":{"name":"db","key":"missing"}}}],
           "lifecycle":{"preStop":{"exec":{"command":["curl","-u","admin:@"]}}},
           "readinessProbe":{"httpGet":{"path":"/ready?token=@","port":9,
            "httpHeaders":[{"name":"Authorization","value":"@"}]}},
           "livenessProbe":{"exec":{"command":["check","@"]}}}],
           "volumes":[{"name":"v","csi":{"driver":"s","volumeAttributes":{"k":"@"}}}]}}},
         "status":{"replicas":1,"unavailableReplicas":1,"conditions":[{"type":"Progressing",
          "status":"False","reason":"ProgressDeadlineExceeded","message":"stuck, key=@"}]}},
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"cart-1","namespace":"shop",
          "labels":{"app":"cart"},"annotations":{"injected":"@"}},
         "spec":{"nodeName":"n1","containers":[{"name":"app","image":"cart:1","args":["-p","@"],
           "env":[{"name":"TOKEN","value":"@"}]}]},
         "status":{"phase":"Running","message":"secret=@","conditions":[{"type":"Ready",
          "status":"False","reason":"ContainersNotReady","message":"token: @"}],
          "containerStatuses":[{"name":"app","image":"cart:1","ready":false,"restartCount":9,
           "state":{"waiting":{"reason":"CrashLoopBackOff",
            "message":"back-off restarting, auth=@"}},
           "lastState":{"terminated":{"exitCode":1,"reason":"Error",
            "message":"login failed: password @ for user app",
            "finishedAt":"2026-01-01T00:00:00Z"}}}]}},
        {"apiVersion":"v1","kind":"Event","metadata":{"name":"e1","namespace":"shop"},
         "involvedObject":{"kind":"Pod","namespace":"shop","name":"cart-1"},"type":"Warning",
         "reason":"Unhealthy","count":5,"lastTimestamp":"2026-01-01T00:00:00Z",
         "message":"Readiness probe failed: HTTP 401, Authorization: Bearer @"},
        {"apiVersion":"v1","kind":"Event","metadata":{"name":"e2","namespace":"shop"},
         "involvedObject":{"kind":"Pod","namespace":"shop","name":"cart-1"},"type":"Warning",
         "reason":"FailedMount","count":2,"lastTimestamp":"2026-01-01T00:00:00Z",
         "message":"MountVolume.SetUp failed: mount -o username=x,password=@ //nas/share"},
        {"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"import","namespace":"shop"},
         "spec":{"template":{"spec":{"containers":[{"name":"j","image":"i:1","args":["@"],
          "env":[{"name":"P","value":"@"}]}]}}},"status":{"failed":7,"conditions":[{
          "type":"Failed","status":"True","reason":"BackoffLimitExceeded","message":"pwd=@"}]}},
        {"apiVersion":"networking.k8s.io/v1","kind":"Ingress","metadata":{"name":"i",
          "namespace":"shop","annotations":{"nginx/auth-snippet":"proxy_set_header X @;"}},
         "spec":{"rules":[{"http":{"paths":[{"path":"/","backend":{"service":{"name":"nope",
          "port":{"number":80}}}}]}}]}},
        {"apiVersion":"admissionregistration.k8s.io/v1","kind":"ValidatingWebhookConfiguration",
         "metadata":{"name":"w"},"webhooks":[{"name":"w.x.io","failurePolicy":"Fail",
          "clientConfig":{"url":"https://h/check?key=@","caBundle":"@"}}]},
        {"apiVersion":"v1","kind":"PersistentVolume","metadata":{"name":"pv"},"spec":{
         "csi":{"driver":"d","volumeHandle":"@","volumeAttributes":{"secret":"@"}}},
         "status":{"phase":"Failed","message":"token @ refused"}}]}
        """#
}
