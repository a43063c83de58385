extension DemoCluster {
    /// The storefront: a memory limit, an image tag, a label and a replica count are wrong.
    static let shop: StaticString = #"""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: cart
          namespace: shop
          uid: fa0be733-7559-4b9b-887b-25cadde053e0
          generation: 3
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: cart}
          annotations: {deployment.kubernetes.io/revision: '3'}
        spec:
          replicas: 2
          progressDeadlineSeconds: 600
          selector:
            matchLabels: {app: cart}
          template:
            metadata:
              labels: {app: cart}
            spec:
              containers:
              - name: app
                image: registry.example.com/shop/cart:3.1
                ports:
                - {name: http, containerPort: 8080}
                resources:
                  requests: {cpu: 100m, memory: 64Mi}
                  limits: {memory: 128Mi}
        status:
          observedGeneration: 3
          replicas: 2
          updatedReplicas: 2
          readyReplicas: 0
          availableReplicas: 0
          unavailableReplicas: 2
          conditions:
          - {type: Available, status: 'False', reason: MinimumReplicasUnavailable, lastUpdateTime: '2026-05-22T08:00:00Z',
            lastTransitionTime: '2026-05-22T08:00:00Z'}
          - {type: Progressing, status: 'True', reason: NewReplicaSetAvailable, lastUpdateTime: '2026-05-22T08:00:00Z',
            lastTransitionTime: '2026-05-22T08:00:00Z'}
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: cart-6c9d7f8b5
          namespace: shop
          uid: e40da0fe-740c-4b06-85ce-4c84935bf533
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: cart, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: Deployment, name: cart, uid: fa0be733-7559-4b9b-887b-25cadde053e0,
            controller: true}
        spec:
          replicas: 2
          selector:
            matchLabels: {app: cart, pod-template-hash: 6c9d7f8b5}
        status: {replicas: 2, observedGeneration: 1, readyReplicas: 0, availableReplicas: 0}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: cart-6c9d7f8b5-x9w3f
          namespace: shop
          uid: 9e63b293-7899-4d76-8ddd-0e0b78bd1141
          creationTimestamp: '2026-05-29T08:00:00Z'
          labels: {app: cart, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: cart-6c9d7f8b5, uid: e40da0fe-740c-4b06-85ce-4c84935bf533,
            controller: true}
        spec:
          nodeName: node-1
          containers:
          - name: app
            image: registry.example.com/shop/cart:3.1
            ports:
            - {name: http, containerPort: 8080}
            resources:
              requests: {cpu: 100m, memory: 64Mi}
              limits: {memory: 128Mi}
        status:
          phase: Running
          conditions:
          - {type: Ready, status: 'False', reason: ContainersNotReady, lastTransitionTime: '2026-06-01T11:20:00Z'}
          containerStatuses:
          - name: app
            ready: false
            restartCount: 9
            state:
              waiting: {reason: CrashLoopBackOff, message: back-off 5m0s restarting failed
                  container=app}
            lastState:
              terminated: {exitCode: 137, reason: OOMKilled, startedAt: '2026-06-01T11:54:00Z',
                finishedAt: '2026-06-01T11:57:00Z'}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: cart-6c9d7f8b5-d5r7c
          namespace: shop
          uid: d7b9250a-5c49-488b-825b-30d5da4867bb
          creationTimestamp: '2026-05-29T08:00:00Z'
          labels: {app: cart, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: cart-6c9d7f8b5, uid: e40da0fe-740c-4b06-85ce-4c84935bf533,
            controller: true}
        spec:
          nodeName: node-2
          containers:
          - name: app
            image: registry.example.com/shop/cart:3.1
            ports:
            - {name: http, containerPort: 8080}
            resources:
              requests: {cpu: 100m, memory: 64Mi}
              limits: {memory: 128Mi}
        status:
          phase: Running
          conditions:
          - {type: Ready, status: 'False', reason: ContainersNotReady, lastTransitionTime: '2026-06-01T11:20:00Z'}
          containerStatuses:
          - name: app
            ready: false
            restartCount: 7
            state:
              running: {startedAt: '2026-06-01T11:58:00Z'}
            lastState:
              terminated: {exitCode: 137, reason: OOMKilled, startedAt: '2026-06-01T11:54:00Z',
                finishedAt: '2026-06-01T11:58:00Z'}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: cart, namespace: shop, uid: 89786d05-8e9d-494e-8d8c-daf0fac9168a,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec:
          clusterIP: 10.96.4.176
          ports:
          - {name: http, port: 80, targetPort: http}
          selector: {app: cart}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: recommend
          namespace: shop
          uid: bf61eb6c-bee0-413c-837b-6ff0bbfd8c25
          generation: 3
          creationTimestamp: '2026-05-26T08:00:00Z'
          labels: {app: recommend}
          annotations: {deployment.kubernetes.io/revision: '3'}
        spec:
          replicas: 1
          progressDeadlineSeconds: 600
          selector:
            matchLabels: {app: recommend}
          template:
            metadata:
              labels: {app: recommend}
            spec:
              containers:
              - name: app
                image: registry.example.com/shop/recommend:2.41
                ports:
                - {name: http, containerPort: 8080}
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 128Mi}
        status:
          observedGeneration: 3
          replicas: 1
          updatedReplicas: 1
          readyReplicas: 0
          availableReplicas: 0
          unavailableReplicas: 1
          conditions:
          - {type: Available, status: 'False', reason: MinimumReplicasUnavailable, lastUpdateTime: '2026-05-26T08:00:00Z',
            lastTransitionTime: '2026-05-26T08:00:00Z'}
          - {type: Progressing, status: 'True', reason: NewReplicaSetAvailable, lastUpdateTime: '2026-05-26T08:00:00Z',
            lastTransitionTime: '2026-05-26T08:00:00Z'}
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: recommend-6c9d7f8b5
          namespace: shop
          uid: e38718ed-60c4-447c-88d1-e5c0deda819b
          creationTimestamp: '2026-05-26T08:00:00Z'
          labels: {app: recommend, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: Deployment, name: recommend, uid: bf61eb6c-bee0-413c-837b-6ff0bbfd8c25,
            controller: true}
        spec:
          replicas: 1
          selector:
            matchLabels: {app: recommend, pod-template-hash: 6c9d7f8b5}
        status: {replicas: 1, observedGeneration: 1, readyReplicas: 0, availableReplicas: 0}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: recommend-6c9d7f8b5-h3j6m
          namespace: shop
          uid: dbb37b44-37ae-4180-84fe-b893178841f0
          creationTimestamp: '2026-06-01T11:05:00Z'
          labels: {app: recommend, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: recommend-6c9d7f8b5, uid: e38718ed-60c4-447c-88d1-e5c0deda819b,
            controller: true}
        spec:
          nodeName: node-2
          containers:
          - name: app
            image: registry.example.com/shop/recommend:2.41
            ports:
            - {name: http, containerPort: 8080}
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 128Mi}
        status:
          phase: Pending
          conditions:
          - {type: Ready, status: 'False', reason: ContainersNotReady, lastTransitionTime: '2026-06-01T11:05:00Z'}
          containerStatuses:
          - name: app
            ready: false
            restartCount: 0
            state:
              waiting: {reason: ImagePullBackOff, message: 'Back-off pulling image "registry.example.com/shop/recommend:2.41"'}
        ---
        apiVersion: v1
        kind: Event
        metadata: {name: recommend-6c9d7f8b5-h3j6m.17a3, namespace: shop, uid: e8a51c54-1b37-472f-84d7-abe16c03242a,
          creationTimestamp: '2026-06-01T11:05:00Z'}
        involvedObject: {apiVersion: v1, kind: Pod, name: recommend-6c9d7f8b5-h3j6m, uid: dbb37b44-37ae-4180-84fe-b893178841f0,
          namespace: shop, fieldPath: 'spec.containers{app}'}
        reason: Failed
        message: 'Failed to pull image "registry.example.com/shop/recommend:2.41": failed
          to pull and unpack image "registry.example.com/shop/recommend:2.41": registry.example.com/shop/recommend:2.41:
          not found'
        source: {component: kubelet}
        firstTimestamp: '2026-06-01T11:05:00Z'
        lastTimestamp: '2026-06-01T11:58:00Z'
        count: 12
        type: Warning
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: search
          namespace: shop
          uid: c01c4372-0a3d-49b0-832a-5d38524d72e5
          generation: 3
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: serach}
          annotations: {deployment.kubernetes.io/revision: '3'}
        spec:
          replicas: 1
          progressDeadlineSeconds: 600
          selector:
            matchLabels: {app: serach}
          template:
            metadata:
              labels: {app: serach}
            spec:
              containers:
              - name: app
                image: registry.example.com/shop/search:1.8
                ports:
                - {name: http, containerPort: 8080}
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 128Mi}
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
          name: search-6c9d7f8b5
          namespace: shop
          uid: dea790f0-f5b2-409c-8a43-23f9ee12666d
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: serach, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: Deployment, name: search, uid: c01c4372-0a3d-49b0-832a-5d38524d72e5,
            controller: true}
        spec:
          replicas: 1
          selector:
            matchLabels: {app: serach, pod-template-hash: 6c9d7f8b5}
        status: {replicas: 1, observedGeneration: 1, readyReplicas: 1, availableReplicas: 1}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: search-6c9d7f8b5-w8k4d
          namespace: shop
          uid: 5fdf0cce-ce69-4c84-8a36-8b35f1cb6b84
          creationTimestamp: '2026-05-29T08:00:00Z'
          labels: {app: serach, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: search-6c9d7f8b5, uid: dea790f0-f5b2-409c-8a43-23f9ee12666d,
            controller: true}
        spec:
          nodeName: node-1
          containers:
          - name: app
            image: registry.example.com/shop/search:1.8
            ports:
            - {name: http, containerPort: 8080}
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
        metadata: {name: search, namespace: shop, uid: 3cf959b2-9eb3-4fdc-86ad-651d235660ea,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec:
          clusterIP: 10.96.4.130
          ports:
          - {name: http, port: 80, targetPort: http}
          selector: {app: search}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: checkout
          namespace: shop
          uid: e1aec80e-8366-4c59-862e-869a5e78c7f1
          generation: 3
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: checkout}
          annotations: {deployment.kubernetes.io/revision: '3'}
        spec:
          replicas: 0
          progressDeadlineSeconds: 600
          selector:
            matchLabels: {app: checkout}
          template:
            metadata:
              labels: {app: checkout}
            spec:
              containers:
              - name: app
                image: registry.example.com/shop/checkout:4.0
                ports:
                - {name: http, containerPort: 8080}
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 128Mi}
        status:
          observedGeneration: 3
          replicas: 0
          updatedReplicas: 0
          readyReplicas: 0
          availableReplicas: 0
          conditions:
          - {type: Available, status: 'True', reason: MinimumReplicasAvailable, lastUpdateTime: '2026-05-22T08:00:00Z',
            lastTransitionTime: '2026-05-22T08:00:00Z'}
          - {type: Progressing, status: 'True', reason: NewReplicaSetAvailable, lastUpdateTime: '2026-05-22T08:00:00Z',
            lastTransitionTime: '2026-05-22T08:00:00Z'}
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: checkout-6c9d7f8b5
          namespace: shop
          uid: d2efc8a3-8249-48a8-8a7d-302abd5b867a
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: checkout, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: Deployment, name: checkout, uid: e1aec80e-8366-4c59-862e-869a5e78c7f1,
            controller: true}
        spec:
          replicas: 0
          selector:
            matchLabels: {app: checkout, pod-template-hash: 6c9d7f8b5}
        status: {replicas: 0, observedGeneration: 1, readyReplicas: 0, availableReplicas: 0}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: checkout, namespace: shop, uid: 7d7e7e85-14b9-405d-8dde-67c66894cc49,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec:
          clusterIP: 10.96.4.104
          ports:
          - {name: http, port: 80, targetPort: http}
          selector: {app: checkout}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: images
          namespace: shop
          uid: ed915dce-0af3-4aa6-80e7-9e36cacbcc46
          generation: 3
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: images}
          annotations: {deployment.kubernetes.io/revision: '3'}
        spec:
          replicas: 1
          progressDeadlineSeconds: 600
          selector:
            matchLabels: {app: images}
          template:
            metadata:
              labels: {app: images}
            spec:
              containers:
              - name: app
                image: registry.example.com/shop/images:1.1
                ports:
                - {name: http, containerPort: 8080}
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 128Mi}
                readinessProbe:
                  httpGet: {path: /ready, port: http}
                  periodSeconds: 10
                  failureThreshold: 3
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
          name: images-6c9d7f8b5
          namespace: shop
          uid: 9570e180-405c-4ce8-836b-55781986b6ab
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: images, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: Deployment, name: images, uid: ed915dce-0af3-4aa6-80e7-9e36cacbcc46,
            controller: true}
        spec:
          replicas: 1
          selector:
            matchLabels: {app: images, pod-template-hash: 6c9d7f8b5}
        status: {replicas: 1, observedGeneration: 1, readyReplicas: 0, availableReplicas: 0}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: images-6c9d7f8b5-q7n2b
          namespace: shop
          uid: 4b1c5537-6f87-4432-8b9e-e42f89387197
          creationTimestamp: '2026-06-01T11:10:00Z'
          labels: {app: images, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: images-6c9d7f8b5, uid: 9570e180-405c-4ce8-836b-55781986b6ab,
            controller: true}
        spec:
          nodeName: node-1
          containers:
          - name: app
            image: registry.example.com/shop/images:1.1
            ports:
            - {name: http, containerPort: 8080}
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 128Mi}
            readinessProbe:
              httpGet: {path: /ready, port: http}
              periodSeconds: 10
              failureThreshold: 3
        status:
          phase: Running
          conditions:
          - {type: Ready, status: 'False', reason: ContainersNotReady, lastTransitionTime: '2026-06-01T11:10:00Z'}
          containerStatuses:
          - name: app
            ready: false
            restartCount: 0
            state:
              running: {startedAt: '2026-06-01T11:10:00Z'}
        ---
        apiVersion: v1
        kind: Event
        metadata: {name: images-6c9d7f8b5-q7n2b.17a4, namespace: shop, uid: 3eb16dfd-1212-48dc-842e-eb4ba6d5ea7e,
          creationTimestamp: '2026-06-01T11:11:00Z'}
        involvedObject: {apiVersion: v1, kind: Pod, name: images-6c9d7f8b5-q7n2b, uid: 4b1c5537-6f87-4432-8b9e-e42f89387197,
          namespace: shop, fieldPath: 'spec.containers{app}'}
        reason: Unhealthy
        message: 'Readiness probe failed: HTTP probe failed with statuscode: 503'
        source: {component: kubelet}
        firstTimestamp: '2026-06-01T11:11:00Z'
        lastTimestamp: '2026-06-01T11:59:00Z'
        count: 294
        type: Warning
        """#
}
