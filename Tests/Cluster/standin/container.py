"""One container's life: pulled, configured, started, and then what its play says.

What the manifest alone decides is decided from the manifest: a malformed image name, a missing
ConfigMap, Secret or key, runAsNonRoot against the image's user, a probe on an unknown port name.
"""

import asyncio

from standin import clock, images, logs, plays, probes, references, status

FIRST_BACKOFF, LONGEST_BACKOFF = 10, 300
RETRY = 1.0
STATES = ("waiting", "running", "terminated")


def backoff(restarts):
    return min(FIRST_BACKOFF * 2 ** max(restarts - 1, 0), LONGEST_BACKOFF)


class Container:
    def __init__(self, life, spec, is_init=False):
        self.life, self.spec, self.name, self.is_init = life, spec, spec["name"], is_init
        self.play = plays.of_container(life.pod, self.name, is_init)
        group = "initContainers" if is_init else "containers"
        self.field = f"spec.{group}{{{self.name}}}"
        self.first_wait = "PodInitializing" if life.pod["spec"].get("initContainers") else "ContainerCreating"
        self.state, self.last, self.restarts = status.waiting(self.first_wait), {}, 0
        self.ready = self.started = self.ran = self.settled = False

    def history(self):
        """Seconds of past the play needs before it can look as it shall."""
        if self.play.verb in ("crash", "oom"):
            return sum(backoff(n) + 2 for n in range(1, self.play.number("restarts", 5) + 1))
        if self.play.verb == "recovered":
            return self.play.seconds("since", 7200) + 600
        return {"unready": 600, "unlive": 300}.get(self.play.verb, 0)

    def status(self):
        image = self.spec["image"]
        body = {"name": self.name, "restartCount": self.restarts, "ready": self.ready, "started": self.started,
                "state": self.state, "lastState": self.last, "image": image, "imageID": ""}
        if self.ran:
            body |= {"image": images.full_reference(image), "imageID": images.identifier(image),
                     "containerID": self._identity()}
        return body

    def settle(self):
        """Nothing more will happen by itself."""
        self.settled = True
        self.life.check_settled()

    def has_succeeded(self):
        return self.state.get("terminated", {}).get("exitCode") == 0

    def _identity(self):
        return status.container_id(self.life.pod, self.name, self.restarts)

    async def _event(self, kind, reason, message, count=1, first=None):
        await self.life.event(kind, reason, message, self.field, count, first)

    async def run(self):
        """Returns when the container has ended for good; most never do."""
        if await self._is_pulled():
            await self._configure()
            await self.VERBS.get(self.play.verb, Container._run)(self)

    # Images

    async def _is_pulled(self):
        image = self.spec["image"]
        complaint = images.complaint_about_name(image)
        if complaint:
            return await self._stay("InvalidImageName", complaint, "InspectFailed", complaint)
        if self.play.verb != "image":
            if self.spec.get("imagePullPolicy") == "Always":
                await self._event("Normal", "Pulling", f'Pulling image "{image}"')
                await self._event("Normal", "Pulled", f'Successfully pulled image "{image}" in 1.2s')
            return True
        why = (self.play.words or ["not-found"])[0]
        if why == "absent":
            complaint = f'Container image "{image}" is not present with pull policy of Never'
            return await self._stay("ErrImageNeverPull", complaint, "ErrImageNeverPull", complaint)
        if why == "unavailable":
            complaint = f"image pull failed for {image} because the registry is unavailable."
            return await self._stay("RegistryUnavailable", complaint, "Failed",
                                    f'Failed to pull image "{image}": RegistryUnavailable')
        return await self._fail_to_pull(image, images.pull_error(image, why))

    async def _fail_to_pull(self, image, error):
        await self._event("Normal", "Pulling", f'Pulling image "{image}"', 4, self.life.begin)
        await self._event("Warning", "Failed", f'Failed to pull image "{image}": {error}', 4, self.life.begin)
        await self._event("Warning", "Failed", "Error: ErrImagePull", 4, self.life.begin)
        if self.play.text("now") == "error":
            return await self._stay("ErrImagePull", error)
        message = f'Back-off pulling image "{image}"'
        await self._event("Normal", "BackOff", message, 6, self.life.begin)
        await self._event("Warning", "Failed", "Error: ImagePullBackOff", 6, self.life.begin)
        return await self._stay("ImagePullBackOff", message)

    async def _stay(self, reason, message, event=None, event_message=None):
        """Waits for ever with this reason."""
        if event:
            await self._event("Warning", event, event_message, 3, self.life.begin)
            await self._event("Warning", "Failed", f"Error: {reason}", 3, self.life.begin)
        await self._show(status.waiting(reason, message), settled=True)
        await asyncio.Event().wait()

    # Configuration

    async def _configure(self):
        wanted = references.References(self.life.api, self.life.pod)
        while True:
            complaint = (self.play.text("message", "failed to prepare subPath for volumeMount "
                                        f'"{self._first_mount()}" of container "{self.name}"')
                         if self.play.verb == "config-error" else
                         await wanted.environment_complaint(self.spec)
                         or references.root_complaint(self.life.pod, self.spec, self.play))
            if not complaint:
                return
            await self._event("Warning", "Failed", f"Error: {complaint}")
            await self._show(status.waiting("CreateContainerConfigError", complaint), settled=True)
            await asyncio.sleep(RETRY)

    def _first_mount(self):
        return (self.spec.get("volumeMounts") or [{"name": "data"}])[0]["name"]

    # Running and ending

    async def _show(self, state, settled=False):
        self.state = state
        self.ran = self.ran or "waiting" not in state
        await self.life.publish()
        if settled:
            self.settle()

    async def _announce_start(self, count=1):
        if self.spec.get("imagePullPolicy") != "Always":
            message = f'Container image "{self.spec["image"]}" already present on machine'
            await self._event("Normal", "Pulled", message, count, self.life.begin)
        await self._event("Normal", "Created", f"Created container {self.name}", count, self.life.begin)
        await self._event("Normal", "Started", f"Started container {self.name}", count, self.life.begin)

    async def _start(self, since=None, ready=True):
        self.started, self.ready = True, ready and not self.is_init
        await self._show(status.running(since or self.life.moment()))

    async def _run(self):
        await self._announce_start()
        for kind in ("readiness", "liveness", "startup"):
            error = probes.unknown_port(self.spec.get(f"{kind}Probe") or {}, self.spec)
            if error:
                return await self._repeat_complaint(f"{kind.capitalize()} probe errored: {error}")
        await self._start()
        self.settle()
        await asyncio.Event().wait()

    async def _unready(self):
        await self._announce_start()
        await self._repeat_complaint(self._probe_complaint("Readiness"))

    def _probe_complaint(self, kind):
        return probes.complaint(kind, self.spec, self.life.address, self.play.text("by", "refused"))

    async def _repeat_complaint(self, message):
        past = int((clock.now() - self.life.begin).total_seconds()) // 10
        await self._event("Warning", "Unhealthy", message, max(past, 1), self.life.begin)
        await self._start(ready=False)
        self.settle()
        while True:
            await asyncio.sleep(10)
            await self._event("Warning", "Unhealthy", message)

    async def _unlive(self):
        restarts = self.play.number("restarts", 3)
        await self._announce_start(restarts + 1)
        kind = self.play.text("kind", "liveness")
        complaint = self._probe_complaint(kind.capitalize())
        await self._event("Warning", "Unhealthy", complaint, 3 * restarts + 1, self.life.begin)
        await self._event("Normal", "Killing", f"Container {self.name} failed {kind} probe, will be restarted",
                          restarts, self.life.begin)
        self._record_end(137, "Error", clock.ago(55), clock.ago(25))
        self.restarts, self.state = restarts, {}
        await self._start(clock.ago(24))
        self.settle()
        while True:
            await asyncio.sleep(10)
            await self._event("Warning", "Unhealthy", complaint)

    def _record_end(self, code, reason, begun, ended, message=None):
        self.state = status.terminated(self._identity(), code, reason, begun, ended, message)
        self.last, self.ran, self.ready, self.started = self.state, True, False, False

    def _last_words(self, code):
        """The termination message: what the container wrote, or else its log where the policy says so."""
        written = self.play.text("message")
        if written or not code or self.spec.get("terminationMessagePolicy") != "FallbackToLogsOnError":
            return written
        return logs.text(self.life.pod, self.name, previous=True)

    async def _exit(self):
        code = self.play.number("code", 0)
        begun = self.life.moment()
        await self._announce_start()
        await self._start(begun)
        await asyncio.sleep(self.play.seconds("after", 0.5))
        reason = self.play.text("reason", "Error" if code else "Completed")
        ended = clock.now() if self.life.age == 0 else clock.later(begun, 1)
        self.state = status.terminated(self._identity(), code, reason, begun, ended, self._last_words(code))
        self.ready, self.started = self.is_init and code == 0, False
        await self._show(self.state)
        if self._is_restarted(code):
            await self._loop(code, reason)
        self.settle()

    def _is_restarted(self, code):
        policy = self.life.pod["spec"]["restartPolicy"]
        if self.is_init and policy == "Always":
            policy = "OnFailure"
        return policy == "Always" or (policy == "OnFailure" and code != 0)

    async def _crash(self, code=None, reason="Error"):
        """The past of a crash loop in one step, then its future at the real pace."""
        code = self.play.number("code", 1) if code is None else code
        restarts, now = self.play.number("restarts", 5), self.play.text("now", "waiting")
        await self._announce_start(restarts + 1)
        await self._event("Warning", "BackOff", "Back-off restarting failed container", 3 * restarts + 1,
                          self.life.begin)
        self.restarts = restarts
        self._record_end(code, reason, clock.ago(4), clock.ago(3), self._last_words(code))
        if now == "terminated":
            self.last = status.terminated(status.container_id(self.life.pod, self.name, restarts - 1), code, reason,
                                          clock.ago(backoff(restarts) + 6), clock.ago(backoff(restarts) + 5))
            return await self._show(self.state, settled=True)
        if now == "running":
            await self._start(clock.ago(2))
            self.settle()
            return await asyncio.Event().wait()
        await self._loop(code, reason)

    async def _loop(self, code, reason, words=None):
        """Back-off, start, fail, for ever; it counts as settled from the first back-off on."""
        while True:
            self.last = self.state if "terminated" in self.state else self.last
            delay = backoff(max(self.restarts, 1))
            message = (f"back-off {clock.go_duration(delay)} restarting failed container={self.name} "
                       f"pod={references.title(self.life.pod)}")
            await self._event("Warning", "BackOff", "Back-off restarting failed container")
            await self._show(status.waiting("CrashLoopBackOff", message), settled=True)
            await asyncio.sleep(delay)
            self.restarts += 1
            begun = clock.now()
            await self._announce_start()
            await self._start(begun)
            await asyncio.sleep(1)
            self._record_end(code, reason, begun, clock.now(), words or self._last_words(code))

    async def _recovered(self):
        """Crashed a while ago, and has been well since."""
        since = clock.ago(self.play.seconds("since", 7200))
        await self._announce_start()
        self._record_end(self.play.number("code", 1), "Error", clock.later(since, -60), clock.later(since, -1))
        self.restarts = self.play.number("restarts", 1)
        await self._start(since)
        self.settle()
        await asyncio.Event().wait()

    async def _oom(self):
        await self._crash(137, "OOMKilled")

    async def _start_error(self):
        command = (self.spec.get("command") or ["serve"])[0]
        error = ("failed to create containerd task: OCI runtime create failed: container_linux.go:380: starting "
                 f'container process caused: exec: "{command}": executable file not found in $PATH: unknown')
        restarts = self.play.number("restarts", 4)
        await self._event("Normal", "Created", f"Created container {self.name}", restarts + 1, self.life.begin)
        await self._event("Warning", "Failed", f"Error: {error}", restarts + 1, self.life.begin)
        self._record_end(128, "StartError", clock.ago(4), clock.ago(4), error)
        self.restarts = restarts
        await self._loop(128, "StartError", error)

    VERBS = {"run": _run, "exit": _exit, "crash": _crash, "oom": _oom, "unready": _unready, "unlive": _unlive,
             "start-error": _start_error, "recovered": _recovered}
