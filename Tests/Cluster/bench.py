#!/usr/bin/env python3
"""Measures a scan beside what fetching the same lists costs other clients, in one run.

usage: cluster run --bare -- $TESTBED_PYTHON bench.py --pods 20000 --aegis .build/release/aegis

Fills the cluster first, unless it is filled. Every line is a process of its own: wall and user CPU
time and the peak of its resident memory, as the kernel counts them; the best of three where a run
takes less than ten seconds.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from fleet import truth as comparison  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
PATHS = ("/api/v1/pods", "/apis/apps/v1/deployments", "/api/v1/services", "/api/v1/nodes", "/api/v1/events")
KINDS = "pods,deployments,services,nodes,events"
PROTOBUF = "application/vnd.kubernetes.protobuf"
SHORT, REPEATS = 10, 3


def measure(command, output=os.devnull):
    """(wall seconds, user seconds, peak MB, exit status) of one run."""
    with open(output, "wb") as file:
        begun = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=file)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    return wall, usage.ru_utime, usage.ru_maxrss / 1024, process.returncode


def best_of(command, output=os.devnull):
    runs = [measure(command, output)]
    while runs[-1][0] < SHORT and len(runs) < REPEATS:
        runs.append(measure(command, output))
    return min(runs)


def curl(accept):
    common = ["curl", "-sS", "--fail", "--cacert", os.environ["TESTBED_CA"], "-H", f"Accept: {accept}",
              "-H", f"Authorization: Bearer {os.environ['TESTBED_ADMIN_BEARER']}"]
    # The server indents for curl unless it is told not to.
    urls = [f"{os.environ['TESTBED_SERVER']}{path}?pretty=false" for path in PATHS]
    return [*common, *[word for url in urls for word in ("-o", os.devnull, url)]]


def commands(aegis):
    yield "curl, protobuf", curl(PROTOBUF)
    yield "curl, JSON", curl("application/json")
    yield "kubectl get", ["kubectl", "get", KINDS, "-A"]
    yield "kubectl get -o json", ["kubectl", "get", KINDS, "-A", "-o", "json"]
    if aegis:
        yield "aegis scan", [aegis, "scan", "-A", "-o", "json"]


def fill(pods, notes: pathlib.Path):
    """What is broken, from the loader or from an earlier run on the same cluster."""
    if not notes.exists():
        begun = time.monotonic()
        done = subprocess.run([sys.executable, HERE / "load.py", "--pods", str(pods)], stdout=subprocess.PIPE,
                              check=True)
        notes.write_bytes(done.stdout)
        print(f"filled in {time.monotonic() - begun:.0f} s", flush=True)
    return json.loads(notes.read_text())


def judge(output, truth):
    missed, extra = comparison.compare(json.loads(pathlib.Path(output).read_text()), truth)
    print(f"\nbroken workloads: {len(truth['broken'])}, missed: {len(missed)}, named without cause: {len(extra)}")
    for text in missed:
        print(f"  missed  {text}")
    for text in extra[:20]:
        print(f"  extra   {text}")
    return not missed and not extra


def main(arguments):
    truth = fill(arguments.pods, pathlib.Path(os.environ["TESTBED_DIR"]) / "fleet.json")
    print(f"{truth['pods']} pods, {truth['workloads']} deployments, {truth['nodes']} nodes\n")
    print(f"{'':22}{'wall s':>9}{'user s':>9}{'peak MB':>9}  status", flush=True)
    right = True
    with tempfile.TemporaryDirectory() as folder:
        for name, command in commands(arguments.aegis):
            if arguments.only_aegis and command[0] != arguments.aegis:
                continue
            output = os.path.join(folder, "output") if command[0] == arguments.aegis else os.devnull
            wall, user, peak, status = best_of(command, output)
            print(f"{name:22}{wall:9.2f}{user:9.2f}{peak:9.0f}  {status}", flush=True)
            if command[0] == arguments.aegis:
                right = judge(output, truth)
    return 0 if right else 1


parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--pods", type=int, default=20000)
parser.add_argument("--aegis", help="path of the binary; left out when not given")
parser.add_argument("--only-aegis", action="store_true", help="measure nothing else")
sys.exit(main(parser.parse_args()))
