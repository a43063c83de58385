"""The objects of the fleet as plain values: what is created, and the status that follows."""

from standin import clock, images, status
from fleet import faults

PER_NODE = 60
CAPACITY = {"cpu": "32", "memory": "128Gi", "pods": "110", "ephemeral-storage": "200Gi"}
AGE = 86400


def node(name, number):
    created = {"metadata": {"name": name, "labels": {
        "kubernetes.io/hostname": name, "kubernetes.io/os": "linux", "kubernetes.io/arch": "amd64",
        "topology.kubernetes.io/zone": f"zone-{number % 3}"}}}
    quiet = (("MemoryPressure", "KubeletHasSufficientMemory"), ("DiskPressure", "KubeletHasNoDiskPressure"),
             ("PIDPressure", "KubeletHasSufficientPID"))
    conditions = [_node_condition(kind, "False", reason) for kind, reason in quiet]
    conditions.append(_node_condition("Ready", "True", "KubeletReady"))
    return created, {"capacity": CAPACITY, "allocatable": CAPACITY, "conditions": conditions,
                     "addresses": [{"type": "InternalIP", "address": address(200, number)}],
                     "nodeInfo": {"architecture": "amd64", "operatingSystem": "linux", "kubeletVersion": "v1.20.2",
                                  "kubeProxyVersion": "v1.20.2", "osImage": "Debian GNU/Linux 12 (bookworm)",
                                  "kernelVersion": "6.1.0", "containerRuntimeVersion": "containerd://1.4.13",
                                  "machineID": "", "systemUUID": "", "bootID": ""}}


def _node_condition(kind, value, reason):
    return {"type": kind, "status": value, "reason": reason, "message": "kubelet says so",
            "lastHeartbeatTime": clock.stamp(clock.now()), "lastTransitionTime": clock.stamp(clock.ago(AGE))}


def address(network, number):
    return f"10.{network + (number >> 16)}.{number >> 8 & 255}.{number & 255}"


def owner(kind, item):
    return {"apiVersion": "apps/v1", "kind": kind, "name": item["metadata"]["name"],
            "uid": item["metadata"]["uid"], "controller": True, "blockOwnerDeletion": True}


def template(app, fault):
    cpu = "64" if fault == "unsched" else "250m"
    environment = [{"name": f"SETTING_{number}", "value": f"value-{number}-{app}"} for number in range(12)]
    environment += [
        {"name": "POD_IP", "valueFrom": {"fieldRef": {"fieldPath": "status.podIP"}}},
        {"name": "DB", "valueFrom": {"secretKeyRef": {"name": f"{app}-db", "key": "url"}}}]
    main = {
        "name": "app", "image": f"registry.example.com/team/{app}:1.4.2",
        "ports": [{"containerPort": 8080, "name": "http"}], "env": environment,
        "resources": {"requests": {"cpu": cpu, "memory": "256Mi"}, "limits": {"cpu": cpu if cpu == "64" else "1",
                                                                              "memory": "512Mi"}},
        "livenessProbe": {"httpGet": {"path": "/healthz", "port": "http"}, "initialDelaySeconds": 10},
        "readinessProbe": {"httpGet": {"path": "/ready", "port": "http"}},
        "volumeMounts": [{"name": "config", "mountPath": "/etc/app"}, {"name": "cache", "mountPath": "/cache"}]}
    small = {"requests": {"cpu": "50m", "memory": "64Mi"}, "limits": {"cpu": "200m", "memory": "128Mi"}}
    proxy = {"name": "proxy", "image": "registry.example.com/mesh/proxy:2.3.1", "resources": small,
             "args": ["--mode", "sidecar", "--admin-port", "15000"], "ports": [{"containerPort": 15001}]}
    migrate = {"name": "migrate", "image": "registry.example.com/team/migrate:3.0", "resources": small,
               "command": ["/migrate", "up"]}
    return {
        "metadata": {"labels": {"app": app, "tier": "backend", "version": "v1"},
                     "annotations": {"prometheus.io/scrape": "true", "prometheus.io/port": "8080",
                                     "checksum/config": "ab" * 32}},
        "spec": {"containers": [main, proxy], "initContainers": [migrate],
                 "volumes": [{"name": "config", "configMap": {"name": f"{app}-config"}},
                             {"name": "cache", "emptyDir": {}}]}}


def deployment(app, replicas, fault):
    return {"metadata": {"name": app, "labels": {"app": app}, "annotations": {
                "deployment.kubernetes.io/revision": "1"}},
            "spec": {"replicas": replicas, "selector": {"matchLabels": {"app": app}},
                     "template": template(app, fault)}}


def deployment_status(replicas, unready):
    ready = replicas - unready
    enough = ready >= replicas - replicas // 4
    return {"observedGeneration": 1, "replicas": replicas, "updatedReplicas": replicas, "readyReplicas": ready,
            "availableReplicas": ready, "unavailableReplicas": unready, "conditions": [
                _condition("Progressing", True, "NewReplicaSetAvailable",
                           "ReplicaSet has successfully progressed."),
                _condition("Available", enough, f"MinimumReplicas{'A' if enough else 'Una'}vailable",
                           f"Deployment {'has' if enough else 'does not have'} minimum availability.")]}


def _condition(kind, holds, reason, message):
    return {"type": kind, "status": "True" if holds else "False", "reason": reason, "message": message,
            "lastUpdateTime": clock.stamp(clock.ago(900)), "lastTransitionTime": clock.stamp(clock.ago(900))}


def replica_set(made, pod_hash):
    spec = made["spec"]
    labels = {**spec["template"]["metadata"]["labels"], "pod-template-hash": pod_hash}
    body = {**spec["template"], "metadata": {**spec["template"]["metadata"], "labels": labels}}
    name = made["metadata"]["name"]
    return {"metadata": {"name": f"{name}-{pod_hash}", "labels": labels, "ownerReferences": [owner("Deployment", made)],
                         "annotations": {"deployment.kubernetes.io/revision": "1",
                                         "deployment.kubernetes.io/desired-replicas": str(spec["replicas"])}},
            "spec": {"replicas": spec["replicas"], "template": body,
                     "selector": {"matchLabels": {"app": name, "pod-template-hash": pod_hash}}}}


def pod(made, suffix, node_name):
    """A pod of a ReplicaSet, as its controller makes it; without a node it waits for one."""
    body = made["spec"]["template"]
    spec = {**body["spec"], "nodeName": node_name} if node_name else body["spec"]
    return {"metadata": {**body["metadata"], "name": f"{made['metadata']['name']}-{suffix}",
                         "generateName": made["metadata"]["name"] + "-",
                         "ownerReferences": [owner("ReplicaSet", made)]}, "spec": spec}


def _container_status(spec):
    return {"name": spec["name"], "image": spec["image"], "imageID": images.identifier(spec["image"]),
            "containerID": "containerd://" + "ef" * 32, "ready": True, "started": True, "restartCount": 0,
            "state": status.running(clock.ago(5000)), "lastState": {}}


def pod_status(made, fault, app, nodes, ip, host):
    """(status, event or None) of a pod that has been created."""
    spec = made["spec"]
    mains = [_container_status(one) for one in spec["containers"]]
    init = _container_status(spec["initContainers"][0])
    init |= {"started": False, "state": status.terminated(init["containerID"], 0, "Completed", clock.ago(5100),
                                                          clock.ago(5050))}
    event = fault and faults.spoil(fault, app, nodes, mains[0], init)
    if fault == "unsched":
        return {"phase": "Pending", "conditions": [{
            "type": "PodScheduled", "status": "False", "reason": "Unschedulable", "message": event[1],
            "lastTransitionTime": clock.stamp(clock.ago(900))}]}, event
    if fault == "evicted":
        return {"phase": "Failed", "reason": "Evicted", "message": event[1],
                "startTime": clock.stamp(clock.ago(5200))}, event
    phase = status.phase({"restartPolicy": "Always"}, [init], mains)
    scheduled = {"type": "PodScheduled", "status": "True", "lastTransitionTime": clock.stamp(clock.ago(5200))}
    conditions = status.conditions(made, [init], mains, phase, clock.ago(5000))
    return {"phase": phase, "podIP": ip, "podIPs": [{"ip": ip}], "hostIP": host,
            "startTime": clock.stamp(clock.ago(5200)), "containerStatuses": mains, "initContainerStatuses": [init],
            "conditions": [*conditions, scheduled]}, event


def service(app):
    return {"metadata": {"name": app, "labels": {"app": app}},
            "spec": {"selector": {"app": app}, "ports": [{"name": "http", "port": 80, "targetPort": "http"}]}}


def endpoints(app, ready, unready):
    """Endpoints and an EndpointSlice over (pod, ip, node) triples."""
    def addresses(triples):
        return [{"ip": ip, "nodeName": host, "targetRef": _reference(made)} for made, ip, host in triples]
    subset = {"ports": [{"name": "http", "port": 8080, "protocol": "TCP"}]}
    if ready:
        subset["addresses"] = addresses(ready)
    if unready:
        subset["notReadyAddresses"] = addresses(unready)
    port = {"name": "http", "port": 8080, "protocol": "TCP"}
    slices = [{"addresses": [ip], "conditions": {"ready": is_ready}, "targetRef": _reference(made),
               "topology": {"kubernetes.io/hostname": host}}
              for triples, is_ready in ((ready, True), (unready, False)) for made, ip, host in triples]
    return ({"metadata": {"name": app, "labels": {"app": app}}, "subsets": [subset] if ready or unready else []},
            {"metadata": {"name": f"{app}-abcde", "labels": {
                "kubernetes.io/service-name": app,
                "endpointslice.kubernetes.io/managed-by": "endpointslice-controller.k8s.io"}},
             "addressType": "IPv4", "endpoints": slices, "ports": [port]})


def _reference(made):
    meta = made["metadata"]
    return {"kind": "Pod", "namespace": meta["namespace"], "name": meta["name"], "uid": meta["uid"]}


def event(made, kind, reason, message, field, source="kubelet"):
    meta = made["metadata"]
    reference = {**_reference(made), "apiVersion": "v1"}
    if field:
        reference["fieldPath"] = field
    return {"metadata": {"name": f"{meta['name']}.{reason.lower()}"}, "involvedObject": reference, "type": kind,
            "reason": reason, "message": message, "count": 5 if kind == "Warning" else 1,
            "firstTimestamp": clock.stamp(clock.ago(900)), "lastTimestamp": clock.stamp(clock.ago(60)),
            "source": {"component": source, "host": made["spec"].get("nodeName", "")}}
