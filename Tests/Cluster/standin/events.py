"""Events as the kubelet's recorder writes them: the same one again only raises its count."""

import hashlib

from standin import clock


class Recorder:
    def __init__(self, api, component="kubelet"):
        self.api, self.component, self.known = api, component, {}

    async def record(self, item, kind, reason, message, field=None, count=1, first=None, host=None,
                     annotations=None):
        """`first` back-dates the first time; `kind` is Normal or Warning."""
        meta = item["metadata"]
        key = (meta["uid"], field, kind, reason, message)
        last = clock.now()
        if key in self.known:
            return await self._repeat(key, count, last)
        namespace = meta.get("namespace", "default")
        name = f"{meta['name']}.{hashlib.sha256(repr(key).encode()).hexdigest()[:16]}"
        reference = {"kind": item["kind"], "name": meta["name"], "uid": meta["uid"],
                     "apiVersion": item.get("apiVersion", "v1")}
        if meta.get("namespace"):
            reference |= {"namespace": namespace, "resourceVersion": meta.get("resourceVersion", "")}
        if field:
            reference["fieldPath"] = field
        if item["kind"] == "Node":
            # The kubelet names its node by name even where a uid belongs.
            reference["uid"] = meta["name"]
        body = {
            "metadata": {"name": name, "namespace": namespace, "annotations": annotations or {}},
            "involvedObject": reference, "type": kind, "reason": reason, "message": message, "count": count,
            "firstTimestamp": clock.stamp(first or last), "lastTimestamp": clock.stamp(last),
            "source": {"component": self.component, **({"host": host} if host else {})},
        }
        self.known[key] = (namespace, name, count)
        await self.api.post(f"/api/v1/namespaces/{namespace}/events", body, allow=(403, 404, 409))

    async def _repeat(self, key, count, last):
        namespace, name, before = self.known[key]
        self.known[key] = (namespace, name, before + count)
        await self.api.patch(f"/api/v1/namespaces/{namespace}/events/{name}",
                             {"count": before + count, "lastTimestamp": clock.stamp(last)}, allow=(404,))
