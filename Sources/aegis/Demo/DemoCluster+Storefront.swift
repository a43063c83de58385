extension DemoCluster {
    /// What shoppers see: an autoscaler and an Ingress that cannot work, among healthy workloads.
    static let storefront: StaticString = #"""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
          uid: 16d9f8e0-2faf-47a4-8d3b-c3fc7efb0e83
          generation: 3
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: web}
          annotations: {deployment.kubernetes.io/revision: '3'}
        spec:
          replicas: 2
          progressDeadlineSeconds: 600
          selector:
            matchLabels: {app: web}
          template:
            metadata:
              labels: {app: web}
            spec:
              containers:
              - name: app
                image: registry.example.com/shop/web:5.2
                ports:
                - {name: http, containerPort: 8080}
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 128Mi}
                readinessProbe:
                  httpGet: {path: /ready, port: http}
                  periodSeconds: 10
        status:
          observedGeneration: 3
          replicas: 3
          updatedReplicas: 1
          readyReplicas: 2
          availableReplicas: 2
          unavailableReplicas: 1
          conditions:
          - {type: Available, status: 'True', reason: MinimumReplicasAvailable, lastUpdateTime: '2026-05-22T08:00:00Z',
            lastTransitionTime: '2026-05-22T08:00:00Z'}
          - {type: Progressing, status: 'True', reason: ReplicaSetUpdated, message: ReplicaSet
              "web-7f6d9c4b8" is progressing., lastUpdateTime: '2026-06-01T11:57:00Z', lastTransitionTime: '2026-05-22T08:00:00Z'}
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: web-7f6d9c4b8
          namespace: shop
          uid: 5d4e322e-f008-46d0-89e3-8b69128bfee9
          creationTimestamp: '2026-06-01T11:57:00Z'
          labels: {app: web, pod-template-hash: 7f6d9c4b8}
          ownerReferences:
          - {apiVersion: apps/v1, kind: Deployment, name: web, uid: 16d9f8e0-2faf-47a4-8d3b-c3fc7efb0e83,
            controller: true}
        spec:
          replicas: 1
          selector:
            matchLabels: {app: web, pod-template-hash: 7f6d9c4b8}
        status: {replicas: 1, observedGeneration: 1, readyReplicas: 0, availableReplicas: 0}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web-7f6d9c4b8-p6t4n
          namespace: shop
          uid: b05a627e-aa46-4f65-89d9-a7c00497fb7e
          creationTimestamp: '2026-06-01T11:58:00Z'
          labels: {app: web, pod-template-hash: 7f6d9c4b8}
          ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: web-7f6d9c4b8, uid: 5d4e322e-f008-46d0-89e3-8b69128bfee9,
            controller: true}
        spec:
          nodeName: node-2
          containers:
          - name: app
            image: registry.example.com/shop/web:5.2
            ports:
            - {name: http, containerPort: 8080}
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 128Mi}
            readinessProbe:
              httpGet: {path: /ready, port: http}
              periodSeconds: 10
        status:
          phase: Running
          conditions:
          - {type: Ready, status: 'False', reason: ContainersNotReady, lastTransitionTime: '2026-06-01T11:58:00Z'}
          containerStatuses:
          - name: app
            ready: false
            restartCount: 0
            state:
              running: {startedAt: '2026-06-01T11:58:00Z'}
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: web-5d8c7f6b4
          namespace: shop
          uid: cc2e7d7d-0f58-49f3-8abe-e7591f8de4f1
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: web, pod-template-hash: 5d8c7f6b4}
          ownerReferences:
          - {apiVersion: apps/v1, kind: Deployment, name: web, uid: 16d9f8e0-2faf-47a4-8d3b-c3fc7efb0e83,
            controller: true}
        spec:
          replicas: 2
          selector:
            matchLabels: {app: web, pod-template-hash: 5d8c7f6b4}
        status: {replicas: 2, observedGeneration: 1, readyReplicas: 2, availableReplicas: 2}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web-5d8c7f6b4-k2v8s
          namespace: shop
          uid: 646a9841-6741-491d-8684-671b0a0fb8bb
          creationTimestamp: '2026-05-29T08:00:00Z'
          labels: {app: web, pod-template-hash: 5d8c7f6b4}
          ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: web-5d8c7f6b4, uid: cc2e7d7d-0f58-49f3-8abe-e7591f8de4f1,
            controller: true}
        spec:
          nodeName: node-1
          containers:
          - name: app
            image: registry.example.com/shop/web:5.1
            ports:
            - {name: http, containerPort: 8080}
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 128Mi}
            readinessProbe:
              httpGet: {path: /ready, port: http}
              periodSeconds: 10
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
          name: web-5d8c7f6b4-h5w9d
          namespace: shop
          uid: 91c5ac4d-be91-4783-8246-8f0e7566e76f
          creationTimestamp: '2026-05-29T08:00:00Z'
          labels: {app: web, pod-template-hash: 5d8c7f6b4}
          ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: web-5d8c7f6b4, uid: cc2e7d7d-0f58-49f3-8abe-e7591f8de4f1,
            controller: true}
        spec:
          nodeName: node-2
          containers:
          - name: app
            image: registry.example.com/shop/web:5.1
            ports:
            - {name: http, containerPort: 8080}
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 128Mi}
            readinessProbe:
              httpGet: {path: /ready, port: http}
              periodSeconds: 10
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
        metadata: {name: web, namespace: shop, uid: 400b57fe-a331-4158-8da0-00db46ceed58,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec:
          clusterIP: 10.96.4.68
          ports:
          - {name: http, port: 80, targetPort: http}
          selector: {app: web}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: catalog
          namespace: shop
          uid: ed617f1e-2319-47ee-8c37-c1d3c5b786d1
          generation: 3
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: catalog}
          annotations: {deployment.kubernetes.io/revision: '3'}
        spec:
          replicas: 1
          progressDeadlineSeconds: 600
          selector:
            matchLabels: {app: catalog}
          template:
            metadata:
              labels: {app: catalog}
            spec:
              containers:
              - name: app
                image: registry.example.com/shop/catalog:2.7
                ports:
                - {name: http, containerPort: 8080}
                resources:
                  limits: {memory: 256Mi}
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
          name: catalog-6c9d7f8b5
          namespace: shop
          uid: f0d6fdff-9e90-40e2-806c-8adf84bbdd38
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: catalog, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: Deployment, name: catalog, uid: ed617f1e-2319-47ee-8c37-c1d3c5b786d1,
            controller: true}
        spec:
          replicas: 1
          selector:
            matchLabels: {app: catalog, pod-template-hash: 6c9d7f8b5}
        status: {replicas: 1, observedGeneration: 1, readyReplicas: 1, availableReplicas: 1}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: catalog-6c9d7f8b5-t4g9v
          namespace: shop
          uid: e342a6a4-64b6-47ce-88a2-e7d33803e8f0
          creationTimestamp: '2026-05-29T08:00:00Z'
          labels: {app: catalog, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: catalog-6c9d7f8b5, uid: f0d6fdff-9e90-40e2-806c-8adf84bbdd38,
            controller: true}
        spec:
          nodeName: node-2
          containers:
          - name: app
            image: registry.example.com/shop/catalog:2.7
            ports:
            - {name: http, containerPort: 8080}
            resources:
              limits: {memory: 256Mi}
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
        metadata: {name: catalog, namespace: shop, uid: 04020831-c55c-4a4a-8659-ab0a6700cb09,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec:
          clusterIP: 10.96.4.231
          ports:
          - {name: http, port: 80, targetPort: http}
          selector: {app: catalog}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: catalog, namespace: shop, uid: f4f1a146-4950-4e92-8495-90e474b1c15f,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: catalog}
          minReplicas: 1
          maxReplicas: 5
          metrics:
          - type: Resource
            resource:
              name: cpu
              target: {type: Utilization, averageUtilization: 70}
        status:
          currentReplicas: 1
          desiredReplicas: 0
          conditions:
          - {type: AbleToScale, status: 'True', reason: SucceededGetScale, lastTransitionTime: '2026-05-22T08:00:00Z'}
          - {type: ScalingActive, status: 'False', reason: FailedGetResourceMetric, message: 'the
              HPA was unable to compute the replica count: failed to get cpu utilization:
              missing request for cpu in container app of Pod catalog-6c9d7f8b5-t4g9v', lastTransitionTime: '2026-05-22T08:05:00Z'}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: pricing
          namespace: shop
          uid: 5b4ef93d-25c8-4fbe-8f77-659406796743
          generation: 3
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: pricing}
          annotations: {deployment.kubernetes.io/revision: '3', aegis.io/ai-scaling: enabled,
            aegis.io/shadow-testing: enabled}
        spec:
          replicas: 1
          progressDeadlineSeconds: 600
          selector:
            matchLabels: {app: pricing}
          template:
            metadata:
              labels: {app: pricing}
            spec:
              containers:
              - name: app
                image: registry.example.com/shop/pricing:1.0
                ports:
                - {name: http, containerPort: 8080}
                resources:
                  requests: {cpu: '2', memory: 1Gi}
                  limits: {memory: 1Gi}
                env:
                - {name: CATALOG_URL, value: 'http://catalog'}
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
          name: pricing-6c9d7f8b5
          namespace: shop
          uid: 06010466-67bf-479e-8a11-34ef8dea358b
          creationTimestamp: '2026-05-22T08:00:00Z'
          labels: {app: pricing, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: Deployment, name: pricing, uid: 5b4ef93d-25c8-4fbe-8f77-659406796743,
            controller: true}
        spec:
          replicas: 1
          selector:
            matchLabels: {app: pricing, pod-template-hash: 6c9d7f8b5}
        status: {replicas: 1, observedGeneration: 1, readyReplicas: 1, availableReplicas: 1}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: pricing-6c9d7f8b5-z6m3h
          namespace: shop
          uid: 5416b4e7-9b10-4699-8675-c29993af8246
          creationTimestamp: '2026-05-29T08:00:00Z'
          labels: {app: pricing, pod-template-hash: 6c9d7f8b5}
          ownerReferences:
          - {apiVersion: apps/v1, kind: ReplicaSet, name: pricing-6c9d7f8b5, uid: 06010466-67bf-479e-8a11-34ef8dea358b,
            controller: true}
        spec:
          nodeName: node-1
          containers:
          - name: app
            image: registry.example.com/shop/pricing:1.0
            ports:
            - {name: http, containerPort: 8080}
            resources:
              requests: {cpu: '2', memory: 1Gi}
              limits: {memory: 1Gi}
            env:
            - {name: CATALOG_URL, value: 'http://catalog'}
        status:
          phase: Running
          conditions:
          - {type: Ready, status: 'True', lastTransitionTime: '2026-05-29T08:00:00Z'}
          containerStatuses:
          - name: app
            ready: true
            restartCount: 1
            state:
              running: {startedAt: '2026-05-29T08:01:00Z'}
            lastState:
              terminated: {exitCode: 1, reason: Error, finishedAt: '2026-05-24T08:00:00Z'}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: mail, namespace: shop, uid: 316e67a6-613c-4b5d-8226-723f8e82eefe,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec: {type: ExternalName, externalName: smtp.example.com}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: storefront, namespace: shop, uid: 36efbe7e-3e1b-4acf-809f-11728bbd7ecf,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        spec:
          ingressClassName: nginx
          tls:
          - hosts: [shop.example.com]
            secretName: shop-tsl
          rules:
          - host: shop.example.com
            http:
              paths:
              - path: /
                pathType: Prefix
                backend:
                  service:
                    name: web
                    port: {number: 80}
              - path: /checkout
                pathType: Prefix
                backend:
                  service:
                    name: checkout
                    port: {number: 80}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: shop-tls, namespace: shop, uid: 9a368142-0168-457f-85c6-4329d6fb05ae,
          creationTimestamp: '2026-05-22T08:00:00Z'}
        type: kubernetes.io/tls
        aegis.io/certificate: {notBefore: '2026-05-22T00:00:00Z', notAfter: '2026-08-20T00:00:00Z'}
        """#
}
