"""Running programs, and waiting for a cluster to get somewhere."""

import datetime
import difflib
import json
import os
import pathlib
import re
import shlex
import ssl
import subprocess
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
REPOSITORY = ROOT.parent.parent
PATIENCE = 60
TRUSTED = ssl.create_default_context(cafile=os.environ.get("TESTBED_CA"))


def find_binary():
    """AEGIS names it; otherwise the last build. `none` checks the cluster's states alone."""
    given = os.environ.get("AEGIS")
    if given:
        return None if given == "none" else os.path.abspath(given)
    for kind in ("release", "debug"):
        path = REPOSITORY / ".build" / kind / "aegis"
        if path.exists():
            return str(path)
    raise FileNotFoundError("there is no aegis to test: build it, or set AEGIS to its path (none: states only)")


class Result:
    """What a run left: status, streams, and the report if there is one."""

    def __init__(self, command, done):
        self.command, self.status = shlex.join(map(str, command)), done.returncode
        self.out, self.err = done.stdout, done.stderr

    @property
    def report(self):
        try:
            return json.loads(self.out)
        except json.JSONDecodeError as error:
            raise AssertionError(f"stdout is no JSON document ({error})\n{self}") from None

    def incidents(self):
        return self.report.get("incidents") or []

    def coverage(self):
        return {one["resource"]: one["state"] for one in self.report.get("coverage") or []}

    def __str__(self):
        return f"$ {self.command}\nstatus {self.status}\n--- stdout\n{self.out[-6000:]}\n--- stderr\n{self.err[-3000:]}"


class Aegis:
    """Runs the binary with a home of its own, so that no setting or state of the user's has a say."""

    def __init__(self, binary, home, environment):
        self.binary, self.home = binary, home
        kept = {key: value for key, value in environment.items() if not key.startswith("AEGIS")}
        self.environment = {**kept, "HOME": str(home), "XDG_STATE_HOME": str(home / "state"),
                            "XDG_CONFIG_HOME": str(home / "config"), "NO_COLOR": "1"}

    def __call__(self, *arguments, kubeconfig=None, timeout=60, **environment):
        command = [self.binary, *map(str, arguments)]
        given = {**self.environment, **environment}
        if kubeconfig:
            given["KUBECONFIG"] = str(kubeconfig)
        done = subprocess.run(command, env=given, cwd=self.home, capture_output=True, text=True, errors="replace",
                              stdin=subprocess.DEVNULL, timeout=timeout)
        return Result(command, done)

    def scan(self, *arguments, **more):
        return self("scan", "-o", "json", *arguments, **more)


class Kubectl:
    """kubectl with a namespace that manifests may override."""

    def __init__(self, folder, namespace="default"):
        document = json.loads(pathlib.Path(os.environ["TESTBED_ADMIN"]).read_text())
        document["contexts"][0]["context"]["namespace"] = namespace
        self.namespace, self.path = namespace, folder / f"{namespace}.kubeconfig"
        self.path.write_text(json.dumps(document))

    def __call__(self, command, check=True):
        words = ["kubectl", "--kubeconfig", str(self.path),
                 *(command.split() if isinstance(command, str) else map(str, command))]
        done = subprocess.run(words, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120)
        if check and done.returncode:
            raise AssertionError(str(Result(words, done)))
        return done.stdout

    def items(self, *kinds):
        """Objects of the namespace. Asked of the server itself: a kubectl for each look costs minutes."""
        found = []
        for kind, group in kinds:
            url = f"{os.environ['TESTBED_SERVER']}/{group}/namespaces/{self.namespace}/{kind.lower()}s"
            request = urllib.request.Request(
                url, headers={"Authorization": f"Bearer {os.environ['TESTBED_ADMIN_BEARER']}"})
            with urllib.request.urlopen(request, context=TRUSTED, timeout=30) as answer:
                found += [{**one, "kind": kind} for one in json.load(answer)["items"]]
        return found


def eventually(check, patience=PATIENCE, pause=0.3):
    """Waits until `check` returns nothing to complain about; fails with its last complaint."""
    until = time.monotonic() + patience
    while complaint := check():
        if time.monotonic() > until:
            raise AssertionError(f"after {patience} s still: {complaint}")
        time.sleep(pause)


def moment(offset):
    """`+10m` from now, as --now takes it; a time passes as it is."""
    if not offset.startswith("+"):
        return offset
    amount = int(offset[1:-1]) * {"s": 1, "m": 60, "h": 3600}[offset[-1]]
    then = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=amount)
    return then.strftime("%Y-%m-%dT%H:%M:%SZ")


def is_among(value, wanted):
    """`wanted` is a value, a list of allowed ones, or * for any."""
    return wanted == "*" or value == wanted or (isinstance(wanted, list) and value in wanted)


def answers(incident, wanted):
    """Whether an incident is the expected one."""
    resource, expected = incident["resource"], wanted["resource"]
    text = json.dumps([incident["title"], incident["message"], incident["evidence"]], ensure_ascii=False)
    return (is_among(incident["category"], wanted["category"])
            and all(is_among(resource.get(key, ""), value) for key, value in expected.items())
            and is_among(incident["severity"], wanted.get("severity", "*"))
            and re.search(wanted.get("says", ""), text, re.IGNORECASE) is not None)


def difference(incidents, wanted):
    """None when exactly the wanted incidents are there; else a diff of both lists."""
    left = list(incidents)
    for one in wanted:
        found = next((incident for incident in left if answers(incident, one)), None)
        if found is None:
            break
        left.remove(found)
    else:
        if not left:
            return None
    expected = sorted(_line(one, one.get("severity", "*"), one.get("says")) for one in wanted)
    actual = sorted(_line(one, one["severity"], one["message"]) for one in incidents)
    return "\n".join(difflib.unified_diff(expected, actual, "expected", "named", lineterm="", n=0)) or "they differ"


def _line(incident, severity, text):
    resource = incident["resource"]
    name = f"{incident['category']} {severity} {resource['kind']} {resource['name']}"
    return f"{name}: {text}" if text else name
