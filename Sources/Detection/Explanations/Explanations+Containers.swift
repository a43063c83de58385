// Containers that end, or never begin.

extension CrashLoopBackOffDetector {
    static let explanation = Explanation(
        meaning: """
            A container starts, ends, and is started again. The kubelet waits longer before each \
            start, up to five minutes, so the container is down most of the time and its pod is \
            not ready.
            """,
        detection: """
            A container or sidecar waits in CrashLoopBackOff; or it is down after an exit code \
            other than 0 within the last hour (--since); or it has restarted three times or more, \
            the last time within that hour, after a run shorter than it.
            """,
        exceptions: [
            "a restart long ago, and healthy since",
            "runs that last longer than --since, as between reboots of a node",
            "kills by a liveness or start-up probe: ProbeFailure",
            "kills for memory: OOMKilled",
            "init containers: InitContainerFailure",
        ],
        causes: [
            "a setting, variable or file that the program needs is missing or wrong",
            "a database or another service that it needs at its start does not answer",
            "the command or its arguments are wrong; the program is not made for this platform",
            "the program ends by itself with success, although it is to run for good",
        ],
        commands: [
            .init(
                "kubectl logs -n NAMESPACE POD -c CONTAINER --previous --tail=50",
                "what it said before it ended"),
            .init("kubectl describe -n NAMESPACE pod/POD", "exit code, reason and events"),
            .init(
                "kubectl rollout history -n NAMESPACE deployment/NAME", "what changed, and when"),
        ])
}

extension OOMKilledDetector {
    static let explanation = Explanation(
        meaning: """
            The kernel killed a container because it used more memory than its limit, or than its \
            node had. What it was doing is lost, and it will happen again under the same load.
            """,
        detection: """
            The current or last termination of a container has the reason OOMKilled, and it \
            happened within the last hour (--since), the container is in CrashLoopBackOff, or it \
            is still not ready.
            """,
        exceptions: [
            "a kill before that hour from which the container has recovered",
            "exit code 137 for another reason: a probe's kill, an eviction",
        ],
        causes: [
            "the limit is lower than what the program needs at its peak",
            "a leak, or a cache without a bound",
            "a runtime that sizes its heap by the node's memory and not by the limit",
            "no limit at all, on a node that is full",
        ],
        commands: [
            .init("kubectl top pod -n NAMESPACE POD --containers", "what it uses now"),
            .init(
                "kubectl get -n NAMESPACE pod/POD -o jsonpath='{.spec.containers[*].resources}'",
                "its requests and limits"),
            .init(
                "kubectl set resources -n NAMESPACE deployment/NAME -c CONTAINER "
                    + "--limits=memory=SIZE",
                "raise the limit"),
        ])
}

extension AppErrorDetector {
    static let explanation = Explanation(
        meaning: """
            A container ended with an error and will not be started again: its pod failed, or its \
            restart policy is Never. What it was to do has not been done.
            """,
        detection: """
            A container (no init container) is terminated with an exit code other than 0, in a pod \
            whose phase is Failed or whose restartPolicy is Never.
            """,
        exceptions: [
            "pods of a Job: JobFailed",
            "pods ended from outside: evicted, preempted, shut down with their node",
            "containers that will be started again: CrashLoopBackOff",
            "init containers and sidecars; pods being deleted",
        ],
        causes: [
            "1 or another small code: the program's own error",
            "126, 127: the command cannot be executed, or is not in the image",
            "137: killed; 139: a segmentation fault; 143: asked to end",
            "the pod ran past its activeDeadlineSeconds",
        ],
        commands: [
            .init("kubectl logs -n NAMESPACE POD -c CONTAINER", "what it said"),
            .init("kubectl describe -n NAMESPACE pod/POD", "exit code and reason"),
        ])
}

extension InitContainerFailureDetector {
    static let explanation = Explanation(
        meaning: """
            An init container fails. The pod's own containers do not start before every init \
            container has succeeded, so the pod does nothing.
            """,
        detection: """
            An init container is in CrashLoopBackOff, has ended with an exit code other than 0, or \
            is running again after such an end within the last hour (--since).
            """,
        exceptions: [
            "sidecars, which are init containers that keep running: CrashLoopBackOff",
            "failed pods of a Job: JobFailed",
            "an init container that has succeeded since",
            "pods ended from outside or being deleted",
        ],
        causes: [
            "it waits for a service, a database or a migration that is not there",
            "a missing variable, file or right (permissions of a volume)",
            "a wrong command or image",
        ],
        commands: [
            .init(
                "kubectl logs -n NAMESPACE POD -c INIT-CONTAINER --previous",
                "what it said before it ended"),
            .init("kubectl describe -n NAMESPACE pod/POD", "which init container is stuck"),
        ])
}

extension ImagePullBackOffDetector {
    static let explanation = Explanation(
        meaning: """
            A node cannot fetch a container's image, so the container does not start. The kubelet \
            tries again, ever more slowly.
            """,
        detection: """
            A container waits with ErrImagePull, ImagePullBackOff, ErrImageNeverPull, \
            RegistryUnavailable or SignatureValidationFailed. Why is read from the waiting state \
            and, where that only says "Back-off", from the newest event that says more: not found, \
            unauthorised, rate-limited, not reachable, built for another platform. Pull secrets \
            that do not exist are named.
            """,
        exceptions: [
            "a pull that is still going on",
            "names that are none: InvalidImageName",
            "pods being deleted",
        ],
        causes: [
            "a misspelt name or a tag that was never pushed, or was deleted",
            "a private registry without imagePullSecrets, or with expired ones",
            "the registry limits anonymous pulls",
            "the node cannot reach or resolve the registry",
            "the image has no variant for the node's architecture",
        ],
        commands: [
            .init("kubectl describe -n NAMESPACE pod/POD", "the registry's answer, in the events"),
            .init(
                "kubectl get -n NAMESPACE pod/POD -o jsonpath='{.spec.imagePullSecrets}'",
                "what it authenticates with"),
            .init(
                "kubectl set image -n NAMESPACE deployment/NAME CONTAINER=IMAGE", "name another"),
        ])
}

extension InvalidImageNameDetector {
    static let explanation = Explanation(
        meaning: """
            A container's image name is not one that a registry could be asked for, or the node \
            has the image and cannot read it. Waiting does not help.
            """,
        detection: """
            A container waits with InvalidImageName or ImageInspectError. For a name, what is \
            wrong with it is said where it can be told: a placeholder that was not filled in, a \
            capital letter, two tags, a URL.
            """,
        exceptions: [
            "a well-formed name of an image that is not there: ImagePullBackOff",
            "pods being deleted",
        ],
        causes: [
            "a template's variable was empty or not replaced",
            "https:// before the name, or a capital letter in the repository",
            "ImageInspectError: the node's image store is damaged",
        ],
        commands: [
            .init(
                "kubectl get -n NAMESPACE pod/POD -o jsonpath='{.spec.containers[*].image}'",
                "the names as they stand"),
            .init("kubectl describe -n NAMESPACE pod/POD", "the kubelet's words"),
        ])
}

extension CreateContainerConfigErrorDetector {
    static let explanation = Explanation(
        meaning: """
            A container cannot be made although its image is there: something it refers to is \
            missing, or the node refuses what it asks for. Or a workload's pods cannot even be \
            made, because the ServiceAccount they name does not exist.
            """,
        detection: """
            A container waits with CreateContainerConfigError, CreateContainerError, \
            RunContainerError or a failed hook. ConfigMaps, Secrets and keys that it requires are \
            looked up, and the nearest existing name is offered; the incident is on the missing \
            object, so that several workloads that want it are one. ServiceAccounts are known from \
            the controllers' refusals.
            """,
        exceptions: [
            "references marked optional",
            "a kubelet that is still fetching what is there, within the grace (--grace)",
            "a ServiceAccount that is there by now",
            "objects of kinds that were not read, unless the kubelet says that they are missing",
            "pods being deleted",
        ],
        causes: [
            "a ConfigMap, Secret or key that was renamed, deleted, or is in another namespace",
            "runAsNonRoot with an image that runs as root",
            "a command that is not in the image, or a subPath that does not exist",
        ],
        commands: [
            .init("kubectl get -n NAMESPACE configmaps,secrets", "what there is"),
            .init("kubectl describe -n NAMESPACE pod/POD", "the kubelet's words"),
        ])
}

extension ProbeFailureDetector {
    static let explanation = Explanation(
        meaning: """
            A container runs but does not answer its probe: it gets no traffic (readiness), or is \
            killed and restarted (liveness, start-up). Or a readiness gate of the pod is not open.
            """,
        detection: """
            A running container has not been ready for longer than the grace (--grace, 2 minutes) \
            and longer than its probe allows; or the kubelet's events say that it was restarted \
            for a failing liveness or start-up probe; or all containers are ready and a readiness \
            gate has not been open for longer than the grace. High if no pod of the workload is \
            ready, otherwise medium.
            """,
        exceptions: [
            "the time after a start or a change that the probe itself allows",
            "a probe that failed and answers again",
            "containers that crash: CrashLoopBackOff",
            "pods that end or are deleted",
        ],
        causes: [
            "the probe asks a port or path that the program does not serve",
            "the program starts slower than the probe waits, or is too busy to answer",
            "readiness depends on a service that is down",
            "a readiness gate whose controller is not installed",
        ],
        commands: [
            .init("kubectl describe -n NAMESPACE pod/POD", "the probe and its last answer"),
            .init("kubectl logs -n NAMESPACE POD -c CONTAINER --tail=50", "what it is doing"),
            .init(
                "kubectl get -n NAMESPACE pod/POD -o jsonpath='{.spec.containers[*].ports}'",
                "the ports it declares"),
        ])
}
