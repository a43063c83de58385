"""scale-propose on a real Prometheus with two weeks of nasty series, and on the cluster's metrics API.

What is expected is worked out here, from the series' own definition: no number comes from aegis.
"""

import contextlib
import json
import math
import random
import subprocess

import pytest

from prometheus import BIN, free_port, running
from series import DAY, Pod, openmetrics, quantile
from support import eventually

NOW = 1780315200  # 2026-06-01T12:00:00Z
START = NOW - 14 * DAY
MIB = 2**20


def hour(time):
    return time % DAY // 3600


def peaky(time):
    """Three hours a day at four times the rest."""
    return 0.9 if 9 <= hour(time) < 12 else 0.2


def spike(time):
    """One minute a day that no sample of five minutes would see."""
    return 420 if time % DAY == 10 * 3600 + 7 * 60 else 300


def working_week(time):
    """A shop's day, quieter at the weekend, with noise that is the same on every run."""
    noise = random.Random(time // 900).uniform(-0.03, 0.03)
    day = 0.5 - 0.5 * math.cos((hour(time) - 2) / 24 * 2 * math.pi)
    weekend = 0.5 if time // DAY % 7 in (2, 3) else 1
    return (0.1 + 0.8 * day * weekend) * (1 + noise)


def steady(value):
    return lambda time: value


def leak(time):
    return 300 + 900 * (time - START) / (NOW - START)


def pods():
    """By workload; the names are those that controllers give."""
    six = [START + i * 7 * 3600 + 13 * 60 for i in range(1, 48)]
    return {
        "peaky": [Pod("peaky-6c9d7f8b5-f2d6x", START, NOW, peaky, spike)],
        # Three roll-outs; each start burns a core and a half for ten minutes.
        "rolled": [
            Pod(name, START + begin * DAY, min(NOW, START + end * DAY),
                lambda time, begin=begin: 1.5 if time < START + begin * DAY + 600 else 0.3,
                steady(200 + begin))
            for name, begin, end in [("rolled-7f6d9c4b8-b2c4d", 0, 5), ("rolled-5d8c7f6b4-f5g6h", 5, 9),
                                     ("rolled-6c9d7f8b5-j7k8l", 9, 14)]],
        # Restarted every seven hours, and nothing scraped for two days and, once, for seven minutes.
        "gappy": [Pod("gappy-6c9d7f8b5-f2d6x", START, NOW, steady(0.25), steady(150), resets=six,
                      gaps=[(START + 4 * DAY, START + 6 * DAY), (NOW - 5000, NOW - 4580)])],
        "leaky": [Pod("leaky-6c9d7f8b5-f2d6x", START, NOW, steady(0.1), leak)],
        "front": [Pod(f"front-6c9d7f8b5-{ending}", START, NOW, working_week, steady(180))
                  for ending in ("b2c4d", "f5g6h", "j7k8l", "m9n2p")],
    }


REQUESTS = {"peaky": ("2", "1Gi"), "rolled": ("1", "512Mi"), "gappy": ("1", "512Mi"),
            "leaky": ("1", "2Gi"), "front": ("500m", "256Mi")}
REPLICAS = {"front": 4}


def manifests():
    items = [{
        "apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": name, "namespace": "shop"},
        "spec": {"replicas": REPLICAS.get(name, 1), "template": {"spec": {"containers": [
            {"name": "app", "resources": {"requests": {"cpu": cpu, "memory": memory}}}]}}}}
        for name, (cpu, memory) in REQUESTS.items()]
    return json.dumps({"apiVersion": "v1", "kind": "List", "items": items})


@contextlib.contextmanager
def history(folder, all_pods):
    """A Prometheus that has the series in its blocks and scrapes nothing."""
    data = folder / "tsdb"
    # promtool reads its input once for every two hours, so it gets a day at a time.
    for begin in range(START - START % DAY, NOW + 1, DAY):
        path = folder / "day.om"
        with path.open("w") as out:
            out.writelines(openmetrics("shop", all_pods, begin, begin + DAY))
        subprocess.run([BIN / "promtool", "tsdb", "create-blocks-from", "openmetrics", "-q", path, data], check=True,
                       capture_output=True)
    (folder / "prometheus.yml").write_text("{}")
    url = f"http://127.0.0.1:{free_port()}"
    with running("prometheus", "--config.file=prometheus.yml", f"--storage.tsdb.path={data}",
                 "--storage.tsdb.retention.time=20y", f"--web.listen-address={url[7:]}",
                 ready=f"{url}/-/ready", folder=folder):
        yield url


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("history")
    made = pods()
    (folder / "cluster.json").write_text(manifests())
    with history(folder, [pod for group in made.values() for pod in group]) as url:
        yield made, folder / "cluster.json", url


@pytest.fixture
def propose(aegis, world):
    _, dump, url = world

    def run(*arguments):
        return aegis("scale-propose", "-f", dump, "--prometheus", url, "--now", "2026-06-01T12:00:00Z",
                     *arguments)

    return run


def measured(group):
    """KRR's numbers: the highest 95th percentile of a pod in millicores, the highest memory and 15 % in MiB."""
    shares, most = [], 0
    for pod in group:
        values = list(pod.samples(START + 300, NOW))
        shares.append(quantile([cpu for cpu, _ in values if cpu is not None], 0.95))
        most = max(most, max(memory for _, memory in values if memory is not None))
    # A hair less, for what single precision makes of a round number.
    return math.ceil(max(shares) * 1000 - 1e-3), math.ceil(most * 1.15 / MIB - 1e-3)


def by_name(result):
    assert result.status == 0, result
    return {one["target"]["name"]: one for one in result.report["items"]}


def test_sizes_are_those_worked_out_from_the_series(propose, world):
    made, _, _ = world
    found = by_name(propose("-o", "json", "--change", "sizes"))
    for name in ("peaky", "rolled", "gappy"):
        cpu, memory = measured(made[name])
        container = found[name]["containers"][0]
        assert container["cpu"]["request"]["proposed"] == f"{cpu}m", (name, container)
        assert container["memory"]["request"]["proposed"] == f"{memory}Mi", (name, container)
        assert found[name]["state"] == "proposed" and found[name]["usage"]["source"] == "prometheus"
        assert found[name]["usage"]["confidence"] == "high"
    # The spike of one minute is in it: 420·1.15.
    assert found["peaky"]["containers"][0]["memory"]["request"]["proposed"] == "483Mi"
    # The pods of all roll-outs are the workload's.
    assert found["rolled"]["usage"]["pods"] == 3
    # Two days and a bit are missing. The last scrape is in the five minutes after now, too.
    samples = sum(memory is not None for _, memory in made["gappy"][0].samples(START + 300, NOW + 300))
    assert found["gappy"]["usage"]["samples"] == samples, found["gappy"]["usage"]


def test_a_leak_is_no_size(propose):
    found = by_name(propose("-o", "json", "deploy/leaky"))["leaky"]
    assert found["containers"][0]["memory"]["request"] == {"current": "2Gi", "proposed": "2Gi"}, found
    guards = [one for one in found["guards"] if one["name"] == "MemoryGrowth"]
    assert guards and guards[0]["effect"] == "held", found["guards"]


def test_replicas_carry_the_forecast_peak_and_the_backtest_is_printed(propose):
    """Weekdays peak at 4 · 0.9 cores, 3 % of noise on it: 3.6 to 3.71 cores, of 0.5 · 80 % each: 10 replicas."""
    result = propose("-o", "json", "deploy/front")
    found = by_name(result)["front"]
    assert found["replicas"]["proposed"] == 10, found["replicas"]
    forecast = found["forecast"]
    assert 3.5 <= forecast["peak"] <= 3.95, forecast
    assert forecast["backtestDays"] == 3 and 0 < forecast["error"] < 0.3 and 0 < forecast["baselineError"] < 0.3
    better = forecast["method"] == "holt-winters"
    assert better == (forecast["error"] < forecast["baselineError"]), forecast
    text = propose("deploy/front").out
    assert f"error {forecast['error']} cores against {forecast['baselineError']} of the baseline" in text, text


def test_replay_counts_the_minutes_that_are_short(propose, world):
    """Demand of each quarter against four replicas of 500m, and against those proposed."""
    made, _, _ = world
    series = [[cpu for cpu, _ in pod.samples(START + 300, NOW)] for pod in made["front"]]
    found = by_name(propose("-o", "json", "deploy/front"))["front"]
    for side, replicas in (("current", 4), ("proposed", found["replicas"]["proposed"])):
        minutes = 0
        for i in range(0, len(series[0]), 3):
            demand = sum(sum(one[i:i + 3]) / 3 for one in series)
            minutes += max(0, math.ceil(demand / 0.5 - 1e-4) - replicas) * 15
        assert abs(found["replay"][side]["replicaMinutesShort"] - minutes) <= 15, (side, minutes, found["replay"])


def test_the_same_history_gives_the_same_ids(propose):
    assert propose("-o", "name").out == propose("-o", "name").out


def test_a_header_and_a_credential_are_sent_and_not_told(aegis, world):
    _, dump, url = world
    result = aegis("scale-propose", "-f", dump, "--prometheus", url + "/nowhere", "--prometheus-header",
                   "X-Scope-OrgID: shop", AEGIS_PROMETHEUS_AUTHORIZATION="Bearer s3cr3t")
    assert result.status == 2 and "Prometheus" in result.err and "s3cr3t" not in result.err + result.out, result


def test_metrics_server_alone_gives_low_confidence(aegis, kubectl):
    """The cluster's own metrics API, played by the stand-in; nothing is proposed from a single sample."""
    kubectl(["create", "deployment", "scaled", "--image=registry.example.com/app:1", "--replicas=2"], check=False)
    try:
        kubectl(["patch", "deployment", "scaled", "-p", json.dumps({"spec": {"template": {
            "metadata": {"annotations": {"play.aegis.io/usage": "cpu=100m memory=64Mi"}},
            "spec": {"containers": [{"name": "app", "resources": {
                "requests": {"cpu": "200m", "memory": "128Mi"}}}]}}}})])

        def complaint():
            result = aegis("scale-propose", "deploy/scaled", "-n", kubectl.namespace, "--usage", "metrics-server",
                           "-o", "json")
            if result.status:
                return str(result)
            found = by_name(result).get("scaled")
            if found is None:
                return "nothing is proposed yet"
            names = [one["name"] for one in found["guards"]]
            right = found["usage"]["confidence"] == "low" and "MinimumSamples" in names
            return None if right else found

        eventually(complaint)
    finally:
        kubectl(["delete", "deployment", "scaled", "--wait=false"], check=False)
