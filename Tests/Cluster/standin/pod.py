"""One pod's life on its node, from being bound to being gone."""

import asyncio

from standin import clock, plays, references, status
from standin.container import RETRY, Container

KEPT = ("Initialized", "Ready", "ContainersReady")
NETWORK_ERROR = (
    'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox '
    '"{}": networkPlugin cni failed to set up pod: stat /var/lib/calico/nodename: no such file or directory: '
    "check that the calico/node container is running and has mounted /var/lib/calico/")
OVERUSE = {
    "memory": "Container {} was using 1288Mi, which exceeds its request of {}. ",
    "ephemeral-storage": "Container {} was using 2451332Ki, which exceeds its request of {}. "}


class PodLife:
    def __init__(self, world, pod):
        self.world, self.api, self.pod = world, world.api, pod
        self.play = plays.of_pod(pod)
        self.inits = [Container(self, spec, True) for spec in pod["spec"].get("initContainers", [])]
        self.mains = [Container(self, spec) for spec in pod["spec"]["containers"]]
        past = max(one.history() for one in [*self.inits, *self.mains])
        self.age = plays.age(pod) or past
        self.begin = clock.ago(self.age)
        self.address, self.conditions, self.gone, self.settled = None, {}, False, False
        self.writing, self.marking = asyncio.Lock(), None
        self.task = asyncio.create_task(self._guard(self._live()))

    async def _guard(self, work):
        try:
            await work
        except Exception as error:  # one pod's trouble must not end the others' lives
            print(f"{references.title(self.pod)}: {type(error).__name__}: {error}", flush=True)

    def moment(self):
        """Now, or the time a back-dated thing happened."""
        return clock.later(self.begin, 2) if self.age else clock.now()

    async def event(self, kind, reason, message, field=None, count=1, first=None):
        await self.world.recorder.record(self.pod, kind, reason, message, field, count, first,
                                         self.pod["spec"]["nodeName"])

    async def _live(self):
        if self.play.verb == "evicted" and self.world.may_evict(self.pod, self.play.number("times", 1)):
            return await self._evict()
        await self._mount()
        if self.play.verb == "attach-error":
            await self._tell_attach_error()
        if self.play.verb in ("creating", "sandbox-error", "attach-error"):
            return await self._stay_creating()
        self.address = self.world.address(self.pod)
        for container in self.inits:
            await container.run()
            if not container.has_succeeded():
                return
        await asyncio.gather(*[container.run() for container in self.mains])

    async def _mount(self):
        wanted = references.References(self.api, self.pod)
        while complaints := await wanted.volume_complaints():
            for volume, complaint in complaints:
                message = f'MountVolume.SetUp failed for volume "{volume}" : {complaint}'
                await self.event("Warning", "FailedMount", message, first=self.begin)
            if self.age >= 120:
                # The kubelet waits two minutes before it says this.
                every = [one["name"] for one in self.pod["spec"].get("volumes", [])]
                await self.event(
                    "Warning", "FailedMount", "Unable to attach or mount volumes: unmounted volumes="
                    f"[{' '.join(name for name, _ in complaints)}], unattached volumes=[{' '.join(every)}]: "
                    "timed out waiting for the condition", first=self.begin)
            await self.publish()
            self._settle_all()
            await asyncio.sleep(RETRY)

    async def _tell_attach_error(self):
        """The controller's complaint about each claimed volume, and the kubelet's that follows."""
        volumes = self.pod["spec"]["volumes"]
        claimed = [one for one in volumes if "persistentVolumeClaim" in one]
        for volume in claimed:
            claim = await self.api.get(f"/api/v1/namespaces/{self.pod['metadata']['namespace']}"
                                       f"/persistentvolumeclaims/{volume['persistentVolumeClaim']['claimName']}")
            await self.world.attacher.record(
                self.pod, "Warning", "FailedAttachVolume", "Multi-Attach error for volume "
                f'"{claim["spec"].get("volumeName", "")}" Volume is already exclusively attached to one node and '
                "can't be attached to another", first=self.begin)
        names = " ".join(one["name"] for one in claimed)
        every = " ".join(one["name"] for one in volumes)
        await self.event("Warning", "FailedMount", f"Unable to attach or mount volumes: unmounted volumes=[{names}], "
                         f"unattached volumes=[{every}]: timed out waiting for the condition", first=self.begin)

    async def _stay_creating(self):
        await self.publish()
        self._settle_all()
        while self.play.verb == "sandbox-error":
            sandbox = status.container_id(self.pod, "", 0).removeprefix("containerd://")
            await self.event("Warning", "FailedCreatePodSandBox", NETWORK_ERROR.format(sandbox), first=self.begin)
            await asyncio.sleep(10)

    async def _evict(self):
        message = self.play.text("message") or self._shortage(self.play.text("resource", "memory"))
        await self.event("Warning", "Evicted", message)
        await self._write({"phase": "Failed", "reason": "Evicted", "message": message,
                           "startTime": clock.stamp(self.begin)})
        self._settle_all()

    def _shortage(self, resource):
        message = f"The node was low on resource: {resource}. "
        for container in self.pod["spec"]["containers"]:
            request = container.get("resources", {}).get("requests", {}).get(resource, "0")
            message += OVERUSE.get(resource, "").format(container["name"], request)
        return message

    def _settle_all(self):
        for container in self.mains:
            container.settle()

    def check_settled(self):
        """Tells the tests that nothing more will happen by itself. The kubelet writes no such thing."""
        stuck = any(one.settled and not one.has_succeeded() for one in self.inits)
        if not self.settled and (stuck or all(one.settled for one in self.mains)):
            self.settled = True
            self.marking = asyncio.create_task(self._guard(self._mark_settled()))

    async def _mark_settled(self):
        meta = self.pod["metadata"]
        await self.api.patch(f"/api/v1/namespaces/{meta['namespace']}/pods/{meta['name']}",
                             {"metadata": {"annotations": {plays.PREFIX + "state": "settled"}}}, allow=(404,))

    # Status

    async def publish(self):
        inits, mains = [one.status() for one in self.inits], [one.status() for one in self.mains]
        phase = status.phase(self.pod["spec"], inits, mains)
        body = {
            "phase": phase, "startTime": clock.stamp(self.begin), "containerStatuses": mains,
            "conditions": self._merged(status.conditions(self.pod, inits, mains, phase, self.moment())),
            "hostIP": self.world.host_address(self.pod)}
        if inits:
            body["initContainerStatuses"] = inits
        if self.address:
            body |= {"podIP": self.address, "podIPs": [{"ip": self.address}]}
        await self._write(body)

    def _merged(self, ours):
        """A condition keeps its time while its status stays, and others' conditions are kept whole."""
        for condition in ours:
            before = self.conditions.get(condition["type"])
            if before and before["status"] == condition["status"]:
                condition["lastTransitionTime"] = before["lastTransitionTime"]
            self.conditions[condition["type"]] = condition
        others = [one for one in self.pod.get("status", {}).get("conditions", []) if one["type"] not in KEPT]
        return [*ours, *others]

    async def _write(self, body):
        if self.gone or not self.world.is_alive(self.pod["spec"]["nodeName"]):
            return
        meta = self.pod["metadata"]
        async with self.writing:
            await self.api.patch(f"/api/v1/namespaces/{meta['namespace']}/pods/{meta['name']}/status",
                                 {"status": body}, allow=(404,))

    def update(self, pod):
        self.pod = pod

    # The end

    def cancel(self):
        self.gone = True
        self.task.cancel()

    async def end(self):
        """What follows a deletionTimestamp: containers are killed, then the object is let go."""
        self.task.cancel()
        if self.play.verb == "ignores-deletion" or not self.world.is_alive(self.pod["spec"]["nodeName"]):
            return
        for container in self.mains:
            if "running" in container.state:
                await self.event("Normal", "Killing", f"Stopping container {container.name}", container.field)
                begun = clock.now()
                container.state = status.terminated(container.status()["containerID"], 143, "Error", begun, begun)
                container.ready = container.started = False
        if self.pod["metadata"].get("finalizers"):
            await self.publish()
        meta = self.pod["metadata"]
        self.gone = True
        await self.api.delete(f"/api/v1/namespaces/{meta['namespace']}/pods/{meta['name']}",
                              {"kind": "DeleteOptions", "apiVersion": "v1", "gracePeriodSeconds": 0,
                               "preconditions": {"uid": meta["uid"]}})
