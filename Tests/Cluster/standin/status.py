"""Pod status out of container states, by the kubelet's own rules (pkg/kubelet/status, kubelet_pods.go)."""

import hashlib

from standin import clock


def container_id(pod, name, restarts):
    seed = f"{pod['metadata']['uid']} {name} {restarts}"
    return f"containerd://{hashlib.sha256(seed.encode()).hexdigest()}"


def waiting(reason, message=None):
    return {"waiting": {"reason": reason, **({"message": message} if message else {})}}


def running(since):
    return {"running": {"startedAt": clock.stamp(since)}}


def terminated(identity, code, reason, begun, ended, message=None):
    return {"terminated": {
        "exitCode": code, "reason": reason, "startedAt": clock.stamp(begun), "finishedAt": clock.stamp(ended),
        "containerID": identity, **({"message": message} if message else {})}}


def phase(spec, inits, mains):
    """getPhase of the kubelet."""
    never = spec["restartPolicy"] == "Never"
    pending_inits = failed_inits = 0
    for state, last in ((one["state"], one["lastState"]) for one in inits):
        if "terminated" in state:
            failed_inits += state["terminated"]["exitCode"] != 0
        elif "waiting" in state and "terminated" in last:
            failed_inits += last["terminated"]["exitCode"] != 0
        else:
            pending_inits += 1
    alive = sum("running" in one["state"] for one in mains)
    waits = sum("waiting" in one["state"] and "terminated" not in one["lastState"] for one in mains)
    if failed_inits and never:
        return "Failed"
    if pending_inits or waits:
        return "Pending"
    if alive:
        return "Running"
    if spec["restartPolicy"] == "Always":
        return "Running"
    codes = [one["state"]["terminated"]["exitCode"] for one in mains if "terminated" in one["state"]]
    if len(codes) == len(mains) and not any(codes):
        return "Succeeded"
    return "Failed" if never else "Running"


def conditions(pod, inits, mains, pod_phase, changed):
    """The four conditions of the kubelet; those of others are kept by the caller."""
    unready = [one["name"] for one in mains if not one["ready"]]
    unfinished = [one["name"] for one in inits if not one["ready"]]
    done = pod_phase == "Succeeded"
    ready = _condition("ContainersReady", not unready, changed, done and "PodCompleted",
                       "ContainersNotReady", f"containers with unready status: [{' '.join(unready)}]")
    whole = {**ready, "type": "Ready"}
    if ready["status"] == "True":
        complaints = list(_closed_gates(pod))
        if complaints:
            whole |= {"status": "False", "reason": "ReadinessGatesNotReady", "message": ", ".join(complaints)}
    initialized = _condition("Initialized", not unfinished, changed, False, "ContainersNotInitialized",
                             f"containers with incomplete status: [{' '.join(unfinished)}]")
    if done:
        initialized |= {"reason": "PodCompleted"}
    return [initialized, whole, ready]


def _condition(kind, holds, changed, completed, reason, message):
    condition = {"type": kind, "status": "True" if holds else "False", "lastProbeTime": None,
                 "lastTransitionTime": clock.stamp(changed)}
    if completed:
        return {**condition, "status": "False", "reason": completed}
    return condition if holds else {**condition, "reason": reason, "message": message}


def _closed_gates(pod):
    given = {one["type"]: one["status"] for one in pod.get("status", {}).get("conditions", [])}
    for gate in pod["spec"].get("readinessGates", []):
        kind = gate["conditionType"]
        if kind not in given:
            yield f'corresponding condition of pod readiness gate "{kind}" does not exist.'
        elif given[kind] != "True":
            yield f'the status of pod readiness gate "{kind}" is not "True", but {given[kind]}'
