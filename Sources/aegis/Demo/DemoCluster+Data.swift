extension DemoCluster {
    /// Data: a pod that fits nowhere, a storage class that is not there, a nightly job that fails.
    static let data: StaticString = #"""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: trainer
          namespace: data
          uid: ad43a76e-8ffe-44c7-8993-ed9b63edd579
          generation: 3
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: trainer}
          annotations: {deployment.kubernetes.io/revision: '3'}
        spec:
          replicas: 1
          progressDeadlineSeconds: 600
          selector:
            matchLabels: {app: trainer}
          template:
            metadata:
              labels: {app: trainer}
            spec:
              containers:
              - name: app
                image: registry.example.com/data/trainer:0.9
                ports:
                - {name: http, containerPort: 8080}
                resources:
                  requests: {cpu: '8', memory: 4Gi}
                  limits: {memory: 4Gi}
        status:
          observedGeneration: 3
          replicas: 1
          updatedReplicas: 1
          readyReplicas: 0
          availableReplicas: 0
          unavailableReplicas: 1
          conditions:
          - {type: Available, status: 'False', reason: MinimumReplicasUnavailable, lastUpdateTime: '2026-05-22T08:00:00Z',
            lastTransitionTime: '2026-05-22T08:00:00Z'}
          - {type: Progressing, status: 'True', reason: NewReplicaSetAvailable, lastUpdateTime: '2026-05-22T08:00:00Z',
            lastTransitionTime: '2026-05-22T08:00:00Z'}
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: trainer-6c9d7f8b5
          namespace: data
          uid: 0fa9cbbe-d978-445c-8955-ef319b9eb4e0
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: trainer, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: Deployment, name: trainer, uid: ad43a76e-8ffe-44c7-8993-ed9b63edd579,
            controller: true}
        spec:
          replicas: 1
          selector:
            matchLabels: {app: trainer, pod-template-hash: 6c9d7f8b5}
        status: {replicas: 1, observedGeneration: 1, readyReplicas: 0, availableReplicas: 0}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: trainer-6c9d7f8b5-n4x8t
          namespace: data
          uid: 8eaad90d-9633-42ce-8da0-d18650b3e051
          creationTimestamp: '2026-06-01T10:40:00Z'
          labels: {app: trainer, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: trainer-6c9d7f8b5, uid: 0fa9cbbe-d978-445c-8955-ef319b9eb4e0,
            controller: true}
        spec:
          containers:
          - name: app
            image: registry.example.com/data/trainer:0.9
            ports:
            - {name: http, containerPort: 8080}
            resources:
              requests: {cpu: '8', memory: 4Gi}
              limits: {memory: 4Gi}
        status:
          phase: Pending
          conditions:
          - {type: PodScheduled, status: 'False', reason: Unschedulable, message: '0/4 nodes
              are available: 1 node(s) had untolerated taint {dedicated: gpu}, 1 node(s) had
              untolerated taint {node.kubernetes.io/unreachable: }, 2 Insufficient cpu. preemption:
              0/4 nodes are available: 2 No preemption victims found for incoming pod, 2 Preemption
              is not helpful for scheduling.', lastTransitionTime: '2026-06-01T10:40:00Z'}
        ---
        apiVersion: v1
        kind: Event
        metadata: {name: trainer-6c9d7f8b5-n4x8t.17a7, namespace: data, uid: a862889a-207e-4580-8322-2012d1010c58,
          creationTimestamp: '2026-06-01T10:40:00Z'}
        involvedObject: {apiVersion: v1, kind: Pod, name: trainer-6c9d7f8b5-n4x8t, uid: 8eaad90d-9633-42ce-8da0-d18650b3e051,
          namespace: data}
        reason: FailedScheduling
        message: '0/4 nodes are available: 1 node(s) had untolerated taint {dedicated: gpu},
          1 node(s) had untolerated taint {node.kubernetes.io/unreachable: }, 2 Insufficient
          cpu. preemption: 0/4 nodes are available: 2 No preemption victims found for incoming
          pod, 2 Preemption is not helpful for scheduling.'
        source: {component: default-scheduler}
        firstTimestamp: '2026-06-01T10:40:00Z'
        lastTimestamp: '2026-06-01T11:57:00Z'
        count: 16
        type: Warning
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: warehouse, namespace: data, uid: 881b836d-76e9-43c4-8173-300a5b34f50a,
          creationTimestamp: '2026-06-01T10:30:00Z'}
        spec:
          accessModes: [ReadWriteOnce]
          resources:
            requests: {storage: 50Gi}
          storageClassName: fast-sdd
          volumeMode: Filesystem
        status: {phase: Pending}
        ---
        apiVersion: v1
        kind: Event
        metadata: {name: warehouse.17a8, namespace: data, uid: efcbfb8e-837a-465c-8b60-d66864bdc8db,
          creationTimestamp: '2026-06-01T10:30:00Z'}
        involvedObject: {apiVersion: apps/v1, kind: PersistentVolumeClaim, name: warehouse,
          uid: 881b836d-76e9-43c4-8173-300a5b34f50a, namespace: data}
        reason: ProvisioningFailed
        message: storageclass.storage.k8s.io "fast-sdd" not found
        source: {component: persistentvolume-controller}
        firstTimestamp: '2026-06-01T10:30:00Z'
        lastTimestamp: '2026-06-01T11:59:00Z'
        count: 360
        type: Warning
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: scratch, namespace: data, uid: 1efed54e-5e9d-4cfc-8573-b2829b993926,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec:
          accessModes: [ReadWriteOnce]
          resources:
            requests: {storage: 5Gi}
          storageClassName: fast-ssd
          volumeMode: Filesystem
        status: {phase: Pending}
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: queue
          namespace: data
          uid: d5d62a4a-9472-433c-8c16-cde523bb15ec
          generation: 1
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: queue}
        spec:
          replicas: 2
          serviceName: queue
          selector:
            matchLabels: {app: queue}
          template:
            metadata:
              labels: {app: queue}
            spec:
              containers:
              - name: app
                image: registry.example.com/data/queue:3.9
                ports:
                - {name: amqp, containerPort: 5672}
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 128Mi}
        status: {observedGeneration: 1, replicas: 2, readyReplicas: 2, currentReplicas: 2,
          updatedReplicas: 2, availableReplicas: 2, currentRevision: queue-5b8, updateRevision: queue-5b8}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: queue-0
          namespace: data
          uid: 925029c5-08e3-43fd-8583-596de91f6789
          creationTimestamp: '2026-05-29T08:00:00Z'
          labels: {app: queue, statefulset.kubernetes.io/pod-name: queue-0}
          ownerReferences:
          - {apiVersion: apps/v1, kind: StatefulSet, name: queue, uid: d5d62a4a-9472-433c-8c16-cde523bb15ec,
            controller: true}
        spec:
          nodeName: node-1
          containers:
          - name: app
            image: registry.example.com/data/queue:3.9
            ports:
            - {name: amqp, containerPort: 5672}
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 128Mi}
        status:
          phase: Running
          conditions:
          - {type: Ready, status: 'True', lastTransitionTime: '2026-05-29T08:00:00Z'}
          containerStatuses:
          - name: app
            ready: true
            restartCount: 0
            state:
              running: {startedAt: '2026-05-29T08:01:00Z'}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: queue-1
          namespace: data
          uid: 433d574f-7b30-4c85-89df-09138a5e7a0a
          creationTimestamp: '2026-05-29T08:00:00Z'
          labels: {app: queue, statefulset.kubernetes.io/pod-name: queue-1}
          ownerReferences:
          - {apiVersion: apps/v1, kind: StatefulSet, name: queue, uid: d5d62a4a-9472-433c-8c16-cde523bb15ec,
            controller: true}
        spec:
          nodeName: node-2
          containers:
          - name: app
            image: registry.example.com/data/queue:3.9
            ports:
            - {name: amqp, containerPort: 5672}
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 128Mi}
        status:
          phase: Running
          conditions:
          - {type: Ready, status: 'True', lastTransitionTime: '2026-05-29T08:00:00Z'}
          containerStatuses:
          - name: app
            ready: true
            restartCount: 0
            state:
              running: {startedAt: '2026-05-29T08:01:00Z'}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: queue, namespace: data, uid: 30d04cb3-b241-4599-82a1-904dee116554,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec:
          clusterIP: None
          ports:
          - {name: amqp, port: 5672, targetPort: amqp}
          selector: {app: queue}
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: queue, namespace: data, uid: 7d319e3d-7477-4437-8629-44370f65af80,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec:
          minAvailable: 2
          selector:
            matchLabels: {app: queue}
        status: {observedGeneration: 1, disruptionsAllowed: 0, currentHealthy: 2, desiredHealthy: 2,
          expectedPods: 2}
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: nightly-report, namespace: data, uid: 1a0795d2-32f7-4b66-8d08-de6085b70f86,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec:
          schedule: 0 3 * * *
          concurrencyPolicy: Forbid
          jobTemplate:
            spec:
              backoffLimit: 0
              template:
                spec:
                  restartPolicy: Never
                  containers:
                  - name: app
                    image: registry.example.com/data/report:1.5
                    resources:
                      requests: {cpu: 100m, memory: 128Mi}
                      limits: {memory: 128Mi}
        status: {lastScheduleTime: '2026-06-01T03:00:00Z', lastSuccessfulTime: '2026-05-28T03:01:00Z'}
        ---
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: nightly-report-29670660
          namespace: data
          uid: 7c1a6cbb-939f-4eff-8730-c8fc89e8e01c
          creationTimestamp: '2026-05-31T03:00:00Z'
          labels: {job-name: nightly-report-29670660}
          ownerReferences:
          - {apiVersion: batch/v1, kind: CronJob, name: nightly-report, uid: 1a0795d2-32f7-4b66-8d08-de6085b70f86,
            controller: true}
        spec:
          backoffLimit: 0
          completions: 1
          parallelism: 1
          selector:
            matchLabels: {job-name: nightly-report-29670660}
          template:
            metadata:
              labels: {job-name: nightly-report-29670660}
            spec:
              restartPolicy: Never
              containers:
              - name: app
                image: registry.example.com/data/report:1.5
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 128Mi}
        status:
          startTime: '2026-05-31T03:00:00Z'
          conditions:
          - {type: Failed, status: 'True', reason: BackoffLimitExceeded, message: Job has
              reached the specified backoff limit, lastTransitionTime: '2026-05-31T03:00:00Z'}
          failed: 1
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: nightly-report-29670660-x7k2d
          namespace: data
          uid: da19bbb0-efb5-4221-8eeb-04a3b7b663ad
          creationTimestamp: '2026-05-31T03:00:00Z'
          labels: {job-name: nightly-report-29670660}
          ownerReferences:
          - {apiVersion: batch/v1, kind: Job, name: nightly-report-29670660, uid: 7c1a6cbb-939f-4eff-8730-c8fc89e8e01c,
            controller: true}
        spec:
          nodeName: node-2
          restartPolicy: Never
          containers:
          - name: app
            image: registry.example.com/data/report:1.5
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 128Mi}
        status:
          phase: Failed
          conditions:
          - {type: Ready, status: 'False', reason: ContainersNotReady, lastTransitionTime: '2026-05-31T03:00:00Z'}
          containerStatuses:
          - name: app
            ready: false
            restartCount: 0
            state:
              terminated: {exitCode: 2, reason: Error, finishedAt: '2026-05-31T03:00:00Z',
                message: 'report: cannot open /data/orders.parquet: no such file'}
        ---
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: nightly-report-29672100
          namespace: data
          uid: a5864223-6e09-46dc-8c4e-41757947d3a5
          creationTimestamp: '2026-06-01T03:00:00Z'
          labels: {job-name: nightly-report-29672100}
          ownerReferences:
          - {apiVersion: batch/v1, kind: CronJob, name: nightly-report, uid: 1a0795d2-32f7-4b66-8d08-de6085b70f86,
            controller: true}
        spec:
          backoffLimit: 0
          completions: 1
          parallelism: 1
          selector:
            matchLabels: {job-name: nightly-report-29672100}
          template:
            metadata:
              labels: {job-name: nightly-report-29672100}
            spec:
              restartPolicy: Never
              containers:
              - name: app
                image: registry.example.com/data/report:1.5
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 128Mi}
        status:
          startTime: '2026-06-01T03:00:00Z'
          conditions:
          - {type: Failed, status: 'True', reason: BackoffLimitExceeded, message: Job has
              reached the specified backoff limit, lastTransitionTime: '2026-06-01T03:00:00Z'}
          failed: 1
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: nightly-report-29672100-x7k2d
          namespace: data
          uid: 8f813ef2-149e-4fda-88dc-468adcd6c3bb
          creationTimestamp: '2026-06-01T03:00:00Z'
          labels: {job-name: nightly-report-29672100}
          ownerReferences:
          - {apiVersion: batch/v1, kind: Job, name: nightly-report-29672100, uid: a5864223-6e09-46dc-8c4e-41757947d3a5,
            controller: true}
        spec:
          nodeName: node-2
          restartPolicy: Never
          containers:
          - name: app
            image: registry.example.com/data/report:1.5
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 128Mi}
        status:
          phase: Failed
          conditions:
          - {type: Ready, status: 'False', reason: ContainersNotReady, lastTransitionTime: '2026-06-01T03:00:00Z'}
          containerStatuses:
          - name: app
            ready: false
            restartCount: 0
            state:
              terminated: {exitCode: 2, reason: Error, finishedAt: '2026-06-01T03:00:00Z',
                message: 'report: cannot open /data/orders.parquet: no such file'}
        ---
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: migrate-42
          namespace: data
          uid: 10294c77-ceb0-4a33-8911-871dd56fd538
          creationTimestamp: '2026-05-28T09:00:00Z'
          labels: {job-name: migrate-42}
        spec:
          backoffLimit: 0
          completions: 1
          parallelism: 1
          selector:
            matchLabels: {job-name: migrate-42}
          template:
            metadata:
              labels: {job-name: migrate-42}
            spec:
              restartPolicy: Never
              containers:
              - name: app
                image: registry.example.com/data/report:1.5
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 128Mi}
        status:
          startTime: '2026-05-28T09:00:00Z'
          conditions:
          - {type: Complete, status: 'True', lastTransitionTime: '2026-05-28T09:00:00Z'}
          succeeded: 1
          completionTime: '2026-05-28T09:00:00Z'
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: migrate-42-x7k2d
          namespace: data
          uid: d998f079-ca5a-46d2-8a49-9e7dbfb417a8
          creationTimestamp: '2026-05-28T09:00:00Z'
          labels: {job-name: migrate-42}
          ownerReferences:
          - {apiVersion: batch/v1, kind: Job, name: migrate-42, uid: 10294c77-ceb0-4a33-8911-871dd56fd538,
            controller: true}
        spec:
          nodeName: node-2
          restartPolicy: Never
          containers:
          - name: app
            image: registry.example.com/data/report:1.5
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 128Mi}
        status:
          phase: Succeeded
          conditions:
          - {type: Ready, status: 'False', reason: ContainersNotReady, lastTransitionTime: '2026-05-28T09:00:00Z'}
          containerStatuses:
          - name: app
            ready: false
            restartCount: 0
            state:
              terminated: {exitCode: 0, reason: Completed, finishedAt: '2026-05-28T09:00:00Z'}
        """#
}
