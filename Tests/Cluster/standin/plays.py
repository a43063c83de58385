"""The annotations that say what shall become of a pod or a node.

On a pod (through a workload's pod template):
  play.aegis.io/container.NAME: VERB [KEY=VALUE...]   one container, regular or init
  play.aegis.io/containers:     VERB [KEY=VALUE...]   every regular container
  play.aegis.io/pod:            VERB [KEY=VALUE...]   the pod as a whole
  play.aegis.io/age:            DURATION              back-dates everything the kubelet writes
  play.aegis.io/usage:          cpu=100m memory=64Mi  what the metrics API says per container
  play.aegis.io/logs.NAME, play.aegis.io/previous-logs.NAME: TEXT
On a node:
  play.aegis.io/node:           VERB

Container verbs
  run                                  running and ready (the default; `exit` below a Job)
  exit code=N after=DURATION           ends; the restart policy decides what follows
  crash code=N restarts=N now=waiting|running|terminated
  oom restarts=N now=...               the same with exit code 137 and OOMKilled
  image WHY now=backoff|error          the pull fails; WHY is a key of images.REASONS
  recovered restarts=N since=DURATION  crashed long ago, well since
  start-error                          the command does not exist in the image
  config-error message=TEXT            the container cannot be configured
  unready by=status|refused|timeout    running, its readiness probe fails
  unlive restarts=N by=... kind=startup  killed again and again by its liveness (or startup) probe
  root-image, named-user-image         what the image's user is, for runAsNonRoot
Pod verbs
  evicted resource=memory times=N      evicts the first N pods of the owner (default 1); message=TEXT: in other words
  creating                             stays in ContainerCreating without a word
  sandbox-error                        the network plugin fails
  attach-error                         its claims' volumes hang on another node
  ignores-deletion                     is never reported as gone
Node verbs
  not-ready, lost, memory-pressure, disk-pressure, pid-pressure, network-unavailable
"""

import shlex

from standin import clock

PREFIX = "play.aegis.io/"


class Play:
    def __init__(self, verb, words, values):
        self.verb, self.words, self.values = verb, words, values

    @classmethod
    def parse(cls, text):
        verb, *rest = shlex.split(text)
        values = dict(word.split("=", 1) for word in rest if "=" in word)
        return cls(verb, [word for word in rest if "=" not in word], values)

    def text(self, key, default=""):
        return self.values.get(key, default)

    def number(self, key, default):
        return int(self.values.get(key, default))

    def seconds(self, key, default):
        return clock.seconds(self.values.get(key, str(default)))


def annotation(item, name, default=None):
    return (item["metadata"].get("annotations") or {}).get(PREFIX + name, default)


def of_container(pod, name, is_init=False):
    text = annotation(pod, f"container.{name}")
    if text is None and not is_init:
        text = annotation(pod, "containers")
    if text:
        return Play.parse(text)
    ends = is_init or any(owner["kind"] == "Job" for owner in pod["metadata"].get("ownerReferences", []))
    return Play("exit", [], {"code": "0", "after": "500ms"}) if ends else Play("run", [], {})


def of_pod(pod):
    return Play.parse(annotation(pod, "pod", "run"))


def of_node(node):
    return Play.parse(annotation(node, "node", "ready"))


def age(pod):
    return clock.seconds(annotation(pod, "age", "0"))
