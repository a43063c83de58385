"""Nodes: registered, kept alive by heartbeats, or in the trouble their annotation names."""

import asyncio

from standin import clock, plays

HEARTBEAT = 4
PRESSURES = {
    "MemoryPressure": ("KubeletHasInsufficientMemory", "kubelet has insufficient memory available",
                       "KubeletHasSufficientMemory", "kubelet has sufficient memory available",
                       "NodeHasInsufficientMemory"),
    "DiskPressure": ("KubeletHasDiskPressure", "kubelet has disk pressure",
                     "KubeletHasNoDiskPressure", "kubelet has no disk pressure", "NodeHasDiskPressure"),
    "PIDPressure": ("KubeletHasInsufficientPID", "kubelet has insufficient PID available",
                    "KubeletHasSufficientPID", "kubelet has sufficient PID available",
                    "NodeHasInsufficientPID"),
}
VERBS = {"memory-pressure": "MemoryPressure", "disk-pressure": "DiskPressure", "pid-pressure": "PIDPressure"}
NETWORK_DOWN = ("container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady "
                "message:Network plugin returns error: cni plugin not initialized")
CAPACITY = {"cpu": "8", "memory": "32Gi", "pods": "110", "ephemeral-storage": "100Gi"}


class NodeLife:
    def __init__(self, world, node):
        self.world, self.api, self.node = world, world.api, node
        self.name, self.conditions = node["metadata"]["name"], {}
        self.address = world.node_address(self.name)
        self.changed, self.renewed = asyncio.Event(), False
        self.task = asyncio.create_task(self._live())

    @property
    def verb(self):
        return plays.of_node(self.node).verb

    def update(self, node):
        before, self.node = self.verb, node
        if self.verb != before:
            self.changed.set()

    def cancel(self):
        self.task.cancel()

    async def _live(self):
        while True:
            try:
                await self._beat()
            except Exception as error:  # the next heartbeat may fare better
                print(f"node {self.name}: {type(error).__name__}: {error}", flush=True)
            try:
                await asyncio.wait_for(self.changed.wait(), HEARTBEAT)
            except asyncio.TimeoutError:
                pass
            self.changed.clear()

    async def _beat(self):
        if self.verb == "lost":
            self.conditions = {}
            return
        await self._renew_lease()
        before = {kind: one["status"] for kind, one in self.conditions.items()}
        await self._write_status()
        await self._tell_changes(before)
        if before.get("Ready") != "True" and self.conditions["Ready"]["status"] == "True":
            await self.world.refresh_pods(self.name)

    async def _renew_lease(self):
        path = "/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases"
        spec = {"holderIdentity": self.name, "leaseDurationSeconds": 40,
                "renewTime": clock.micro_stamp(clock.now())}
        if self.renewed and await self.api.patch(f"{path}/{self.name}", {"spec": spec}, allow=(404,)):
            return
        owner = {"apiVersion": "v1", "kind": "Node", "name": self.name, "uid": self.node["metadata"]["uid"]}
        await self.api.post(path, {"metadata": {"name": self.name, "ownerReferences": [owner]}, "spec": spec},
                            allow=(409,))
        self.renewed = True

    def _wanted(self):
        """(type, status, reason, message) of every condition, Ready last as the kubelet has it."""
        troubled = VERBS.get(self.verb)
        if self.verb == "network-unavailable":
            yield "NetworkUnavailable", "True", "NoRouteCreated", "RouteController failed to create a route"
        elif "NetworkUnavailable" in self.conditions:
            yield "NetworkUnavailable", "False", "RouteCreated", "RouteController created a route"
        for kind, (bad, bad_text, good, good_text, _) in PRESSURES.items():
            yield (kind, "True", bad, bad_text) if kind == troubled else (kind, "False", good, good_text)
        if self.verb == "not-ready":
            yield "Ready", "False", "KubeletNotReady", NETWORK_DOWN
        else:
            yield "Ready", "True", "KubeletReady", "kubelet is posting ready status"

    async def _write_status(self):
        stamp = clock.stamp(clock.now())
        # The controller manager writes Unknown here while a kubelet is silent.
        known = {one["type"]: one for one in self.node.get("status", {}).get("conditions", [])}
        for kind, value, reason, message in self._wanted():
            before = known.get(kind)
            since = before["lastTransitionTime"] if before and before["status"] == value else stamp
            self.conditions[kind] = {"type": kind, "status": value, "reason": reason, "message": message,
                                     "lastHeartbeatTime": stamp, "lastTransitionTime": since}
        given = plays.Play.parse("x " + (plays.annotation(self.node, "capacity") or "")).values
        capacity = {**CAPACITY, **given}
        await self.api.patch(f"/api/v1/nodes/{self.name}/status", {"status": {
            "capacity": capacity, "allocatable": capacity, "conditions": list(self.conditions.values()),
            "addresses": [{"type": "InternalIP", "address": self.address},
                          {"type": "Hostname", "address": self.name},
                          # The API server asks here for logs, wherever the node seems to be.
                          {"type": "InternalDNS", "address": "localhost"}],
            "daemonEndpoints": {"kubeletEndpoint": {"Port": self.world.port}},
            "nodeInfo": {"architecture": "amd64", "operatingSystem": "linux", "kubeletVersion": "v1.20.2",
                         "kubeProxyVersion": "v1.20.2", "osImage": "Debian GNU/Linux 12 (bookworm)",
                         "kernelVersion": "6.1.0", "containerRuntimeVersion": "containerd://1.4.13",
                         "machineID": "", "systemUUID": "", "bootID": ""}}}, allow=(404,))

    async def _tell_changes(self, before):
        for kind, condition in self.conditions.items():
            if before.get(kind) == condition["status"]:
                continue
            reason = None
            if kind == "Ready":
                reason = "NodeReady" if condition["status"] == "True" else "NodeNotReady"
            elif kind in PRESSURES and (condition["status"] == "True" or kind in before):
                reason = PRESSURES[kind][4] if condition["status"] == "True" else PRESSURES[kind][2].replace(
                    "Kubelet", "Node")
            if reason:
                await self.world.recorder.record(self.node, "Normal", reason,
                                                 f"Node {self.name} status is now: {reason}", host=self.name)


async def register(api, name):
    await api.post("/api/v1/nodes", {"metadata": {"name": name, "labels": {
        "kubernetes.io/hostname": name, "kubernetes.io/os": "linux", "kubernetes.io/arch": "amd64"}}}, allow=(409,))
