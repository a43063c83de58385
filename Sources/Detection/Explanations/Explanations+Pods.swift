// Pods that cannot begin, were thrown out, or do not go.

extension VolumeMountDetector {
    static let explanation = Explanation(
        meaning: """
            A pod is on its node and waits for a volume. None of its containers starts before all \
            its volumes are mounted.
            """,
        detection: """
            A placed pod none of whose containers has started has events FailedMount, \
            FailedAttachVolume or FailedMapVolume, or has waited for longer than the grace \
            (--grace, 2 minutes). ConfigMaps, Secrets and keys that its volumes require are looked \
            up; otherwise the newest event that names a reason says what is wrong.
            """,
        exceptions: [
            "sources marked optional",
            "the cluster's root certificate, unless the kubelet says that it is missing",
            "pods not placed yet (Unschedulable), or with a container that has started",
            "a mount that fails within the grace",
        ],
        causes: [
            "a ConfigMap, Secret or key that does not exist",
            "a disk that is still attached to another node",
            "the storage driver does not run on the node",
            "a file system that is damaged, or a share that refuses the node",
        ],
        commands: [
            .init("kubectl describe -n NAMESPACE pod/POD", "which volume, and why"),
            .init("kubectl get volumeattachments", "where disks are attached"),
            .init("kubectl get csinodes", "which drivers run on which node"),
        ])
}

extension EvictedDetector {
    static let explanation = Explanation(
        meaning: """
            A kubelet ended pods because its node ran short of memory, disk or process ids, or \
            because a pod went over its own limit of local storage. Their controllers make new \
            ones, which may meet the same shortage.
            """,
        detection: """
            A pod's status.reason is Evicted. Pods evicted for one shortage of one node are one \
            incident on the node; those over their own limit are one on their workload.
            """,
        exceptions: [
            "pods evicted more than a day ago whose workload is whole again",
            "pods being deleted",
        ],
        causes: [
            "pods that use more than they request, so that the node is overcommitted",
            "logs, images or emptyDir volumes that fill the node's disk",
            "a pod over its ephemeral-storage limit",
        ],
        commands: [
            .init("kubectl describe node/NODE", "its conditions and what is requested of it"),
            .init(
                "kubectl get pods -n NAMESPACE --field-selector=status.phase=Failed",
                "what is left of them"),
            .init("kubectl top pods -A --sort-by=memory", "who uses most"),
        ])
}

extension TerminatingStuckDetector {
    static let explanation = Explanation(
        meaning: """
            An object was deleted and is still there. A namespace in this state takes no new \
            objects; a pod may still run; a claim may still hold its disk.
            """,
        detection: """
            An object of any kind that is read has a deletionTimestamp older than its own grace \
            period and five minutes. Its finalizers are named with what they wait for, and for \
            claims the pod that still uses them.
            """,
        exceptions: [
            "what a stuck namespace still contains, which is part of the namespace's incident",
            "pods on a node that is not ready, which are part of the node's",
        ],
        causes: [
            "a finalizer whose controller was removed before its objects",
            "a pod on a node that is gone or whose kubelet does not answer",
            "a claim that a pod still mounts",
            "an aggregated API that does not answer, which blocks namespaces",
        ],
        commands: [
            .init(
                "kubectl get -n NAMESPACE KIND/NAME -o jsonpath='{.metadata.finalizers}'",
                "who holds it"),
            .init("kubectl describe namespace/NAMESPACE", "what a namespace still waits for"),
            .init("kubectl get apiservices", "whether an aggregated API is down"),
        ])
}

extension UnschedulableDetector {
    static let explanation = Explanation(
        meaning: """
            A pod waits because no node takes it. Nothing of it runs, and waiting helps only if \
            room or a node is added.
            """,
        detection: """
            A pending pod has PodScheduled=False with reason Unschedulable. The scheduler's \
            arithmetic is done again over all nodes (requests, taints, selectors, affinity, number \
            of pods, volumes), so that the incident says for each obstacle how many nodes it \
            closes, and what would make the pod fit. A pod held by a scheduling gate is reported \
            as low.
            """,
        exceptions: [
            "pods being deleted",
            "pods that wait for a claim (PVCPending) or for a node that is not ready",
        ],
        causes: [
            "requests larger than what any node has left, or than any node has",
            "a node selector or affinity that no node matches",
            "taints without a toleration",
            "topology spread or anti-affinity with too few nodes",
            "an autoscaler that is at its maximum",
        ],
        commands: [
            .init("kubectl describe -n NAMESPACE pod/POD", "the scheduler's words"),
            .init("kubectl describe nodes", "what is requested of each, and their taints"),
            .init("kubectl get nodes --show-labels", "the labels that selectors can match"),
        ])
}

extension PVCPendingDetector {
    static let explanation = Explanation(
        meaning: """
            A PersistentVolumeClaim gets no storage, or has lost it. Pods that use it cannot \
            start.
            """,
        detection: """
            A claim is Lost, or has been Pending for longer than the grace (--grace, 2 minutes): \
            its class does not exist (the nearest is named), provisioning failed, or no volume has \
            the class, size and access mode. A missing class is one incident for all its claims.
            """,
        exceptions: [
            "claims that have just been made",
            "a class with WaitForFirstConsumer, unless a pod waits and provisioning failed",
            "a class name without a StorageClass where volumes made by hand have it",
        ],
        causes: [
            "a misspelt storageClassName, or no default class",
            "the provisioner is not installed, has no rights, or is out of capacity",
            "an access mode that the storage does not offer",
            "Lost: the volume was deleted, with what was on it",
        ],
        commands: [
            .init("kubectl describe -n NAMESPACE pvc/NAME", "the provisioner's words"),
            .init("kubectl get storageclasses", "the classes there are"),
            .init("kubectl get pv", "the volumes there are, and who has them"),
        ])
}
