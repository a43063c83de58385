"""Dumps for the reports' tests: many incidents, workloads with their usage, and hostile names."""
import json

KINDS = [
    {"waiting": {"reason": "CrashLoopBackOff"}},
    {"waiting": {"reason": "ImagePullBackOff", "message": "manifest unknown"}},
    {"waiting": {"reason": "InvalidImageName", "message": "cannot be parsed"}},
]


def pod(namespace, name, state, started="2026-06-01T11:00:00Z"):
    return {
        "apiVersion": "v1", "kind": "Pod",
        "metadata": {"name": name, "namespace": namespace, "creationTimestamp": started},
        "spec": {"containers": [{"name": "app", "image": "registry.example.com/app:1"}]},
        "status": {
            "phase": "Pending",
            "conditions": [{"type": "Ready", "status": "False", "lastTransitionTime": started}],
            "containerStatuses": [
                {"name": "app", "ready": False, "restartCount": 7, "state": state,
                 "lastState": {"terminated": {"exitCode": 1, "reason": "Error",
                                              "finishedAt": "2026-06-01T11:58:00Z"}}}],
        },
    }


DONE = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"},
        "status": {"phase": "Succeeded"}}


def as_list(items):
    return json.dumps({"apiVersion": "v1", "kind": "List", "items": items})


def many(count):
    """A dump with as many incidents, in sixty namespaces, of the last thirty days."""
    return as_list([
        pod(f"team-{i % 60:02}", f"worker-{i:05}", KINDS[i % len(KINDS)],
            f"2026-05-{1 + i % 28:02}T{i % 24:02}:{i % 60:02}:00Z") for i in range(count)])


HOSTILE = "</script><img src=x onerror=\"document.title='broken'\"><!-- ${1} {{x}} \u202e"


def hostile():
    """A dump whose names and messages try to become part of the page."""
    bad = pod(HOSTILE, HOSTILE, {"waiting": {"reason": "CrashLoopBackOff"}})
    bad["spec"]["containers"][0]["name"] = bad["status"]["containerStatuses"][0]["name"] = HOSTILE
    event = {
        "apiVersion": "v1", "kind": "Event",
        "metadata": {"name": "e", "namespace": HOSTILE},
        "involvedObject": {"kind": "Pod", "namespace": HOSTILE, "name": HOSTILE},
        "reason": HOSTILE, "message": HOSTILE, "type": "Warning", "count": 3,
        "lastTimestamp": "2026-06-01T11:59:00Z",
    }
    return as_list([bad, event])


def deployment(namespace, name, container="app", cpu="1"):
    return {
        "apiVersion": "apps/v1", "kind": "Deployment",
        "metadata": {"name": name, "namespace": namespace},
        "spec": {"replicas": 1, "template": {"spec": {"containers": [
            {"name": container, "image": "app:1",
             "resources": {"requests": {"cpu": cpu, "memory": "1Gi"}}}]}}},
    }


def usage(namespace, name, container="app", cores=0.25):
    """Two weeks of a pod's CPU, an hour a value."""
    return {"apiVersion": "aegis.io/v1alpha1", "kind": "UsageSeries", "namespace": namespace,
            "pod": f"{name}-6c9d7f8b5-f2d6x", "container": container, "resource": "cpu",
            "start": "2026-05-18T12:00:00Z", "step": 3600, "values": [cores] * 336}


def hostile_workload():
    """A workload and its usage, whose names try to become part of the page."""
    return "\n".join(json.dumps(item) for item in (
        deployment(HOSTILE, HOSTILE, HOSTILE), usage(HOSTILE, HOSTILE, HOSTILE)))


def workloads(count):
    """As many workloads, of which every third asks for too little and every third for too much."""
    lines = [{"apiVersion": "v1", "kind": "List", "items": [
        deployment(f"team-{i % 60:02}", f"web-{i:05}", cpu=["100m", "1", "250m"][i % 3])
        for i in range(count)]}]
    lines += [usage(f"team-{i % 60:02}", f"web-{i:05}") for i in range(count)]
    return "\n".join(json.dumps(line) for line in lines)


def change(namespace, name, replicas):
    """A manifest to merge into the object it names."""
    return json.dumps({"apiVersion": "apps/v1", "kind": "Deployment",
                       "metadata": {"name": name, "namespace": namespace},
                       "spec": {"replicas": replicas}})
