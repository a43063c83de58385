"""A case: a folder with broken.yaml, fixed.yaml and expect.json; below mends/ without fixed.yaml.

expect.json
  incidents  what a scan must name, exactly: category, resource {kind, name}, and where given
             severity and a pattern found in title, message or evidence (`says`); a list means any of.
             `cause` is a pattern of the root cause that analyze gives for it, `fix` one of the title of a fix it
             offers and has not refuted: they name what is to be changed, and the repair changes that
  until      kubectl arguments and a pattern of their output: when the cluster is broken as meant
  healed     the same for the repaired cluster
  scan       the scope, instead of ["-n", the case's namespace]; such cases run one after another
  options    further arguments of the scan
  now        moves the clock of the scan, for what has to last a while ("+10m")
  then       kubectl commands after broken.yaml
  delete     what is deleted before fixed.yaml is applied, because it cannot be changed
  repair     kubectl commands after fixed.yaml
  mend       kubectl commands after the fix that analyze offers: how pods behave that are played; its presence
             says that there must be a verified fix. Incidents may then have a pattern of the `cause`
             that analyze must name, of a path that the cause `cites`, and of the `step` whose command
             is run, as a person would, where no patch can be tried
  clear      kubectl commands in the end, for what is in no namespace and the next tests would see
"""

import json
import re

from support import ROOT, Kubectl, eventually, moment

SETTLED = "play.aegis.io/state"
WITHOUT_NAMESPACE = ("Node", "StorageClass")
POD, JOB, REPLICA_SET = ("Pod", "api/v1"), ("Job", "apis/batch/v1"), ("ReplicaSet", "apis/apps/v1")
WORKLOADS = [(kind, "apis/apps/v1") for kind in ("Deployment", "StatefulSet", "DaemonSet")]


class Case:
    def __init__(self, folder):
        self.folder, self.name = folder, folder.name
        self.namespace = f"case-{folder.name}"
        self.expected = json.loads((folder / "expect.json").read_text())

    @property
    def has_cluster_scope(self):
        return "scan" in self.expected

    def scan_arguments(self):
        words = [*self.expected.get("scan", ["-n", self.namespace]), *self.expected.get("options", [])]
        return words + (["--now", moment(self.expected["now"])] if "now" in self.expected else [])

    def status(self):
        """1 when something is at or above the default of --fail-on."""
        severities = {one.get("severity") for one in self.expected["incidents"]}
        if severities & {"critical", "high"}:
            return {1}
        return {0, 1} if None in severities else {0}

    def is_seen_at(self, now):
        """Whether a scan of everything at this time names the same as the case's own."""
        return self.expected.get("now", now) == now and "options" not in self.expected

    def expected_anywhere(self):
        """What is expected, with its namespace."""
        for one in self.expected["incidents"]:
            place = {} if one["resource"]["kind"] in WITHOUT_NAMESPACE else {"namespace": self.namespace}
            yield {**one, "resource": {**one["resource"], **place}}

    # Steps

    def break_it(self, folder):
        self.kubectl = Kubectl(folder, self.namespace)
        make_namespace(self.kubectl, self.namespace)
        self._apply_broken()
        for command in self.expected.get("then", []):
            self._wait_for_first_pods()
            self.kubectl(command)

    def _apply_broken(self):
        """Once more where it fails: cases broken side by side may make the same IngressClass at the same moment."""
        command = ["apply", "-f", self.folder / "broken.yaml"]
        try:
            self.kubectl(command)
        except AssertionError:
            self.kubectl(command)

    def _wait_for_first_pods(self):
        """What is changed afterwards has to be there and well first."""
        eventually(lambda: settled(self.kubectl) or unhealed_replicas(self.kubectl))

    def wait_until_broken(self):
        eventually(lambda: self._mismatch("until") or settled(self.kubectl))

    def repair(self):
        for what in self.expected.get("delete", []):
            self.kubectl(f"delete {what} --ignore-not-found {'--grace-period=0' if '--force' in what else ''}")
        self.kubectl(["apply", "-f", self.folder / "fixed.yaml"])
        for command in self.expected.get("repair", []):
            self.kubectl(command)

    def wait_until_healed(self):
        eventually(lambda: self._mismatch("healed") or settled(self.kubectl) or unhealed(self.kubectl))

    def _mismatch(self, key):
        for command, pattern in self.expected.get(key, {}).items():
            output = self.kubectl(command, check=False)
            if not re.search(pattern, output):
                return f"`kubectl {command}` shows no {pattern!r}:\n{output[-1500:]}"
        return None

    def clear(self):
        """Takes away what it made but for the namespace, and returns when the last pod is gone."""
        for name in ("fixed.yaml", "broken.yaml"):
            self.kubectl(["delete", "-f", self.folder / name, "--ignore-not-found", "--wait=false"], check=False)
        eventually(lambda: bury(self.kubectl))

    def remove(self):
        self.kubectl(f"delete namespace {self.namespace} --wait=true --timeout=60s", check=False)


def bury(kubectl):
    """Ends pods that no kubelet will, because their node is gone; a cluster's own pod GC takes a minute.

    None once no pod is left, and no owner that would replace them.
    """
    left = kubectl.items(POD, REPLICA_SET, JOB)
    pods = [one["metadata"]["name"] for one in left if one["kind"] == "Pod"]
    if pods:
        kubectl(["delete", "pods", *pods, "--force", "--grace-period=0", "--ignore-not-found"], check=False)
    return "still there: " + ", ".join(one["metadata"]["name"] for one in left) if left else None


def all_cases():
    return [Case(folder) for folder in sorted((ROOT / "cases").iterdir(), key=lambda one: int(one.name.split("-")[0]))]


def mended_cases():
    """Those of all cases that analyze must mend, and those that are there for that alone. What touches the whole
    cluster is mended where it is scanned."""
    return [case for case in all_cases() if "mend" in case.expected and not case.has_cluster_scope] + [
        Case(folder) for folder in sorted((ROOT / "mends").iterdir())]


def make_namespace(kubectl, name):
    kubectl(f"create namespace {name}")

    def has_no_token():
        account = kubectl("get serviceaccount default -o json", check=False)
        return None if account and json.loads(account).get("secrets") else f"{name} has no default account yet"
    eventually(has_no_token)


def settled(kubectl):
    """None once controllers have caught up and every pod has played its part; else what has not."""
    for item in kubectl.items(*WORKLOADS, POD):
        meta, status = item["metadata"], item.get("status", {})
        name = f"{item['kind']} {meta['name']}"
        if item["kind"] != "Pod":
            if status.get("observedGeneration", 0) < meta["generation"]:
                return f"{name} is not observed yet"
        elif "deletionTimestamp" in meta:
            continue
        elif "nodeName" not in item["spec"]:
            if not any(one["type"] == "PodScheduled" for one in status.get("conditions", [])):
                return f"{name} has not been looked at by the scheduler"
        elif SETTLED not in meta.get("annotations", {}):
            return f"{name} is still being played"
    return None


def unhealed_replicas(kubectl):
    for item in kubectl.items(*WORKLOADS):
        spec, status = item["spec"], item.get("status", {})
        name = f"{item['kind']} {item['metadata']['name']}"
        if item["kind"] == "DaemonSet":
            wanted, numbers = status["desiredNumberScheduled"], ("numberReady", "updatedNumberScheduled")
        else:
            wanted, numbers = spec["replicas"], ("replicas", "readyReplicas", "updatedReplicas")
        if any(status.get(number, 0) != wanted for number in numbers):
            return f"{name} has not all of its {wanted} replicas: {status}"
    return None


def unhealed(kubectl):
    """None once every workload has what it wants and nothing is on its way out."""
    leaving = [pod["metadata"]["name"] for pod in kubectl.items(POD) if "deletionTimestamp" in pod["metadata"]]
    return f"still terminating: {', '.join(leaving)}" if leaving else unhealed_replicas(kubectl)
