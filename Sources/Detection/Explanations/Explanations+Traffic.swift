// What leads requests to pods, and what keeps them from getting there.

extension ServiceNoEndpointsDetector {
    static let explanation = Explanation(
        meaning: """
            A Service sends traffic to nobody: connections to it are refused or time out.
            """,
        detection: """
            A Service older than the grace (--grace, 2 minutes) has a selector that matches no \
            pod (the workload with the nearest labels is named), or only pods that have not been \
            ready for longer than the grace.
            """,
        exceptions: [
            "headless, ExternalName and selectorless Services",
            "Services that publish unready addresses",
            "workloads scaled to zero (ReplicaMismatch), and Jobs between runs",
            "a rollout inside its progress deadline",
        ],
        causes: [
            "a misspelt or renamed label in the selector or the template",
            "all pods crash or fail their readiness probe (then that is the incident)",
            "the Service is in another namespace than its pods",
        ],
        commands: [
            .init(
                "kubectl get endpointslices -n NAMESPACE -l kubernetes.io/service-name=NAME",
                "the addresses it has"),
            .init(
                "kubectl get -n NAMESPACE service/NAME -o jsonpath='{.spec.selector}'",
                "what it selects"),
            .init("kubectl get pods -n NAMESPACE --show-labels", "what there is to select"),
        ])
}

extension PortMismatchDetector {
    static let explanation = Explanation(
        meaning: """
            A Service leads to a port that none of its pods serves, although they are ready. Or \
            two containers of one pod want the same port, and only one can have it.
            """,
        detection: """
            Every ready pod of a Service lacks its targetPort: a name that no container declares, \
            or a number that is neither declared nor probed while all containers declare ports. Or \
            two containers of a template that run together declare the same port and protocol.
            """,
        exceptions: [
            "headless Services; Services without ready pods",
            "a number where some container declares no port at all: it may listen anywhere",
            "a number that a probe asks",
        ],
        causes: [
            "the port was changed in the workload and not in the Service, or the reverse",
            "a misspelt port name, or one without the protocol it is declared with",
            "a sidecar on the port of the program beside it",
        ],
        commands: [
            .init(
                "kubectl get -n NAMESPACE service/NAME -o jsonpath='{.spec.ports}'",
                "where it leads"),
            .init(
                "kubectl get -n NAMESPACE pod/POD -o jsonpath='{.spec.containers[*].ports}'",
                "what is declared"),
        ])
}

extension IngressMisconfigDetector {
    static let explanation = Explanation(
        meaning: """
            An Ingress cannot route as it says: requests get an error, the controller's default \
            page or its default certificate, or no controller serves it at all.
            """,
        detection: """
            In an Ingress older than the grace (--grace), the class, a backend Service, its port \
            or a TLS Secret does not exist; the nearest name is offered. Or it names no class \
            while there are classes and none is the default.
            """,
        exceptions: [
            "what could not be read",
            "classes given by annotation only; clusters without any IngressClass",
            "a backend that is there but has no endpoints: ServiceNoEndpoints",
            "the port name use-annotation of the AWS controller",
        ],
        causes: [
            "a Service that was renamed or is in another namespace",
            "the Service's port number in place of its name, or the container's port",
            "a certificate that has not been issued yet",
        ],
        commands: [
            .init("kubectl describe -n NAMESPACE ingress/NAME", "its backends"),
            .init("kubectl get -n NAMESPACE services,secrets", "what there is"),
            .init("kubectl get ingressclasses", "the classes, and the default"),
        ])
}

extension RBACForbiddenDetector {
    static let explanation = Explanation(
        meaning: """
            The API server refuses a workload's requests, because its ServiceAccount lacks the \
            right. What the workload does with the cluster does not happen.
            """,
        detection: """
            A warning of the last hour (--since), or the last words of a container, say that a \
            user cannot do something to a resource. The account, the verb and the resource are \
            taken from the message.
            """,
        exceptions: [
            "refusals by quota or admission",
            "kubelets, which lose the right to a pod's objects when it is deleted",
            "containers that have recovered",
        ],
        causes: [
            "a Role or binding that is missing, or in another namespace",
            "a new version of an operator that needs more rights",
            "the pod runs under the default ServiceAccount by mistake",
        ],
        commands: [
            .init(
                "kubectl auth can-i VERB RESOURCE -n NAMESPACE "
                    + "--as=system:serviceaccount:NAMESPACE:ACCOUNT",
                "whether it may"),
            .init("kubectl get rolebindings,clusterrolebindings -A -o wide", "who has which role"),
        ])
}

extension DNSFailureDetector {
    static let explanation = Explanation(
        meaning: """
            Names do not resolve for a workload, so it cannot reach what it needs. If the cluster \
            DNS itself has no ready pod, that is so for everybody (high).
            """,
        detection: """
            The last words or recent messages of a container say that a name was not found or that \
            the name server did not answer; or the cluster DNS Service in kube-system has no ready \
            pod.
            """,
        exceptions: [
            "image pulls and mounts that fail by DNS: the node resolves those",
            "containers that have recovered; anything older than the last hour (--since)",
            "a policy that keeps the pod from the name server: NetworkPolicyBlocking",
        ],
        causes: [
            "a misspelt name, or one without the namespace of its Service",
            "CoreDNS crashes, has no node, or cannot reach its upstream",
            "a name that only resolves outside the cluster, or only inside",
        ],
        commands: [
            .init("kubectl get pods -n kube-system -l k8s-app=kube-dns", "whether the DNS runs"),
            .init("kubectl logs -n kube-system -l k8s-app=kube-dns --tail=50", "what it says"),
            .init("kubectl exec -n NAMESPACE POD -- cat /etc/resolv.conf", "what the pod asks"),
        ])
}

extension NetworkPolicyBlockingDetector {
    static let explanation = Explanation(
        meaning: """
            A NetworkPolicy keeps a workload from a Service that it is set up to use, or from the \
            name server. Its connections time out.
            """,
        detection: """
            A variable of a container points at a Service, or a pod says that it cannot connect or \
            that the name server does not answer. Then the policies of both ends are evaluated: \
            one selects the pod, and no rule of any policy lets the connection through.
            """,
        exceptions: [
            "a policy that cuts off nobody known, a default-deny among them",
            "what address ranges (ipBlock) might allow",
            "Services without ready pods; pods in the host's network",
        ],
        causes: [
            "a default-deny without the rule for this client",
            "an egress policy that forgets port 53",
            "labels in podSelector or namespaceSelector that were renamed",
        ],
        commands: [
            .init("kubectl get networkpolicies -n NAMESPACE -o yaml", "the rules"),
            .init("kubectl get pods -n NAMESPACE --show-labels", "whom they select"),
        ])
}
