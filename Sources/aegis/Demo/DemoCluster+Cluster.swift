extension DemoCluster {
    /// The machines, and what every cluster has: all of it healthy, but for node-4.
    static let cluster: StaticString = #"""
        apiVersion: v1
        kind: Namespace
        metadata:
          name: kube-system
          uid: 051c1ad5-f5de-48cc-8216-14c41f8e862e
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {kubernetes.io/metadata.name: kube-system}
        spec:
          finalizers: [kubernetes]
        status: {phase: Active}
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          uid: 7c3b4d5f-861b-4487-8912-623950d81414
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {kubernetes.io/metadata.name: shop}
        spec:
          finalizers: [kubernetes]
        status: {phase: Active}
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: payments
          uid: bfa450fb-9cf6-4f6c-8d11-6fef2960debc
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {kubernetes.io/metadata.name: payments}
        spec:
          finalizers: [kubernetes]
        status: {phase: Active}
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: data
          uid: 7d493901-ae30-42ac-86f9-7beb4e72df22
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {kubernetes.io/metadata.name: data}
        spec:
          finalizers: [kubernetes]
        status: {phase: Active}
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: ops
          uid: 652d54de-086e-4a19-845d-63bf827564cc
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {kubernetes.io/metadata.name: ops}
        spec:
          finalizers: [kubernetes]
        status: {phase: Active}
        ---
        apiVersion: v1
        kind: Node
        metadata:
          name: node-1
          uid: ec1074d0-dffe-4885-821f-5fa543ea170d
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {kubernetes.io/hostname: node-1, kubernetes.io/os: linux}
        spec: {}
        status:
          capacity: {cpu: '4', memory: 16Gi, pods: '110'}
          allocatable: {cpu: '4', memory: 16Gi, pods: '110'}
          conditions:
          - {type: MemoryPressure, status: 'False', reason: KubeletHasSufficientMemory, lastHeartbeatTime: '2026-06-01T11:59:00Z'}
          - {type: DiskPressure, status: 'False', reason: KubeletHasNoDiskPressure, lastHeartbeatTime: '2026-06-01T11:59:00Z'}
          - {type: PIDPressure, status: 'False', reason: KubeletHasSufficientPID, lastHeartbeatTime: '2026-06-01T11:59:00Z'}
          - {type: Ready, status: 'True', reason: KubeletReady, message: kubelet is posting
              ready status, lastHeartbeatTime: '2026-06-01T11:59:00Z', lastTransitionTime: '2026-05-22T08:00:00Z'}
        ---
        apiVersion: v1
        kind: Node
        metadata:
          name: node-2
          uid: f1eb2c0b-6567-4388-8d01-da1d663071f6
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {kubernetes.io/hostname: node-2, kubernetes.io/os: linux}
        spec: {}
        status:
          capacity: {cpu: '4', memory: 16Gi, pods: '110'}
          allocatable: {cpu: '4', memory: 16Gi, pods: '110'}
          conditions:
          - {type: MemoryPressure, status: 'False', reason: KubeletHasSufficientMemory, lastHeartbeatTime: '2026-06-01T11:59:00Z'}
          - {type: DiskPressure, status: 'False', reason: KubeletHasNoDiskPressure, lastHeartbeatTime: '2026-06-01T11:59:00Z'}
          - {type: PIDPressure, status: 'False', reason: KubeletHasSufficientPID, lastHeartbeatTime: '2026-06-01T11:59:00Z'}
          - {type: Ready, status: 'True', reason: KubeletReady, message: kubelet is posting
              ready status, lastHeartbeatTime: '2026-06-01T11:59:00Z', lastTransitionTime: '2026-05-22T08:00:00Z'}
        ---
        apiVersion: v1
        kind: Node
        metadata:
          name: node-3
          uid: 8466b9c5-1fd2-4592-8b5c-e850f6ab8e42
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {kubernetes.io/hostname: node-3, kubernetes.io/os: linux, gpu: 'yes'}
        spec:
          taints:
          - {key: dedicated, value: gpu, effect: NoSchedule}
        status:
          capacity: {cpu: '4', memory: 16Gi, pods: '110'}
          allocatable: {cpu: '4', memory: 16Gi, pods: '110'}
          conditions:
          - {type: MemoryPressure, status: 'False', reason: KubeletHasSufficientMemory, lastHeartbeatTime: '2026-06-01T11:59:00Z'}
          - {type: DiskPressure, status: 'False', reason: KubeletHasNoDiskPressure, lastHeartbeatTime: '2026-06-01T11:59:00Z'}
          - {type: PIDPressure, status: 'False', reason: KubeletHasSufficientPID, lastHeartbeatTime: '2026-06-01T11:59:00Z'}
          - {type: Ready, status: 'True', reason: KubeletReady, message: kubelet is posting
              ready status, lastHeartbeatTime: '2026-06-01T11:59:00Z', lastTransitionTime: '2026-05-22T08:00:00Z'}
        ---
        apiVersion: v1
        kind: Node
        metadata:
          name: node-4
          uid: 5e2d0fdf-3ed2-4ca0-8626-d4059c458cdd
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {kubernetes.io/hostname: node-4, kubernetes.io/os: linux}
        spec:
          taints:
          - {key: node.kubernetes.io/unreachable, effect: NoSchedule, timeAdded: '2026-06-01T11:32:00Z'}
          - {key: node.kubernetes.io/unreachable, effect: NoExecute, timeAdded: '2026-06-01T11:32:00Z'}
        status:
          capacity: {cpu: '4', memory: 16Gi, pods: '110'}
          allocatable: {cpu: '4', memory: 16Gi, pods: '110'}
          conditions:
          - {type: MemoryPressure, status: Unknown, reason: NodeStatusUnknown, message: Kubelet
              stopped posting node status., lastHeartbeatTime: '2026-06-01T11:31:00Z', lastTransitionTime: '2026-06-01T11:32:00Z'}
          - {type: DiskPressure, status: Unknown, reason: NodeStatusUnknown, message: Kubelet
              stopped posting node status., lastHeartbeatTime: '2026-06-01T11:31:00Z', lastTransitionTime: '2026-06-01T11:32:00Z'}
          - {type: PIDPressure, status: Unknown, reason: NodeStatusUnknown, message: Kubelet
              stopped posting node status., lastHeartbeatTime: '2026-06-01T11:31:00Z', lastTransitionTime: '2026-06-01T11:32:00Z'}
          - {type: Ready, status: Unknown, reason: NodeStatusUnknown, message: Kubelet stopped
              posting node status., lastHeartbeatTime: '2026-06-01T11:31:00Z', lastTransitionTime: '2026-06-01T11:32:00Z'}
        ---
        apiVersion: v1
        kind: Event
        metadata: {name: node-4.17a1, namespace: default, uid: f7436a28-2175-42f6-893c-9cb4f28ed990,
          creationTimestamp: '2026-06-01T11:32:00Z'}
        involvedObject: {apiVersion: v1, kind: Node, name: node-4, uid: 5e2d0fdf-3ed2-4ca0-8626-d4059c458cdd}
        reason: NodeNotReady
        message: 'Node node-4 status is now: NodeNotReady'
        source: {component: node-controller}
        firstTimestamp: '2026-06-01T11:32:00Z'
        lastTimestamp: '2026-06-01T11:32:00Z'
        count: 1
        type: Warning
        ---
        apiVersion: v1
        kind: Event
        metadata: {name: node-1.17a2, namespace: default, uid: 89aad20a-5be3-4465-843a-b39679bf84bb,
          creationTimestamp: '2026-06-01T11:20:00Z'}
        involvedObject: {apiVersion: v1, kind: Node, name: node-1, uid: ec1074d0-dffe-4885-821f-5fa543ea170d}
        reason: Rebooted
        message: 'Node node-1 has been rebooted, boot id: 5f2c'
        source: {component: kubelet}
        firstTimestamp: '2026-06-01T11:20:00Z'
        lastTimestamp: '2026-06-01T11:20:00Z'
        count: 1
        type: Warning
        ---
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: standard
          uid: dc4715de-a329-4baf-8386-54264cc4546f
          creationTimestamp: '2026-05-22T08:00:00Z'
          annotations: {storageclass.kubernetes.io/is-default-class: 'true'}
        provisioner: csi.example.com
        reclaimPolicy: Delete
        volumeBindingMode: Immediate
        ---
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: fast-ssd, uid: 92e1c7da-a313-4aaa-85d7-c04a05260a67, creationTimestamp: '2026-05-22T08:00:00Z'}
        provisioner: csi.example.com
        reclaimPolicy: Delete
        volumeBindingMode: WaitForFirstConsumer
        ---
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: nginx, uid: 3dade351-0821-4e26-8211-9101e883d214, creationTimestamp: '2026-05-22T08:00:00Z'}
        spec: {controller: k8s.io/ingress-nginx}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: coredns
          namespace: kube-system
          uid: 22982046-9cc4-419e-8d73-029738c2f09d
          generation: 3
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {k8s-app: kube-dns}
          annotations: {deployment.kubernetes.io/revision: '3'}
        spec:
          replicas: 2
          progressDeadlineSeconds: 600
          selector:
            matchLabels: {k8s-app: kube-dns}
          template:
            metadata:
              labels: {k8s-app: kube-dns}
            spec:
              containers:
              - name: coredns
                image: registry.example.com/coredns:1.11
                ports:
                - {name: dns, containerPort: 53, protocol: UDP}
                - {name: dns-tcp, containerPort: 53, protocol: TCP}
                resources:
                  requests: {cpu: 100m, memory: 70Mi}
                  limits: {memory: 170Mi}
        status:
          observedGeneration: 3
          replicas: 2
          updatedReplicas: 2
          readyReplicas: 2
          availableReplicas: 2
          conditions:
          - {type: Available, status: 'True', reason: MinimumReplicasAvailable, lastUpdateTime: '2026-05-22T08:00:00Z',
            lastTransitionTime: '2026-05-22T08:00:00Z'}
          - {type: Progressing, status: 'True', reason: NewReplicaSetAvailable, lastUpdateTime: '2026-05-22T08:00:00Z',
            lastTransitionTime: '2026-05-22T08:00:00Z'}
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: coredns-6c9d7f8b5
          namespace: kube-system
          uid: cc56ced1-835f-408b-8305-555f85093db0
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {k8s-app: kube-dns, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: Deployment, name: coredns, uid: 22982046-9cc4-419e-8d73-029738c2f09d,
            controller: true}
        spec:
          replicas: 2
          selector:
            matchLabels: {k8s-app: kube-dns, pod-template-hash: 6c9d7f8b5}
        status: {replicas: 2, observedGeneration: 1, readyReplicas: 2, availableReplicas: 2}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: coredns-6c9d7f8b5-b7x2k
          namespace: kube-system
          uid: 0efcc8f7-93f4-4d59-8db8-1c654890b84c
          creationTimestamp: '2026-05-29T08:00:00Z'
          labels: {k8s-app: kube-dns, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: coredns-6c9d7f8b5, uid: cc56ced1-835f-408b-8305-555f85093db0,
            controller: true}
        spec:
          nodeName: node-1
          containers:
          - name: coredns
            image: registry.example.com/coredns:1.11
            ports:
            - {name: dns, containerPort: 53, protocol: UDP}
            - {name: dns-tcp, containerPort: 53, protocol: TCP}
            resources:
              requests: {cpu: 100m, memory: 70Mi}
              limits: {memory: 170Mi}
        status:
          phase: Running
          conditions:
          - {type: Ready, status: 'True', lastTransitionTime: '2026-05-29T08:00:00Z'}
          containerStatuses:
          - name: coredns
            ready: true
            restartCount: 0
            state:
              running: {startedAt: '2026-05-29T08:01:00Z'}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: coredns-6c9d7f8b5-m4q9z
          namespace: kube-system
          uid: 625fca3f-6f29-4435-859e-807d9eff1b2b
          creationTimestamp: '2026-05-29T08:00:00Z'
          labels: {k8s-app: kube-dns, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: coredns-6c9d7f8b5, uid: cc56ced1-835f-408b-8305-555f85093db0,
            controller: true}
        spec:
          nodeName: node-2
          containers:
          - name: coredns
            image: registry.example.com/coredns:1.11
            ports:
            - {name: dns, containerPort: 53, protocol: UDP}
            - {name: dns-tcp, containerPort: 53, protocol: TCP}
            resources:
              requests: {cpu: 100m, memory: 70Mi}
              limits: {memory: 170Mi}
        status:
          phase: Running
          conditions:
          - {type: Ready, status: 'True', lastTransitionTime: '2026-05-29T08:00:00Z'}
          containerStatuses:
          - name: coredns
            ready: true
            restartCount: 0
            state:
              running: {startedAt: '2026-05-29T08:01:00Z'}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: kube-dns, namespace: kube-system, uid: 79bea164-6b22-40ed-8880-b86d5e0a9e9c,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec:
          clusterIP: 10.96.0.10
          ports:
          - {name: dns, port: 53, protocol: UDP, targetPort: dns}
          - {name: dns-tcp, port: 53, protocol: TCP, targetPort: dns-tcp}
          selector: {k8s-app: kube-dns}
        """#
}
