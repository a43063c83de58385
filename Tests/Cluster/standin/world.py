"""All nodes and pods of the cluster, each with its life."""

import asyncio

from standin import events
from standin.node import NodeLife
from standin.pod import PodLife


class World:
    def __init__(self, api, port):
        self.api, self.port, self.recorder = api, port, events.Recorder(api)
        self.attacher = events.Recorder(api, "attachdetach-controller")
        self.nodes, self.pods = {}, {}
        self.addresses, self.evictions, self.ending = {}, {}, set()

    # Nodes

    async def follow_nodes(self):
        async for kind, node in self.api.watch("/api/v1/nodes"):
            node |= {"kind": "Node", "apiVersion": "v1"}
            name = node["metadata"]["name"]
            if kind == "DELETED":
                self.nodes.pop(name).cancel()
            elif name in self.nodes:
                self.nodes[name].update(node)
            else:
                self.nodes[name] = NodeLife(self, node)

    def is_alive(self, node):
        return node in self.nodes and self.nodes[node].verb != "lost"

    def all_ready(self, count):
        ready = [one for one in self.nodes.values() if one.conditions.get("Ready")]
        return len(ready) >= count

    async def refresh_pods(self, node):
        """A kubelet that is back corrects what was said about its pods and ends those it should."""
        for uid, life in list(self.pods.items()):
            if life.pod["spec"]["nodeName"] != node:
                continue
            if life.pod["metadata"].get("deletionTimestamp"):
                self.ending.discard(uid)
                self._end(uid)
            elif not life.gone and life.conditions:
                await life.publish()

    # Pods

    async def follow_pods(self):
        async for kind, pod in self.api.watch("/api/v1/pods?fieldSelector=spec.nodeName!="):
            pod |= {"kind": "Pod", "apiVersion": "v1"}
            uid = pod["metadata"]["uid"]
            if kind == "DELETED":
                if uid in self.pods:
                    self.pods.pop(uid).cancel()
                continue
            if uid not in self.pods:
                self.pods[uid] = PodLife(self, pod)
            self.pods[uid].update(pod)
            if pod["metadata"].get("deletionTimestamp"):
                self._end(uid)

    def _end(self, uid):
        if uid in self.ending:
            return
        self.ending.add(uid)
        life = self.pods[uid]
        asyncio.get_running_loop().create_task(life._guard(life.end()))

    def lives(self):
        return self.pods.values()

    def find(self, namespace, name):
        for life in self.lives():
            if (life.pod["metadata"]["namespace"], life.pod["metadata"]["name"]) == (namespace, name):
                return life
        return None

    # A workload replaces an evicted pod by one with the same annotations; only so many are evicted.
    def may_evict(self, pod, times):
        owners = pod["metadata"].get("ownerReferences") or [{"uid": pod["metadata"]["uid"]}]
        count = self.evictions.get(owners[0]["uid"], 0)
        self.evictions[owners[0]["uid"]] = count + 1
        return count < times

    # Addresses

    def _next(self, key, network):
        """A new address of the network for each new key."""
        if key not in self.addresses:
            number = 10 + sum(known[0] == network for known in self.addresses.values())
            self.addresses[key] = (network, f"10.{network}.{number // 250}.{number % 250 + 1}")
        return self.addresses[key][1]

    def node_address(self, name):
        return self._next(name, 200)

    def host_address(self, pod):
        return self.node_address(pod["spec"]["nodeName"])

    def address(self, pod):
        if pod["spec"].get("hostNetwork"):
            return self.host_address(pod)
        return self._next(pod["metadata"]["uid"], 244)
