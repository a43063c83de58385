"""metrics.k8s.io, served to the API server's aggregation layer out of `play.aegis.io/usage`.

The APIService leads to a Service of type ExternalName, the only kind that may lead to loopback.
"""

from aiohttp import web

from standin import clock, plays

ROOT = "/apis/metrics.k8s.io/v1beta1"
USAGE = {"cpu": "20m", "memory": "48Mi"}


async def register(api, port):
    await api.post("/api/v1/namespaces/kube-system/services", {
        "metadata": {"name": "metrics-server"},
        "spec": {"type": "ExternalName", "externalName": "localhost", "ports": [{"port": port}]}}, allow=(409,))
    await api.post("/apis/apiregistration.k8s.io/v1/apiservices", {
        "metadata": {"name": "v1beta1.metrics.k8s.io"},
        "spec": {"group": "metrics.k8s.io", "version": "v1beta1", "groupPriorityMinimum": 100,
                 "versionPriority": 100, "insecureSkipTLSVerify": True,
                 "service": {"namespace": "kube-system", "name": "metrics-server", "port": port}}}, allow=(409,))


def routes(world):
    async def resources(_):
        kinds = (("nodes", "NodeMetrics", False), ("pods", "PodMetrics", True))
        return web.json_response({
            "kind": "APIResourceList", "apiVersion": "v1", "groupVersion": "metrics.k8s.io/v1beta1",
            "resources": [{"name": name, "singularName": "", "namespaced": namespaced, "kind": kind,
                           "verbs": ["get", "list"]} for name, kind, namespaced in kinds]})

    async def pods(request):
        namespace, selector = request.match_info.get("namespace"), request.query.get("labelSelector", "")
        found = [_pod_metrics(life.pod) for life in world.lives()
                 if namespace in (None, life.pod["metadata"]["namespace"])
                 and matches(selector, life.pod["metadata"].get("labels", {})) and _is_running(life)]
        return _list("PodMetricsList", found)

    async def nodes(_):
        return _list("NodeMetricsList", [_node_metrics(world, name) for name in world.nodes])

    return [web.get(ROOT, resources), web.get(f"{ROOT}/pods", pods), web.get(f"{ROOT}/nodes", nodes),
            web.get(ROOT + "/namespaces/{namespace}/pods", pods)]


def _list(kind, items):
    return web.json_response({"kind": kind, "apiVersion": "metrics.k8s.io/v1beta1", "metadata": {},
                              "items": sorted(items, key=lambda one: (one["metadata"].get("namespace", ""),
                                                                      one["metadata"]["name"]))})


def _is_running(life):
    return any("running" in one.state for one in life.mains)


def _usage(pod):
    return {**USAGE, **plays.Play.parse("x " + plays.annotation(pod, "usage", "")).values}


def _pod_metrics(pod):
    meta = pod["metadata"]
    return {"metadata": {"name": meta["name"], "namespace": meta["namespace"], "labels": meta.get("labels", {})},
            "timestamp": clock.stamp(clock.now()), "window": "15s",
            "containers": [{"name": one["name"], "usage": _usage(pod)} for one in pod["spec"]["containers"]]}


def _node_metrics(world, name):
    busy = sum(life.pod["spec"]["nodeName"] == name for life in world.lives())
    return {"metadata": {"name": name}, "timestamp": clock.stamp(clock.now()), "window": "15s",
            "usage": {"cpu": f"{100 + 20 * busy}m", "memory": f"{1024 + 48 * busy}Mi"}}


def matches(selector, labels):
    """Equality and `in` requirements, which is what scalers send."""
    for part in _requirements(selector):
        if " in (" in part:
            key, values = part.split(" in (", 1)
            if labels.get(key.strip()) not in [one.strip() for one in values.rstrip(")").split(",")]:
                return False
        elif "!=" in part:
            key, value = part.split("!=", 1)
            if labels.get(key) == value:
                return False
        else:
            key, _, value = part.replace("==", "=").partition("=")
            if labels.get(key) != value:
                return False
    return True


def _requirements(selector):
    part, depth = "", 0
    for letter in selector:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            yield part
            part = ""
        else:
            part += letter
    if part:
        yield part
