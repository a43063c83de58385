#!/usr/bin/env python3
"""How fast aegis reads and starts, beside a peer in the same run.

usage: bench.py throughput [--aegis PATH] [--megabytes N]
       bench.py scaling    [--aegis PATH] [--workloads N] [--step SECONDS]
       bench.py startup    [--aegis PATH] [--runs N]
       bench.py lookup     [--pods N…]

throughput  a pod list as `kubectl get pods -A -o json` prints it (compact), piped in: MB/s and peak
            memory of `aegis scan -f -`, and of Foundation's JSONDecoder reading a few fields.
lookup      one key in the pod-health index of so many pods (1k, 100k and 1M), over a million random
            keys, from the key as text to the whole entry; and a search through the same pods.
scaling     proposals for so many workloads (10,000) with two weeks of usage from a file: seconds and peak.
startup     the median of `aegis --version` and of `curl --version`, which load the same libcurl.
"""
import argparse
import json
import math
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


def managed_fields(rnd):
    """What the server keeps of who set which field: a third of a real pod, and of no use here."""
    env = {f'k:{{"name":"SETTING_{i}"}}': {".": {}, "f:name": {}, "f:value": {}} for i in range(24)}
    return [{"manager": "kube-controller-manager", "operation": "Update", "apiVersion": "v1",
             "time": "2026-06-01T10:00:00Z", "fieldsType": "FieldsV1",
             "fieldsV1": {"f:metadata": {"f:labels": {".": {}, "f:app": {}, "f:tier": {}}},
                          "f:spec": {"f:containers": {'k:{"name":"app"}': {
                              "f:env": env, "f:image": {}, "f:ports": {}, "f:resources": {}}}}}},
            {"manager": "kubelet", "operation": "Update", "apiVersion": "v1",
             "time": "2026-06-01T10:01:00Z", "fieldsType": "FieldsV1", "subresource": "status",
             "fieldsV1": {"f:status": {f"f:{rnd.choice('abc')}{i}": {} for i in range(40)}}}]


def pod(rnd, app, i):
    name = f"svc-{app:05}"
    crashing = app % 40 == 0 and i < 3
    running = {"running": {"startedAt": "2026-06-01T10:00:30Z"}}
    state = {"waiting": {"reason": "CrashLoopBackOff"}} if crashing else running
    last = {"terminated": {"exitCode": 1, "reason": "Error",
                           "finishedAt": "2026-06-01T11:58:00Z"}} if crashing else {}
    status = {"name": "app", "ready": not crashing, "restartCount": 9 if crashing else 0,
              "state": state, "lastState": last, "image": f"registry.example.com/team/{name}:1",
              "imageID": "sha256:" + "%064x" % rnd.getrandbits(256),
              "containerID": "containerd://" + "%064x" % rnd.getrandbits(256), "started": True}
    return {
        "apiVersion": "v1", "kind": "Pod",
        "metadata": {
            "name": f"{name}-7d9f8b6c5d-{i:05x}", "namespace": f"team-{app % 97:02}",
            "uid": "%08x-0000-4000-8000-%012x" % (rnd.getrandbits(32), app * 10 + i),
            "resourceVersion": str(rnd.getrandbits(30)), "creationTimestamp": "2026-06-01T10:00:00Z",
            "labels": {"app": name, "pod-template-hash": "7d9f8b6c5d", "tier": "backend"},
            "annotations": {"prometheus.io/scrape": "true", "checksum/config": "ab" * 32},
            "ownerReferences": [{"apiVersion": "apps/v1", "kind": "ReplicaSet", "controller": True,
                                 "name": f"{name}-7d9f8b6c5d", "blockOwnerDeletion": True,
                                 "uid": "%08x-0000-4000-8000-000000000000" % app}],
            "managedFields": managed_fields(rnd)},
        "spec": {
            "nodeName": f"node-{rnd.randrange(300)}", "serviceAccountName": "default",
            "volumes": [{"name": "config", "configMap": {"name": f"{name}-config"}},
                        {"name": "token", "projected": {"sources": [
                            {"serviceAccountToken": {"path": "token"}}]}}],
            "containers": [{
                "name": "app", "image": f"registry.example.com/team/{name}:1",
                "ports": [{"name": "http", "containerPort": 8080, "protocol": "TCP"}],
                "env": [{"name": f"SETTING_{k}", "value": f"value {k} of {name}"} for k in range(24)]
                + [{"name": "DB", "valueFrom": {"secretKeyRef": {"name": "db", "key": "url"}}}],
                "resources": {"requests": {"cpu": "250m", "memory": "256Mi"},
                              "limits": {"memory": "512Mi"}},
                "livenessProbe": {"httpGet": {"path": "/live", "port": "http", "scheme": "HTTP"}},
                "readinessProbe": {"httpGet": {"path": "/ready", "port": "http", "scheme": "HTTP"}},
                "volumeMounts": [{"name": "config", "mountPath": "/etc/app"}]}],
            "tolerations": [{"key": "node.kubernetes.io/not-ready", "operator": "Exists",
                             "effect": "NoExecute", "tolerationSeconds": 300}]},
        "status": {
            "phase": "Running", "podIP": f"10.{app >> 8 & 255}.{app & 255}.{i}",
            "hostIP": "192.168.0.1", "startTime": "2026-06-01T10:00:01Z", "qosClass": "Burstable",
            "conditions": [{"type": kind, "status": str(not crashing or kind == "PodScheduled"),
                            "lastProbeTime": None, "lastTransitionTime": "2026-06-01T10:00:31Z"}
                           for kind in ("Initialized", "Ready", "ContainersReady", "PodScheduled")],
            "containerStatuses": [status]}}


def write_pods(path, size):
    rnd = random.Random(7)
    count = 0
    with open(path, "w") as out:
        out.write('{"apiVersion":"v1","items":[')
        app = 0
        while out.tell() < size:
            for i in range(10):
                out.write("," if count else "")
                json.dump(pod(rnd, app, i), out, separators=(",", ":"))
                count += 1
            app += 1
        out.write('],"kind":"List","metadata":{"resourceVersion":""}}\n')
    return count


def run(command, stdin=None):
    """Wall seconds and peak memory in MB of one run."""
    start = time.monotonic()
    with subprocess.Popen(command, stdin=stdin, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 3):
        sys.exit(f"{command} ended with {process.returncode}")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def best(command, path, runs):
    results = []
    for _ in range(runs):
        with open(path) as file:
            results.append(run(command, file))
    return min(r[0] for r in results), max(r[1] for r in results)


def throughput(options):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "pods.json")
        count = write_pods(path, options.megabytes * 1_000_000)
        size = os.path.getsize(path) / 1e6
        peer = os.path.join(folder, "peer")
        subprocess.run(["swiftc", "-O", "-o", peer, HERE / "JSONDecoderPeer.swift"], check=True)
        print(f"{count} pods, {size:.0f} MB")
        print(f"{'':24}{'s':>8}{'MB/s':>8}{'peak MB':>9}")
        rows = [("aegis scan -f -", [options.aegis, "scan", "-f", "-", "-o", "name"], 5),
                ("JSONDecoder", [peer], 1)]
        speeds = []
        for name, command, runs in rows:
            seconds, memory = best(command, path, runs)
            speeds.append(size / seconds)
            print(f"{name:24}{seconds:8.2f}{size / seconds:8.0f}{memory:9.0f}")
        print(f"aegis reads {speeds[0] / speeds[1]:.1f} times as fast; "
              f"its memory limit here is {0.03 * size + 60:.0f} MB")


def write_history(folder, count, step):
    """A cluster of Deployments with two replicas, and two weeks of usage of one pod of each."""
    rnd = random.Random(7)
    steps = 14 * 86400 // step
    day = [0.5 - 0.5 * math.cos((i * step / 3600 - 2) / 24 * 2 * math.pi) for i in range(steps)]
    cluster, usage = os.path.join(folder, "cluster.json"), os.path.join(folder, "usage.ndjson")
    with open(cluster, "w") as out:
        json.dump({"apiVersion": "apps/v1", "kind": "DeploymentList", "items": [{
            "metadata": {"name": f"svc-{i:05}", "namespace": f"team-{i % 97:02}"},
            "spec": {"replicas": 2, "template": {"metadata": {"labels": {"app": f"svc-{i:05}"}},
                     "spec": {"containers": [{"name": "app", "resources": {
                         "requests": {"cpu": "500m", "memory": "512Mi"},
                         "limits": {"memory": "512Mi"}}}]}}}} for i in range(count)]}, out)
    with open(usage, "w") as out:
        for i in range(count):
            head = ('{"apiVersion":"aegis.io/v1alpha1","kind":"UsageSeries",'
                    f'"namespace":"team-{i % 97:02}","workload":"deployment/svc-{i:05}",'
                    f'"container":"app","start":"2026-05-18T12:00:00Z","step":{step},"resource":')
            size, noise = rnd.uniform(0.05, 0.9), [rnd.uniform(0.9, 1.1) for _ in range(97)]
            cpu = ",".join(f"{size * (0.2 + x) * noise[k % 97]:.4f}" for k, x in enumerate(day))
            memory = ",".join(str(int(2e8 * (1 + 0.2 * x) * noise[k % 89])) for k, x in enumerate(day))
            out.write(f'{head}"cpu","values":[{cpu}]}}\n{head}"memory","values":[{memory}]}}\n')
    return cluster, usage


def scaling(options):
    with tempfile.TemporaryDirectory() as folder:
        cluster, usage = write_history(folder, options.workloads, options.step)
        size = os.path.getsize(usage) / 1e6
        command = [options.aegis, "scale-propose", "-f", cluster, "--usage-file", usage, "-o", "name",
                   "--now", "2026-06-01T12:00:00Z", "--no-state"]
        seconds, memory = min(run(command) for _ in range(3))
        print(f"{options.workloads} workloads, 14 days every {options.step} s, {size:.0f} MB: "
              f"{seconds:.2f} s, {memory:.0f} MB peak")


def startup(options):
    def median(command):
        return statistics.median(run(command)[0] for _ in range(options.runs)) * 1000
    aegis, curl = median([options.aegis, "--version"]), median(["curl", "--version"])
    print(f"aegis --version {aegis:.1f} ms, curl --version {curl:.1f} ms: {aegis / curl:.2f} times")


def lookup(options):
    subprocess.run(["swift", "build", "-c", "release", "--product", "IndexLookup"],
                   cwd=HERE.parents[1], stdout=subprocess.DEVNULL, check=True)
    done = subprocess.run([HERE.parents[1] / ".build/release/IndexLookup", *map(str, options.pods)],
                          stdout=subprocess.PIPE, text=True, check=True)
    rows = [[float(word) for word in line.split()] for line in done.stdout.splitlines()]
    print(f"{'pods':>10}{'build, ms':>12}{'look-up, ns':>14}{'search, ns':>14}{'search/look-up':>16}")
    for count, build, found, scan in rows:
        print(f"{count:10.0f}{build:12.1f}{found:14.0f}{scan:14.0f}{scan / found:16.0f}")
    first, last = rows[0], rows[-1]
    print(f"{last[0] / first[0]:.0f} times the pods: a look-up takes {last[2] / first[2]:.2f} times "
          f"as long, a search {last[3] / first[3]:.0f} times")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["lookup", "scaling", "startup", "throughput"])
    parser.add_argument("--aegis", default=str(HERE.parents[1] / ".build/release/aegis"))
    parser.add_argument("--megabytes", type=int, default=200)
    parser.add_argument("--workloads", type=int, default=10_000)
    parser.add_argument("--step", type=int, default=3600, help="seconds between samples")
    parser.add_argument("--runs", type=int, default=41)
    parser.add_argument("--pods", type=int, nargs="+", default=[1000, 100_000, 1_000_000])
    options = parser.parse_args()
    {"scaling": scaling, "throughput": throughput, "startup": startup, "lookup": lookup}[options.what](options)


main()
