#!/usr/bin/env python3
"""Presses Tab in bash, zsh and fish, with the completions of this repository, and asks for them as
kubectl asks its plugins.

usage: completions.py AEGIS
"""
import json
import os
import pathlib
import pty
import re
import select
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
# What is typed, and what Tab must make of it.
CASES = [
    ("aegis ana", "aegis analyze"),
    ("aegis manifests netw", "aegis manifests networkpolicy"),
    ("aegis scan --save-s", "aegis scan --save-snapshot"),
    ("aegis scan --disable OOM", "aegis scan --disable OOMKilled"),
    ("aegis explain OOM", "aegis explain OOMKilled"),
    ("aegis scan --fail-on cri", "aegis scan --fail-on critical"),
    ("aegis scan --context stag", "aegis scan --context staging"),
    ("aegis metrics --cluster west", "aegis metrics --cluster west-1"),
    # One namespace is a context's, the other had an incident.
    ("aegis scan -n check", "aegis scan -n checkout"),
    ("aegis scan -n paym", "aegis scan -n payments"),
    ("aegis analyze 7f", "aegis analyze 7f3a5e0000000001"),
    ("aegis manifests rbac --only paym", "aegis manifests rbac --only payments"),
    # Kinds, then names: of incidents, of proposals, of the demo.
    ("aegis analyze statef", "aegis analyze statefulset"),
    ("aegis analyze deploy/led", "aegis analyze deploy/ledger"),
    ("aegis analyze pod pay", "aegis analyze pod pay-0"),
    ("aegis scale-propose deployment/led", "aegis scale-propose deployment/ledger"),
    ("aegis scale-propose propose deploy/stor", "aegis scale-propose propose deploy/storefront"),
    ("aegis scale-propose --demo deploy/recom", "aegis scale-propose --demo deploy/recommend"),
    ("aegis scale-propose queue drop f874", "aegis scale-propose queue drop f87469b31c9d1000"),
    ("aegis shadow-test deploy/led", "aegis shadow-test deploy/ledger"),
    # What is run without a further word.
    ("aegis shadow-test --shadow-rep", "aegis shadow-test --shadow-replicas"),
    ("aegis shadow-test --runtime simu", "aegis shadow-test --runtime simulate"),
    ("aegis shadow-test deploy/web -n paym", "aegis shadow-test deploy/web -n payments"),
    ("aegis shadow-test g", "aegis shadow-test gc"),
    ("aegis scale-propose q", "aegis scale-propose queue"),
    ("aegis scale-propose queue --of-cl", "aegis scale-propose queue --of-cluster"),
    # What help does not show.
    ("aegis scan --certificate-auth", "aegis scan --certificate-authority"),
]
SHELLS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
SETUP = {
    "bash": f"source {ROOT}/completions/aegis.bash; bind 'set enable-bracketed-paste off'",
    "zsh": f"fpath=({ROOT}/completions $fpath); autoload -U compinit; compinit -u -D",
    "fish": f"source {ROOT}/completions/aegis.fish; set fish_autosuggestion_enabled 0",
}


class Shell:
    """An interactive shell on a terminal of its own."""

    def __init__(self, name, environment):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.execvpe(SHELLS[name][0], SHELLS[name], environment)
        self.type(f"{SETUP[name]}; echo is-'ready'\n")
        self.read_until("is-ready")

    def type(self, text):
        os.write(self.terminal, text.encode())

    def read_until(self, wanted, patience=10):
        """What the shell shows, with spaces in a row as one: each shell moves in its own way."""
        seen, end = "", time.monotonic() + patience
        while wanted not in seen and time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.1)[0]:
                shown = os.read(self.terminal, 65536).decode(errors="replace").replace("\b", "")
                seen = re.sub(" +", " ", seen + shown)
        return seen

    def completes(self, typed, wanted):
        """None, or what is seen instead."""
        self.type(typed + "\t")
        # Some print only what they add; a mark behind it shows where that ends.
        self.type("#")
        rest = wanted[len(typed):] + " #"
        seen = self.read_until(rest)
        # Takes the line away.
        self.type("\x15")
        return None if rest in seen else seen

    def close(self):
        self.type("\x15exit\n")
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


def kubectl(typed, wanted, environment):
    """None, or what the plugin offers instead."""
    words = typed.split(" ")[1:]
    done = subprocess.run([ROOT / "completions" / "kubectl_complete-aegis", *words], env=environment,
                          capture_output=True, text=True)
    return None if done.stdout.split("\n") == [wanted.split(" ")[-1], ":4", ""] else done.stdout + done.stderr


def home(folder, aegis):
    """A place with two contexts, and a scan's state of one of their clusters."""
    (folder / "bin").mkdir()
    for name in ("aegis", "kubectl-aegis"):
        (folder / "bin" / name).symlink_to(pathlib.Path(aegis).resolve())
    contexts = {"production": ("west-1", ""), "staging": ("east-1", "checkout")}
    (folder / "config").write_text(json.dumps({
        "apiVersion": "v1", "kind": "Config", "current-context": "production",
        "clusters": [{"name": name, "cluster": {"server": "https://127.0.0.1:9"}} for name in ("west-1", "east-1")],
        "contexts": [{"name": name, "context": {"cluster": cluster, "user": "me", "namespace": namespace}}
                     for name, (cluster, namespace) in contexts.items()],
        "users": [{"name": "me", "user": {}}]}))
    state = folder / "state" / "aegis" / "west-1"
    state.mkdir(parents=True)
    incident = {"id": "7f3a5e0000000001",
                "resource": {"apiVersion": "apps/v1", "kind": "Deployment", "namespace": "payments", "name": "ledger"},
                "affected": [{"apiVersion": "v1", "kind": "Pod", "namespace": "payments", "name": "pay-0"}]}
    proposal = {"id": "f87469b31c9d1000", "state": "proposed", "expiresAt": "2999-01-01T00:00:00Z",
                "target": {"apiVersion": "apps/v1", "kind": "Deployment", "namespace": "shop", "name": "storefront"}}
    (state / "proposals.json").write_text(json.dumps({"kind": "ScalingProposalList", "items": [proposal]}))
    (state / "incidents.json").write_text(json.dumps({"kind": "IncidentHistory", "incidents": [
        {"firstSeen": "2026-06-01T12:00:00Z", "lastSeen": "2026-06-01T12:00:00Z", "incident": incident}]}))
    return {"PATH": f"{folder / 'bin'}:/usr/local/bin:/usr/bin:/bin", "HOME": str(folder), "TERM": "dumb",
            "KUBECONFIG": str(folder / "config"), "XDG_STATE_HOME": str(folder / "state"), "LANG": "C.UTF-8",
            "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", "")}


def main():
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        environment = home(pathlib.Path(folder), sys.argv[1])
        for name in SHELLS:
            shell = Shell(name, environment)
            wrong += [(name, *case, seen) for case in CASES if (seen := shell.completes(*case)) is not None]
            shell.close()
        wrong += [("kubectl", *case, seen) for case in CASES if (seen := kubectl(*case, environment)) is not None]
    for name, typed, wanted, seen in wrong:
        print(f"{name}: {typed!r} and Tab make no {wanted!r}: {seen!r}", file=sys.stderr)
    print(f"{len(CASES)} completions in bash, zsh, fish and kubectl, {len(wrong)} wrong")
    return 1 if wrong else 0


sys.exit(main())
