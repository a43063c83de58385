"""Dumps for the browser's tests: many incidents, and hostile names."""
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
