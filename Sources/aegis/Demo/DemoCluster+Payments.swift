extension DemoCluster {
    /// Payments: a variable and a Secret are missing, and a certificate ends soon.
    static let payments: StaticString = #"""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: ledger
          namespace: payments
          uid: 6b63b093-2fbe-44c3-8bcf-6865ffdf5eb5
          generation: 3
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: ledger}
          annotations: {deployment.kubernetes.io/revision: '3'}
        spec:
          replicas: 1
          progressDeadlineSeconds: 600
          selector:
            matchLabels: {app: ledger}
          template:
            metadata:
              labels: {app: ledger}
            spec:
              containers:
              - name: app
                image: registry.example.com/payments/ledger:7.3
                ports:
                - {name: http, containerPort: 8080}
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 128Mi}
                env:
                - {name: LOG_LEVEL, value: info}
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
          name: ledger-6c9d7f8b5
          namespace: payments
          uid: cf6e90be-96ba-4bec-83d9-fba3e51e66bb
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: ledger, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: Deployment, name: ledger, uid: 6b63b093-2fbe-44c3-8bcf-6865ffdf5eb5,
            controller: true}
        spec:
          replicas: 1
          selector:
            matchLabels: {app: ledger, pod-template-hash: 6c9d7f8b5}
        status: {replicas: 1, observedGeneration: 1, readyReplicas: 0, availableReplicas: 0}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: ledger-6c9d7f8b5-r5c8w
          namespace: payments
          uid: 2d12d36a-c2af-4423-8672-9f5adf1d5e04
          creationTimestamp: '2026-06-01T11:10:00Z'
          labels: {app: ledger, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: ledger-6c9d7f8b5, uid: cf6e90be-96ba-4bec-83d9-fba3e51e66bb,
            controller: true}
        spec:
          nodeName: node-1
          containers:
          - name: app
            image: registry.example.com/payments/ledger:7.3
            ports:
            - {name: http, containerPort: 8080}
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 128Mi}
            env:
            - {name: LOG_LEVEL, value: info}
        status:
          phase: Running
          conditions:
          - {type: Ready, status: 'False', reason: ContainersNotReady, lastTransitionTime: '2026-06-01T11:12:00Z'}
          containerStatuses:
          - name: app
            ready: false
            restartCount: 14
            state:
              waiting: {reason: CrashLoopBackOff, message: back-off 5m0s restarting failed
                  container=app}
            lastState:
              terminated: {exitCode: 1, reason: Error, message: missing environment variable
                  DATABASE_URL, startedAt: '2026-06-01T11:57:00Z', finishedAt: '2026-06-01T11:57:00Z'}
        ---
        apiVersion: v1
        kind: Event
        metadata: {name: ledger-6c9d7f8b5-r5c8w.17a5, namespace: payments, uid: 1d868238-7152-4aab-8994-aca7350a0f13,
          creationTimestamp: '2026-06-01T11:12:00Z'}
        involvedObject: {apiVersion: v1, kind: Pod, name: ledger-6c9d7f8b5-r5c8w, uid: 2d12d36a-c2af-4423-8672-9f5adf1d5e04,
          namespace: payments, fieldPath: 'spec.containers{app}'}
        reason: BackOff
        message: Back-off restarting failed container app in pod ledger-6c9d7f8b5-r5c8w
        source: {component: kubelet}
        firstTimestamp: '2026-06-01T11:12:00Z'
        lastTimestamp: '2026-06-01T11:58:00Z'
        count: 212
        type: Warning
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: ledger, namespace: payments, uid: f390e406-f398-451c-8a9e-fcaba97da3fa,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec:
          clusterIP: 10.96.8.127
          ports:
          - {name: http, port: 80, targetPort: http}
          selector: {app: ledger}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: gateway
          namespace: payments
          uid: a19d15af-f8df-48a7-8b8c-ef9cc0aa266a
          generation: 3
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: gateway}
          annotations: {deployment.kubernetes.io/revision: '3'}
        spec:
          replicas: 1
          progressDeadlineSeconds: 600
          selector:
            matchLabels: {app: gateway}
          template:
            metadata:
              labels: {app: gateway}
            spec:
              containers:
              - name: app
                image: registry.example.com/payments/gateway:2.2
                ports:
                - {name: http, containerPort: 8080}
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 128Mi}
                env:
                - name: API_KEY
                  valueFrom:
                    secretKeyRef: {name: gateway-keys, key: api-key}
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
          name: gateway-6c9d7f8b5
          namespace: payments
          uid: abb7ffcd-f26f-4ca8-8bba-d4f0523ad49a
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: gateway, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: Deployment, name: gateway, uid: a19d15af-f8df-48a7-8b8c-ef9cc0aa266a,
            controller: true}
        spec:
          replicas: 1
          selector:
            matchLabels: {app: gateway, pod-template-hash: 6c9d7f8b5}
        status: {replicas: 1, observedGeneration: 1, readyReplicas: 0, availableReplicas: 0}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: gateway-6c9d7f8b5-f2d6x
          namespace: payments
          uid: dc0322dd-a231-44f7-8c8f-8138dffebe41
          creationTimestamp: '2026-06-01T10:58:00Z'
          labels: {app: gateway, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: gateway-6c9d7f8b5, uid: abb7ffcd-f26f-4ca8-8bba-d4f0523ad49a,
            controller: true}
        spec:
          nodeName: node-2
          containers:
          - name: app
            image: registry.example.com/payments/gateway:2.2
            ports:
            - {name: http, containerPort: 8080}
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 128Mi}
            env:
            - name: API_KEY
              valueFrom:
                secretKeyRef: {name: gateway-keys, key: api-key}
        status:
          phase: Pending
          conditions:
          - {type: Ready, status: 'False', reason: ContainersNotReady, lastTransitionTime: '2026-06-01T10:58:00Z'}
          containerStatuses:
          - name: app
            ready: false
            restartCount: 0
            state:
              waiting: {reason: CreateContainerConfigError, message: secret "gateway-keys"
                  not found}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: refunds
          namespace: payments
          uid: f7b2a95d-cce4-40a3-8456-f84c329b9277
          generation: 3
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: refunds}
          annotations: {deployment.kubernetes.io/revision: '3'}
        spec:
          replicas: 1
          progressDeadlineSeconds: 600
          selector:
            matchLabels: {app: refunds}
          template:
            metadata:
              labels: {app: refunds}
            spec:
              containers:
              - name: app
                image: registry.example.com/payments/refunds:1.4
                ports:
                - {name: http, containerPort: 8080}
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 128Mi}
                env:
                - name: API_KEY
                  valueFrom:
                    secretKeyRef: {name: gateway-keys, key: api-key}
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
          name: refunds-6c9d7f8b5
          namespace: payments
          uid: 92403027-9e31-454a-802d-067cce75ca86
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: refunds, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: Deployment, name: refunds, uid: f7b2a95d-cce4-40a3-8456-f84c329b9277,
            controller: true}
        spec:
          replicas: 1
          selector:
            matchLabels: {app: refunds, pod-template-hash: 6c9d7f8b5}
        status: {replicas: 1, observedGeneration: 1, readyReplicas: 0, availableReplicas: 0}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: refunds-6c9d7f8b5-j8v4p
          namespace: payments
          uid: e3aa0ca9-6102-401b-87b0-bdb86bddaf55
          creationTimestamp: '2026-06-01T10:59:00Z'
          labels: {app: refunds, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: refunds-6c9d7f8b5, uid: 92403027-9e31-454a-802d-067cce75ca86,
            controller: true}
        spec:
          nodeName: node-1
          containers:
          - name: app
            image: registry.example.com/payments/refunds:1.4
            ports:
            - {name: http, containerPort: 8080}
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 128Mi}
            env:
            - name: API_KEY
              valueFrom:
                secretKeyRef: {name: gateway-keys, key: api-key}
        status:
          phase: Pending
          conditions:
          - {type: Ready, status: 'False', reason: ContainersNotReady, lastTransitionTime: '2026-06-01T10:59:00Z'}
          containerStatuses:
          - name: app
            ready: false
            restartCount: 0
            state:
              waiting: {reason: CreateContainerConfigError, message: secret "gateway-keys"
                  not found}
        ---
        apiVersion: v1
        kind: Event
        metadata: {name: gateway-6c9d7f8b5-f2d6x.17a6, namespace: payments, uid: 9785b014-0d7f-40e1-8df6-994d409fb525,
          creationTimestamp: '2026-06-01T10:58:00Z'}
        involvedObject: {apiVersion: v1, kind: Pod, name: gateway-6c9d7f8b5-f2d6x, uid: dc0322dd-a231-44f7-8c8f-8138dffebe41,
          namespace: payments, fieldPath: 'spec.containers{app}'}
        reason: Failed
        message: 'Error: secret "gateway-keys" not found'
        source: {component: kubelet}
        firstTimestamp: '2026-06-01T10:58:00Z'
        lastTimestamp: '2026-06-01T11:59:00Z'
        count: 288
        type: Warning
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: gateway-key, namespace: payments, uid: ec6de0d3-0008-4247-8825-86d99fc91e31,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        type: Opaque
        data: {api-key: ''}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: api
          namespace: payments
          uid: 4672bbaf-453b-41c7-8f40-535a300e4189
          generation: 3
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: api}
          annotations: {deployment.kubernetes.io/revision: '3'}
        spec:
          replicas: 1
          progressDeadlineSeconds: 600
          selector:
            matchLabels: {app: api}
          template:
            metadata:
              labels: {app: api}
            spec:
              containers:
              - name: app
                image: registry.example.com/payments/api:9.0
                ports:
                - {name: http, containerPort: 8080}
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 128Mi}
                env:
                - name: API_KEY
                  valueFrom:
                    secretKeyRef: {name: gateway-key, key: api-key}
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
          name: api-6c9d7f8b5
          namespace: payments
          uid: 3d2e8745-5c7b-4db4-84eb-803eef3beb3a
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: api, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: Deployment, name: api, uid: 4672bbaf-453b-41c7-8f40-535a300e4189,
            controller: true}
        spec:
          replicas: 1
          selector:
            matchLabels: {app: api, pod-template-hash: 6c9d7f8b5}
        status: {replicas: 1, observedGeneration: 1, readyReplicas: 1, availableReplicas: 1}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: api-6c9d7f8b5-s3b7k
          namespace: payments
          uid: 0bf4dab8-2766-44fd-89c4-e9d56c528635
          creationTimestamp: '2026-05-29T08:00:00Z'
          labels: {app: api, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: api-6c9d7f8b5, uid: 3d2e8745-5c7b-4db4-84eb-803eef3beb3a,
            controller: true}
        spec:
          nodeName: node-2
          containers:
          - name: app
            image: registry.example.com/payments/api:9.0
            ports:
            - {name: http, containerPort: 8080}
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 128Mi}
            env:
            - name: API_KEY
              valueFrom:
                secretKeyRef: {name: gateway-key, key: api-key}
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
        metadata: {name: api, namespace: payments, uid: 3d605649-a0e7-4ab9-8e03-a8c62a9b7643,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec:
          clusterIP: 10.96.8.64
          ports:
          - {name: http, port: 80, targetPort: http}
          selector: {app: api}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: api, namespace: payments, uid: a5ffcad3-d592-46ce-821b-c86f23dc7900,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: api}
          minReplicas: 1
          maxReplicas: 6
          metrics:
          - type: Resource
            resource:
              name: cpu
              target: {type: Utilization, averageUtilization: 70}
        status:
          currentReplicas: 1
          desiredReplicas: 1
          currentMetrics:
          - type: Resource
            resource:
              name: cpu
              current: {averageUtilization: 9, averageValue: 9m}
          conditions:
          - {type: AbleToScale, status: 'True', reason: ReadyForNewScale, lastTransitionTime: '2026-05-22T08:00:00Z'}
          - {type: ScalingActive, status: 'True', reason: ValidMetricFound, lastTransitionTime: '2026-05-22T08:00:00Z'}
          - {type: ScalingLimited, status: 'True', reason: TooFewReplicas, lastTransitionTime: '2026-05-22T08:00:00Z'}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: api-tls, namespace: payments, uid: fcaf85fd-2349-481f-8979-bfc1d038c0f0,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        type: kubernetes.io/tls
        aegis.io/certificate: {notBefore: '2026-03-06T00:00:00Z', notAfter: '2026-06-04T00:00:00Z'}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: default-deny, namespace: payments, uid: 0dc036b2-6af3-4e8b-8fb2-8cd0d9f47105,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec:
          podSelector: {}
          policyTypes: [Ingress]
        """#
}
