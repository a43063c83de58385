"""Looks for the ConfigMaps and Secrets a pod names, as the kubelet has to before it can start it."""

PATHS = {"ConfigMap": "configmaps", "Secret": "secrets"}


class References:
    def __init__(self, api, pod):
        self.api, self.pod, self.namespace = api, pod, pod["metadata"]["namespace"]

    async def _fetch(self, kind, name):
        return await self.api.get(f"/api/v1/namespaces/{self.namespace}/{PATHS[kind]}/{name}")

    async def environment_complaint(self, container):
        """What keeps the container's environment from being made, or None."""
        for source in container.get("envFrom", []):
            for kind, field in (("ConfigMap", "configMapRef"), ("Secret", "secretRef")):
                wanted = source.get(field)
                if wanted and not wanted.get("optional") and not await self._fetch(kind, wanted["name"]):
                    return f'{kind.lower()} "{wanted["name"]}" not found'
        for variable in container.get("env", []):
            for kind, field in (("ConfigMap", "configMapKeyRef"), ("Secret", "secretKeyRef")):
                wanted = (variable.get("valueFrom") or {}).get(field)
                complaint = wanted and not wanted.get("optional") and await self._key_complaint(kind, wanted)
                if complaint:
                    return complaint
        return None

    async def _key_complaint(self, kind, wanted):
        found = await self._fetch(kind, wanted["name"])
        if not found:
            return f'{kind.lower()} "{wanted["name"]}" not found'
        if wanted["key"] not in (found.get("data") or {}):
            return f"couldn't find key {wanted['key']} in {kind} {self.namespace}/{wanted['name']}"
        return None

    async def volume_complaints(self):
        """(volume name, what keeps it from being mounted) of every volume that cannot be."""
        found = []
        for volume in self.pod["spec"].get("volumes", []):
            for kind, wanted, items in _sources(volume):
                complaint = await self._volume_complaint(kind, wanted, items)
                if complaint:
                    found.append((volume["name"], complaint))
        return found

    async def _volume_complaint(self, kind, name, items):
        found = await self._fetch(kind, name)
        if not found:
            return f'{kind.lower()} "{name}" not found'
        present = {**(found.get("data") or {}), **(found.get("binaryData") or {})}
        for item in items:
            if item["key"] not in present:
                lead, what = ("configmap ", "config") if kind == "ConfigMap" else ("", "secret")
                return f"{lead}references non-existent {what} key: {item['key']}"
        return None


def _sources(volume):
    """(kind, name, items) of what a volume, projected or not, needs; optional ones are not needed."""
    parts = [volume, *volume.get("projected", {}).get("sources", [])]
    for part in parts:
        for kind, field in (("ConfigMap", "configMap"), ("Secret", "secret")):
            wanted = part.get(field)
            if wanted and not wanted.get("optional"):
                yield kind, wanted.get("secretName") or wanted.get("name"), wanted.get("items", [])


def root_complaint(pod, container, play):
    """verifyRunAsNonRoot: the image's user is what the play says it is, else a number above 0."""
    context = {**pod["spec"].get("securityContext", {}), **container.get("securityContext", {})}
    where = f'(pod: "{title(pod)}", container: {container["name"]})'
    if not context.get("runAsNonRoot"):
        return None
    if "runAsUser" in context:
        return None if context["runAsUser"] else f"container's runAsUser breaks non-root policy {where}"
    if play.verb == "root-image":
        return f"container has runAsNonRoot and image will run as root {where}"
    if play.verb == "named-user-image":
        return ("container has runAsNonRoot and image has non-numeric user (app), cannot verify user is "
                f"non-root {where}")
    return None


def title(pod):
    """format.Pod of the kubelet: name_namespace(uid)."""
    meta = pod["metadata"]
    return f"{meta['name']}_{meta['namespace']}({meta['uid']})"
