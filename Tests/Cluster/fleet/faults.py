"""The ways a workload of the fleet is broken, and what of it shows.

Each names the category aegis shall report, how many of the workload's pods have the fault, and how
the pods' status differs from a healthy one.
"""

from standin import clock, images, status

CATEGORIES = {
    "crash": "CrashLoopBackOff", "oom": "OOMKilled", "image": "ImagePullBackOff",
    "config": "CreateContainerConfigError", "unsched": "Unschedulable", "probe": "ProbeFailure",
    "evicted": "Evicted", "init": "InitContainerFailure",
}
NAMES = tuple(CATEGORIES)
BROKEN = 3


def broken_pods(fault, replicas):
    """A request no node can meet is in the template, so it concerns every pod."""
    if fault is None:
        return 0
    return replicas if fault == "unsched" else BROKEN


def _ended(code, reason):
    return status.terminated("containerd://" + "ef" * 32, code, reason, clock.ago(64), clock.ago(63))


def spoil(fault, app, nodes, main, init):
    """Changes the container statuses of one broken pod; returns (reason, message, field) of its event."""
    name = main["name"]
    field = f"spec.containers{{{name}}}"
    back_off = f"back-off 5m0s restarting failed container={name} pod={app}"
    if fault in ("crash", "oom"):
        end = _ended(1, "Error") if fault == "crash" else _ended(137, "OOMKilled")
        main |= {"ready": False, "started": False, "restartCount": 9, "lastState": end,
                 "state": status.waiting("CrashLoopBackOff", back_off)}
        return "BackOff", "Back-off restarting failed container", field
    if fault == "image":
        image = main["image"]
        _never_ran(main, "ImagePullBackOff", f'Back-off pulling image "{image}"')
        return "Failed", f'Failed to pull image "{image}": {images.pull_error(image, "not-found")}', field
    if fault == "config":
        _never_ran(main, "CreateContainerConfigError", f'secret "{app}-db" not found')
        return "Failed", f'Error: secret "{app}-db" not found', field
    if fault == "probe":
        main |= {"ready": False}
        return "Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503", field
    if fault == "init":
        _never_ran(main, "PodInitializing")
        init |= {"ready": False, "restartCount": 6, "lastState": _ended(2, "Error"),
                 "state": status.waiting("CrashLoopBackOff", back_off)}
        return "BackOff", "Back-off restarting failed container", "spec.initContainers{migrate}"
    if fault == "unsched":
        return "FailedScheduling", f"0/{nodes} nodes are available: {nodes} Insufficient cpu.", None
    return "Evicted", EVICTED, None


EVICTED = "The node was low on resource: memory. Container app was using 612Mi, which exceeds its request of 256Mi. "


def _never_ran(container, reason, message=None):
    container |= {"ready": False, "started": False, "imageID": "", "state": status.waiting(reason, message)}
    container.pop("containerID", None)
