extension DemoCluster {
    /// Operations: a quota that is too small; the agent runs wherever it should.
    static let ops: StaticString = #"""
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: compute, namespace: ops, uid: a7e9785f-e1ec-424e-84eb-22b96cd5124f,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec:
          hard: {requests.cpu: '2'}
        status:
          hard: {requests.cpu: '2'}
          used: {requests.cpu: 1800m}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: loadtest
          namespace: ops
          uid: a50f9087-efe3-4024-8a22-47a4043073e3
          generation: 3
          creationTimestamp: '2026-06-01T11:00:00Z'
          labels: {app: loadtest}
          annotations: {deployment.kubernetes.io/revision: '3'}
        spec:
          replicas: 1
          progressDeadlineSeconds: 600
          selector:
            matchLabels: {app: loadtest}
          template:
            metadata:
              labels: {app: loadtest}
            spec:
              containers:
              - name: app
                image: registry.example.com/ops/loadtest:0.3
                ports:
                - {name: http, containerPort: 8080}
                resources:
                  requests: {cpu: '2', memory: 256Mi}
                  limits: {memory: 256Mi}
        status:
          observedGeneration: 3
          replicas: 0
          updatedReplicas: 0
          readyReplicas: 0
          availableReplicas: 0
          unavailableReplicas: 1
          conditions:
          - {type: Progressing, status: 'False', reason: ProgressDeadlineExceeded, message: ReplicaSet
              "loadtest-6c9d7f8b5" has timed out progressing., lastUpdateTime: '2026-06-01T11:10:00Z',
            lastTransitionTime: '2026-06-01T11:10:00Z'}
          - {type: Available, status: 'False', reason: MinimumReplicasUnavailable, lastUpdateTime: '2026-06-01T11:00:00Z',
            lastTransitionTime: '2026-06-01T11:00:00Z'}
          - {type: ReplicaFailure, status: 'True', reason: FailedCreate, message: 'pods "loadtest-6c9d7f8b5-"
              is forbidden: exceeded quota: compute, requested: requests.cpu=2, used: requests.cpu=1800m,
              limited: requests.cpu=2', lastTransitionTime: '2026-06-01T11:00:00Z', lastUpdateTime: '2026-06-01T11:00:00Z'}
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: loadtest-6c9d7f8b5
          namespace: ops
          uid: f9abf967-e489-4dee-850f-5807aa28839a
          creationTimestamp: '2026-06-01T11:00:00Z'
          labels: {app: loadtest, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: Deployment, name: loadtest, uid: a50f9087-efe3-4024-8a22-47a4043073e3,
            controller: true}
        spec:
          replicas: 1
          selector:
            matchLabels: {app: loadtest, pod-template-hash: 6c9d7f8b5}
        status:
          replicas: 0
          observedGeneration: 1
          readyReplicas: 0
          availableReplicas: 0
          conditions:
          - {type: ReplicaFailure, status: 'True', reason: FailedCreate, message: 'pods "loadtest-6c9d7f8b5-"
              is forbidden: exceeded quota: compute, requested: requests.cpu=2, used: requests.cpu=1800m,
              limited: requests.cpu=2', lastTransitionTime: '2026-06-01T11:00:00Z'}
        ---
        apiVersion: v1
        kind: Event
        metadata: {name: loadtest-6c9d7f8b5.17a9, namespace: ops, uid: 971fe558-9d04-4715-8e6c-4684583f6926,
          creationTimestamp: '2026-06-01T11:00:00Z'}
        involvedObject: {apiVersion: apps/v1, kind: ReplicaSet, name: loadtest-6c9d7f8b5,
          uid: f9abf967-e489-4dee-850f-5807aa28839a, namespace: ops}
        reason: FailedCreate
        message: 'Error creating: pods "loadtest-6c9d7f8b5-" is forbidden: exceeded quota:
          compute, requested: requests.cpu=2, used: requests.cpu=1800m, limited: requests.cpu=2'
        source: {component: replicaset-controller}
        firstTimestamp: '2026-06-01T11:00:00Z'
        lastTimestamp: '2026-06-01T11:55:00Z'
        count: 18
        type: Warning
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: dashboards
          namespace: ops
          uid: d80214a9-510a-4301-8dd9-a72c95406e5e
          generation: 3
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: dashboards}
          annotations: {deployment.kubernetes.io/revision: '3'}
        spec:
          replicas: 1
          progressDeadlineSeconds: 600
          selector:
            matchLabels: {app: dashboards}
          template:
            metadata:
              labels: {app: dashboards}
            spec:
              containers:
              - name: app
                image: registry.example.com/ops/dashboards:2.0
                ports:
                - {name: http, containerPort: 8080}
                resources:
                  requests: {cpu: 1500m, memory: 128Mi}
                  limits: {memory: 128Mi}
              volumes:
              - name: extra
                configMap: {name: dashboards-extra, optional: true}
        status:
          observedGeneration: 3
          replicas: 1
          updatedReplicas: 1
          readyReplicas: 1
          availableReplicas: 1
          conditions:
          - {type: Available, status: 'True', reason: MinimumReplicasAvailable, lastUpdateTime: '2026-05-22T08:00:00Z',
            lastTransitionTime: '2026-05-22T08:00:00Z'}
          - {type: Progressing, status: 'True', reason: NewReplicaSetAvailable, lastUpdateTime: '2026-05-22T08:00:00Z',
            lastTransitionTime: '2026-05-22T08:00:00Z'}
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: dashboards-6c9d7f8b5
          namespace: ops
          uid: 42be0c90-de36-4b18-8a43-7e0885432915
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: dashboards, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: Deployment, name: dashboards, uid: d80214a9-510a-4301-8dd9-a72c95406e5e,
            controller: true}
        spec:
          replicas: 1
          selector:
            matchLabels: {app: dashboards, pod-template-hash: 6c9d7f8b5}
        status: {replicas: 1, observedGeneration: 1, readyReplicas: 1, availableReplicas: 1}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: dashboards-6c9d7f8b5-v9f5r
          namespace: ops
          uid: de0e0e14-52b4-4115-8544-d519e9a81633
          creationTimestamp: '2026-05-29T08:00:00Z'
          labels: {app: dashboards, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: dashboards-6c9d7f8b5, uid: 42be0c90-de36-4b18-8a43-7e0885432915,
            controller: true}
        spec:
          nodeName: node-2
          containers:
          - name: app
            image: registry.example.com/ops/dashboards:2.0
            ports:
            - {name: http, containerPort: 8080}
            resources:
              requests: {cpu: 1500m, memory: 128Mi}
              limits: {memory: 128Mi}
          volumes:
          - name: extra
            configMap: {name: dashboards-extra, optional: true}
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
        metadata: {name: dashboards, namespace: ops, uid: dd67380c-374e-44d2-8682-54c38ff887d3,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec:
          clusterIP: 10.96.3.51
          ports:
          - {name: http, port: 80, targetPort: http}
          selector: {app: dashboards}
        ---
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: agent
          namespace: ops
          uid: 1f3b067d-6900-42e3-8db4-b6ab3a8ae067
          generation: 1
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: agent}
        spec:
          selector:
            matchLabels: {app: agent}
          template:
            metadata:
              labels: {app: agent}
            spec:
              containers:
              - name: app
                image: registry.example.com/ops/agent:1.3
                ports:
                - {name: http, containerPort: 9100}
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 128Mi}
        status: {observedGeneration: 1, currentNumberScheduled: 3, desiredNumberScheduled: 3,
          updatedNumberScheduled: 3, numberReady: 2, numberAvailable: 2, numberUnavailable: 1,
          numberMisscheduled: 0}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: agent-c6h2v
          namespace: ops
          uid: 08a50b47-8e03-4e83-8d0e-a511d24f3f42
          creationTimestamp: '2026-05-29T08:00:00Z'
          labels: {app: agent}
          ownerReferences:
          - {apiVersion: apps/v1, kind: DaemonSet, name: agent, uid: 1f3b067d-6900-42e3-8db4-b6ab3a8ae067,
            controller: true}
        spec:
          nodeName: node-1
          containers:
          - name: app
            image: registry.example.com/ops/agent:1.3
            ports:
            - {name: http, containerPort: 9100}
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 128Mi}
        status:
          phase: Running
          conditions:
          - {type: Ready, status: 'True', lastTransitionTime: '2026-05-29T08:01:00Z'}
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
          name: agent-g8m5q
          namespace: ops
          uid: 98575c8b-e3d8-44d1-80dd-ac75d518909b
          creationTimestamp: '2026-05-29T08:00:00Z'
          labels: {app: agent}
          ownerReferences:
          - {apiVersion: apps/v1, kind: DaemonSet, name: agent, uid: 1f3b067d-6900-42e3-8db4-b6ab3a8ae067,
            controller: true}
        spec:
          nodeName: node-2
          containers:
          - name: app
            image: registry.example.com/ops/agent:1.3
            ports:
            - {name: http, containerPort: 9100}
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 128Mi}
        status:
          phase: Running
          conditions:
          - {type: Ready, status: 'True', lastTransitionTime: '2026-05-29T08:01:00Z'}
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
          name: agent-l3p7z
          namespace: ops
          uid: d0eb2871-57be-4c53-8f1f-cb2db4278def
          creationTimestamp: '2026-05-29T08:00:00Z'
          labels: {app: agent}
          ownerReferences:
          - {apiVersion: apps/v1, kind: DaemonSet, name: agent, uid: 1f3b067d-6900-42e3-8db4-b6ab3a8ae067,
            controller: true}
        spec:
          nodeName: node-4
          containers:
          - name: app
            image: registry.example.com/ops/agent:1.3
            ports:
            - {name: http, containerPort: 9100}
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 128Mi}
        status:
          phase: Running
          conditions:
          - {type: Ready, status: 'False', lastTransitionTime: '2026-06-01T11:32:00Z'}
          containerStatuses:
          - name: app
            ready: true
            restartCount: 0
            state:
              running: {startedAt: '2026-05-29T08:01:00Z'}
        """#
}
