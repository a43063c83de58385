#!/usr/bin/env python3
"""Fills a bare API server with a realistic fleet, some of it broken, and prints what it broke as JSON.

usage: cluster run --bare -- $TESTBED_PYTHON load.py --pods 20000

For a cluster without controllers (`--bare`): everything they would write (ReplicaSets, statuses,
endpoints) is written here, and they would overwrite it with their own view. Everything that is not
broken is healthy in every respect, so a report that names more than what is printed is wrong.
"""

import argparse
import asyncio
import hashlib
import json
import os
import random
import sys

sys.dont_write_bytecode = True
from fleet import faults, objects  # noqa: E402
from standin.api import Api  # noqa: E402

REPLICAS = 10
SUFFIX = "bcdfghjklmnpqrstvwxz2456789"


class Loader:
    def __init__(self, api, pods, nodes, seed, share):
        self.api, self.random = api, random.Random(seed)
        self.count = max(1, pods // REPLICAS)
        self.nodes = [f"node-{number}" for number in range(nodes or max(3, pods // objects.PER_NODE))]
        self.namespaces = [f"fleet-{number}" for number in range(max(2, self.count // 20))]
        self.broken = self._choose_broken(share)
        self.gate = asyncio.Semaphore(64)

    def _choose_broken(self, share):
        """Each fault in turn, so that every kind is there as soon as there is room for it."""
        wanted = max(round(self.count * share), min(len(faults.NAMES), self.count // 4))
        chosen = sorted(self.random.sample(range(self.count), min(wanted, self.count)))
        return {number: faults.NAMES[turn % len(faults.NAMES)] for turn, number in enumerate(chosen)}

    async def load(self):
        await self._all(self._node(number, name) for number, name in enumerate(self.nodes))
        await self._all(self._namespace(name) for name in self.namespaces)
        await self._all(self._workload(number) for number in range(self.count))
        return self.truth()

    async def _all(self, jobs):
        async def bounded(job):
            async with self.gate:
                await job
        await asyncio.gather(*[bounded(job) for job in jobs])

    def _place(self, number):
        return self.namespaces[number % len(self.namespaces)], f"svc-{number}"

    def truth(self):
        broken = []
        for number, fault in self.broken.items():
            namespace, app = self._place(number)
            broken.append({"namespace": namespace, "kind": "Deployment", "name": app, "fault": fault,
                           "category": faults.CATEGORIES[fault]})
        pods = self.count * REPLICAS + sum(faults.BROKEN for fault in self.broken.values() if fault == "evicted")
        return {"nodes": len(self.nodes), "pods": pods, "workloads": self.count, "broken": broken}

    async def _node(self, number, name):
        created, status = objects.node(name, number)
        await self.api.post("/api/v1/nodes", created)
        # Admission taints a new node until its kubelet is ready; that was long ago.
        await self.api.patch(f"/api/v1/nodes/{name}", {"spec": {"taints": None}})
        await self.api.patch(f"/api/v1/nodes/{name}/status", {"status": status})

    async def _namespace(self, name):
        """The account has its token, as the controllers would have seen to; pods are refused else."""
        await self.api.post("/api/v1/namespaces", {"metadata": {"name": name}})
        root = f"/api/v1/namespaces/{name}"
        account = await self.api.post(f"{root}/serviceaccounts", {
            "metadata": {"name": "default"}, "secrets": [{"name": "default-token-x7k2p"}]})
        await self.api.post(f"{root}/secrets", {
            "type": "kubernetes.io/service-account-token", "data": {"token": "eA=="},
            "metadata": {"name": "default-token-x7k2p", "annotations": {
                "kubernetes.io/service-account.name": "default",
                "kubernetes.io/service-account.uid": account["metadata"]["uid"]}}})

    async def _workload(self, number):
        namespace, app = self._place(number)
        fault = self.broken.get(number)
        core, apps = f"/api/v1/namespaces/{namespace}", f"/apis/apps/v1/namespaces/{namespace}"
        await self.api.post(f"{core}/configmaps", {"metadata": {"name": f"{app}-config"}, "data": {"mode": "live"}})
        if fault != "config":
            await self.api.post(f"{core}/secrets", {"metadata": {"name": f"{app}-db"},
                                                    "stringData": {"url": "postgres://db.example.com/app"}})
        deployment = await self.api.post(f"{apps}/deployments", objects.deployment(app, REPLICAS, fault))
        pod_hash = hashlib.sha256(app.encode()).hexdigest()[:10]
        replica_set = await self.api.post(f"{apps}/replicasets", objects.replica_set(deployment, pod_hash))
        pods = [await self._pod(core, replica_set, number, index, fault) for index in range(self._pod_count(fault))]
        await self._statuses(apps, deployment, replica_set, fault)
        await self.api.post(f"{core}/services", objects.service(app))
        await self._endpoints(core, namespace, app, pods)

    @staticmethod
    def _pod_count(fault):
        """Evicted pods stay beside the ones that replaced them."""
        return REPLICAS + (faults.BROKEN if fault == "evicted" else 0)

    async def _pod(self, core, replica_set, number, index, fault):
        """Returns (pod, ip, node, whether ready, whether it has an address)."""
        app = replica_set["metadata"]["labels"]["app"]
        serial = number * (REPLICAS + faults.BROKEN) + index
        fault = fault if index < faults.broken_pods(fault, REPLICAS) else None
        host = self.nodes[serial % len(self.nodes)]
        suffix = "".join(SUFFIX[byte % len(SUFFIX)] for byte in hashlib.sha256(f"{app} {index}".encode()).digest()[:5])
        made = await self.api.post(f"{core}/pods", objects.pod(replica_set, suffix,
                                                               None if fault == "unsched" else host))
        ip = objects.address(128, serial)
        status, event = objects.pod_status(made, fault, app, len(self.nodes), ip,
                                           objects.address(200, serial % len(self.nodes)))
        await self.api.patch(f"{core}/pods/{made['metadata']['name']}/status", {"status": status})
        if event:
            source = "default-scheduler" if fault == "unsched" else "kubelet"
            await self.api.post(f"{core}/events", objects.event(made, "Warning", *event, source))
        elif index == REPLICAS - 1:
            await self.api.post(f"{core}/events", objects.event(
                made, "Normal", "Started", "Started container app", "spec.containers{app}"))
        return made, ip, host, fault is None, fault not in ("unsched", "evicted")

    async def _statuses(self, apps, deployment, replica_set, fault):
        unready = 0 if fault == "evicted" else faults.broken_pods(fault, REPLICAS)
        ready = REPLICAS - unready
        await self.api.patch(f"{apps}/replicasets/{replica_set['metadata']['name']}/status", {"status": {
            "observedGeneration": 1, "replicas": REPLICAS, "fullyLabeledReplicas": REPLICAS,
            "readyReplicas": ready, "availableReplicas": ready}})
        await self.api.patch(f"{apps}/deployments/{deployment['metadata']['name']}/status",
                             {"status": objects.deployment_status(REPLICAS, unready)})

    async def _endpoints(self, core, namespace, app, pods):
        ready = [pod[:3] for pod in pods if pod[3]]
        unready = [pod[:3] for pod in pods if not pod[3] and pod[4]]
        whole, piece = objects.endpoints(app, ready, unready)
        await self.api.post(f"{core}/endpoints", whole)
        await self.api.post(f"/apis/discovery.k8s.io/v1beta1/namespaces/{namespace}/endpointslices", piece)


async def main(arguments):
    async with Api.from_kubeconfig(arguments.kubeconfig) as api:
        loader = Loader(api, arguments.pods, arguments.nodes, arguments.seed, arguments.broken)
        print(json.dumps(await loader.load(), indent=1))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kubeconfig", default=os.environ.get("KUBECONFIG"))
    parser.add_argument("--pods", type=int, default=1000)
    parser.add_argument("--nodes", type=int, help="default: one for 60 pods, at least 3")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--broken", type=float, default=0.03, help="share of the workloads (0.03)")
    asyncio.run(main(parser.parse_args()))
