import ClusterModel

/// A CronJob that passes the `restricted` Pod Security Standard.
struct CronJobManifest {
    let command: CronJobCommand

    /// Nobody's, as in distroless images.
    private static let user: JSONValue = 65532
    private static let stateFolder: JSONValue = "/var/lib/aegis"

    var manifest: JSONValue {
        [
            "apiVersion": .string(apiVersion), "kind": "CronJob",
            "metadata": command.options.metadata(in: command.options.namespace),
            "spec": [
                "schedule": .string(command.schedule),
                // Two at once would say the same twice.
                "concurrencyPolicy": "Forbid",
                "startingDeadlineSeconds": 120,
                "successfulJobsHistoryLimit": 1,
                "failedJobsHistoryLimit": 3,
                "jobTemplate": ["spec": jobSpec],
            ],
        ]
    }

    private var apiVersion: String {
        let versions = Kind.cronJob.groupVersions
        let isOld = command.kubernetesVersion.map { $0.minor < 21 } ?? false
        return (isOld ? versions.last : versions.first)?.text ?? Kind.cronJob.apiVersion
    }

    private var jobSpec: JSONValue {
        [
            // The next run comes soon enough.
            "backoffLimit": 0,
            "activeDeadlineSeconds": .int(Int64(command.deadline?.count ?? 300)),
            "template": [
                "metadata": ["labels": command.options.labels],
                "spec": [
                    "serviceAccountName": .string(command.options.name),
                    "restartPolicy": "Never",
                    "securityContext": [
                        "runAsNonRoot": true, "runAsUser": Self.user, "runAsGroup": Self.user,
                        "fsGroup": Self.user, "seccompProfile": ["type": "RuntimeDefault"],
                    ],
                    "containers": [container],
                    "volumes": [stateVolume],
                ],
            ],
        ]
    }

    private var container: JSONValue {
        [
            "name": "aegis",
            "image": .string(command.image),
            "command": ["aegis"],
            "args": .strings(arguments),
            "env": [["name": "XDG_STATE_HOME", "value": Self.stateFolder]],
            // A run over 20,000 pods takes two seconds and peaks at 91 MB. No limit of the CPU:
            // being throttled would only make it longer.
            "resources": [
                "requests": ["cpu": "100m", "memory": "128Mi"], "limits": ["memory": "512Mi"],
            ],
            "securityContext": [
                "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true,
                "capabilities": ["drop": ["ALL"]],
            ],
            "volumeMounts": [["name": "state", "mountPath": Self.stateFolder]],
        ]
    }

    private var arguments: [String] {
        SubcommandPath.path(to: command.subcommand.command)
            + command.subcommand.command.unattendedArguments
            + command.only.flatMap { ["-n", $0] } + command.arguments
    }

    private var stateVolume: JSONValue {
        guard let claim = command.stateClaim else {
            return ["name": "state", "emptyDir": ["sizeLimit": "64Mi"]]
        }
        return ["name": "state", "persistentVolumeClaim": ["claimName": .string(claim)]]
    }
}
