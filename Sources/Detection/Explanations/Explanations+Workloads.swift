// Controllers that do not reach what they want.

extension RolloutStuckDetector {
    static let explanation = Explanation(
        meaning: """
            A Deployment's rollout has stopped on the way: some pods are of the old template, some \
            of the new, and it does not go on by itself.
            """,
        detection: """
            Progressing is False with ProgressDeadlineExceeded before all replicas are updated and \
            available; or pods are refused (ReplicaFailure) for longer than the grace (--grace, 2 \
            minutes); or it has been paused between two templates for longer than its progress \
            deadline; or its controller has not looked at the latest change.
            """,
        exceptions: [
            "a rollout within its progress deadline (10 minutes by default)",
            "pods refused by a quota (QuotaExceeded) or for want of a ServiceAccount "
                + "(CreateContainerConfigError)",
            "a pause shorter than the deadline, or with nothing to roll out",
        ],
        causes: [
            "the new pods do not become ready: a crash, a probe, an image, no room",
            "an admission policy refuses the new pods",
            "kubectl rollout pause without a resume",
            "kube-controller-manager does not run",
        ],
        commands: [
            .init("kubectl rollout status -n NAMESPACE deployment/NAME --timeout=5s", "how far"),
            .init("kubectl describe -n NAMESPACE deployment/NAME", "its conditions and events"),
            .init("kubectl rollout undo -n NAMESPACE deployment/NAME", "back to the last template"),
        ])
}

extension ReplicaMismatchDetector {
    static let explanation = Explanation(
        meaning: """
            A Deployment or ReplicaSet has fewer available replicas than it wants. Or a workload \
            is scaled to zero although Services, Ingresses or an HPA expect it to be there.
            """,
        detection: """
            Fewer replicas are available than wanted for longer than the grace (--grace, 2 \
            minutes) and minReadySeconds, outside a rollout; high if none is available. For zero \
            replicas: a Service selects its pods and no others, an Ingress leads to such a \
            Service, or an HPA names it (high).
            """,
        exceptions: [
            "a rollout within its progress deadline, and one that has stopped: RolloutStuck",
            "pods that are still within the time their probes allow",
            "zero replicas where other pods serve the Service",
            "workloads that an HPA, KEDA, a downscaler or another controller scales to zero",
        ],
        causes: [
            "pods that crash, fail their probes or find no node (then that is the incident)",
            "pods that an admission policy refuses",
            "a scale to 0 that was meant for a moment",
        ],
        commands: [
            .init("kubectl get -n NAMESPACE deployment/NAME -o wide", "wanted and available"),
            .init("kubectl get pods -n NAMESPACE -l SELECTOR", "the pods it has"),
            .init("kubectl scale -n NAMESPACE deployment/NAME --replicas=N", "scale it up again"),
        ])
}

extension StatefulSetStuckDetector {
    static let explanation = Explanation(
        meaning: """
            A StatefulSet lacks ready pods. By default it starts and updates them one after the \
            other, so the first broken one stops all that follow. Or the Service that gives its \
            pods their names does not exist.
            """,
        detection: """
            Fewer pods are ready than wanted for longer than the grace (--grace, 2 minutes); the \
            first broken ordinal is named, and a rolling update that waits for it. Or \
            spec.serviceName names no Service of the namespace.
            """,
        exceptions: [
            "a partitioned or OnDelete update whose pods are all ready",
            "a pod that is being replaced, starts up, or does not go (TerminatingStuck)",
            "a Service that may not have been read",
        ],
        causes: [
            "the pod's claim gets no storage, or its disk is in another zone",
            "the program waits for a majority of its peers, which wait for it",
            "the governing Service was renamed or never created",
        ],
        commands: [
            .init("kubectl describe -n NAMESPACE pod/NAME-0", "why the first pod is not ready"),
            .init("kubectl rollout status -n NAMESPACE statefulset/NAME --timeout=5s", "how far"),
            .init("kubectl get -n NAMESPACE pvc,services", "its claims and its Service"),
        ])
}

extension DaemonSetUnavailableDetector {
    static let explanation = Explanation(
        meaning: """
            A DaemonSet lacks pods on nodes that should have one, so these nodes lack what it \
            does (network, storage, logs). Or it has pods on nodes it should not be on.
            """,
        detection: """
            Pods are unavailable for longer than the grace (--grace, 2 minutes) and \
            minReadySeconds, or their creation is seen to fail; the first pod that is not ready is \
            named. Pods on nodes that its selector, affinity or tolerations rule out are medium.
            """,
        exceptions: [
            "pods missing for less than the grace, as in a rolling update or on a new node",
            "nodes whose taints keep the pods off",
            "pods that were there before a node was tainted NoSchedule",
        ],
        causes: [
            "the pod crashes, or its image cannot be pulled, on some nodes",
            "a node has no room left for it, or its host port is taken",
            "the node is not ready (then that is the incident)",
        ],
        commands: [
            .init("kubectl get pods -n NAMESPACE -l SELECTOR -o wide", "which nodes have one"),
            .init("kubectl describe -n NAMESPACE daemonset/NAME", "its events"),
        ])
}

extension JobFailedDetector {
    static let explanation = Explanation(
        meaning: """
            A Job has failed for good: Kubernetes will not try again, and what it was to do is not \
            done.
            """,
        detection: """
            The Job's condition says Failed: its pods failed more often than backoffLimit allows, \
            its deadline passed, or its pod failure policy ended it. How its last pod ended is \
            added. The incident of a CronJob's Job is on the CronJob.
            """,
        exceptions: [
            "Jobs of a CronJob that keeps failing: CronJobFailing",
            "a failure before the last hour (--since) after which the CronJob has succeeded",
        ],
        causes: [
            "the program's own error: see its exit code and its log",
            "activeDeadlineSeconds is shorter than the work takes",
            "pods killed for memory, or evicted",
        ],
        commands: [
            .init("kubectl logs -n NAMESPACE job/NAME --all-containers", "what it said"),
            .init("kubectl describe -n NAMESPACE job/NAME", "its conditions and pods"),
        ])
}

extension CronJobFailingDetector {
    static let explanation = Explanation(
        meaning: """
            A CronJob does not do what it is for: it never comes due, is suspended, was not run \
            when it was due, or its Jobs fail one after another.
            """,
        detection: """
            Its schedule cannot be read or fits no day; spec.suspend is true; its last two Jobs or \
            more failed, or one did and nothing has succeeded for three periods; or it has come \
            due and no Job was made within the grace (--grace) and startingDeadlineSeconds.
            """,
        exceptions: [
            "a single failed Job: JobFailed",
            "runs skipped because the one before still runs and concurrencyPolicy is Forbid",
            "a CronJob made or changed since it was last due",
        ],
        causes: [
            "a schedule such as 0 0 31 2 *, or with a field too many",
            "suspended for a maintenance, and forgotten",
            "kube-controller-manager does not run, or its clock is off",
            "the Jobs' own error",
        ],
        commands: [
            .init("kubectl get -n NAMESPACE cronjob/NAME", "schedule, suspension, last run"),
            .init("kubectl get jobs -n NAMESPACE", "how its Jobs ended"),
            .init(
                "kubectl create job -n NAMESPACE --from=cronjob/NAME NAME-by-hand", "run it now"),
        ])
}

extension HPAMisconfigDetector {
    static let explanation = Explanation(
        meaning: """
            A HorizontalPodAutoscaler cannot scale its target, or may not scale it as far as the \
            load asks. The workload keeps its size whatever happens.
            """,
        detection: """
            The target does not exist (the nearest is named); a container has no request that a \
            utilization could be a share of; AbleToScale or ScalingActive is False for longer than \
            the grace (--grace, 2 minutes); or it is at maxReplicas while the load is above its \
            target.
            """,
        exceptions: [
            "HPAs and conditions younger than the grace",
            "a target with 0 replicas; a pause after scaling",
            "metrics missing because no pod of the target is ready: the target's incident",
            "an HPA at its minimum, or at its maximum without load above the target",
        ],
        causes: [
            "the metrics server is missing or down",
            "a misspelt scaleTargetRef",
            "a sidecar without requests",
            "maxReplicas was set for a smaller load",
        ],
        commands: [
            .init("kubectl describe -n NAMESPACE hpa/NAME", "its conditions and metrics"),
            .init("kubectl top pods -n NAMESPACE", "whether metrics are there"),
            .init("kubectl get apiservice v1beta1.metrics.k8s.io", "who serves them"),
        ])
}

extension PDBBlockingDetector {
    static let explanation = Explanation(
        meaning: """
            A PodDisruptionBudget keeps nodes from being drained, or protects nothing. With two \
            budgets on one pod every eviction of it fails.
            """,
        detection: """
            A budget older than the grace (--grace) allows no disruption although all its pods are \
            healthy; or its controller cannot count its pods; or neither pods nor workloads of the \
            namespace match its selector; or several budgets select one pod.
            """,
        exceptions: [
            "a budget that allows nothing only until a pod is healthy again",
            "a budget whose workload is scaled to 0, or whose pods come and go",
        ],
        causes: [
            "minAvailable equal to the number of replicas, or maxUnavailable 0",
            "a budget for a workload with one replica",
            "labels that were renamed in the workload and not in the budget",
        ],
        commands: [
            .init("kubectl get pdb -n NAMESPACE", "allowed disruptions"),
            .init("kubectl get pods -n NAMESPACE -l SELECTOR", "what it selects"),
        ])
}
