"""Metrics that outlive a run, with the real promtool, Prometheus and Pushgateway."""

import json
import random
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from prometheus import get, lint, prometheus, pushgateway, query, served, values
from support import eventually

FOUND = 'aegis_runs_total{command="scan",status="found"}'


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state" / "aegis" / "demo"


def test_promtool_accepts_what_a_session_leaves(aegis):
    """Live and from the demo, complete and partial, failed and refused."""
    aegis.scan("-A")
    aegis.scan("-A", "--baseline", "state", "--level", "low")
    aegis.scan("-n", "no-such-namespace")
    aegis.scan("--demo")
    live = aegis("metrics", "--live")
    assert live.status == 0, live
    for printed in (live, aegis("metrics"), aegis("metrics", "--demo"), aegis("metrics", "--all-clusters")):
        assert printed.status == 0 and printed.err == "", printed
        assert lint(printed.out) == "", printed
        assert "aegis_runs_total{" in printed.out, printed
    assert 'status="failed"' in live.out and 'aegis_coverage_complete{command="metrics"} 1' in live.out


def test_a_failed_run_is_one_of_its_cluster(aegis):
    aegis.scan("--server", "http://127.0.0.1:9", "--request-timeout", "2s")
    printed = aegis("metrics")
    assert values(printed.out)['aegis_runs_total{command="scan",status="failed"}'] == 1, printed


def test_prometheus_scrapes_the_textfile(aegis, tmp_path):
    aegis.scan("--demo")
    folder = tmp_path / "textfile"
    folder.mkdir()
    done = aegis("metrics", "--demo", "--label", "cluster=demo", "--textfile", folder / "aegis.prom")
    assert done.status == 0 and done.out == "", done
    with served(folder) as target, prometheus(tmp_path, target) as url:
        eventually(lambda: None if query(url, "aegis_runs_total") else "nothing was scraped")
        assert query(url, "sum by (cluster) (aegis_incidents)") == [({"cluster": "demo"}, 16)]
        assert query(url, 'aegis_incidents_detected_total{resource_type="Node"}')[0][1] == 1
        assert query(url, "up{job='node'}")[0][1] == 1


def test_a_pushgateway_keeps_two_clusters_apart(aegis, tmp_path):
    def pushed(url):
        groups = json.loads(get(f"{url}/api/v1/metrics"))["data"]
        return {one["labels"]["cluster"]: one for one in groups}

    aegis.scan("--demo")
    aegis.scan("-A")
    with pushgateway(tmp_path) as url:
        push = ["metrics", "--push", url, "--grouping", "team=sre"]
        assert aegis(*push, "--demo").status == 0
        first = pushed(url)["demo"]
        assert first["labels"] == {"job": "aegis", "cluster": "demo", "team": "sre"}
        live = aegis(*push)
        assert live.status == 0, live
        both = pushed(url)
        assert len(both) == 2 and both["demo"] == first
        assert aegis(*push, "--grouping", "cluster=a/b").status == 0
        assert set(pushed(url)) == set(both) | {"a/b"}
    gone = aegis(*push, "--demo")
    assert gone.status == 2 and url.removeprefix("http://") in gone.err, gone


def test_two_hundred_runs_at_once_lose_no_count(aegis):
    with ThreadPoolExecutor(32) as pool:
        runs = list(pool.map(lambda _: aegis("scan", "--demo", "-o", "name"), range(200)))
    assert all(run.status == 1 and run.err == "" for run in runs)
    counted = values(aegis("metrics", "--demo").out)
    assert counted[FOUND] == 200
    detected = sum(value for name, value in counted.items() if name.startswith("aegis_incidents_detected_total"))
    assert detected == 200 * 16


def test_runs_killed_at_any_moment_neither_lower_nor_corrupt_a_counter(aegis, state):
    """Killed at 200 moments over a run's whole time, the last ones while it writes its state."""
    command = [aegis.binary, "scan", "--demo", "-o", "name", "--baseline", "state"]

    def start():
        return subprocess.Popen(command, env=aegis.environment, stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE)

    begun = time.monotonic()
    start().communicate()
    whole, counted, ended, said = time.monotonic() - begun, 1, 1, b""
    chance = random.Random(4)
    for _ in range(200):
        run = start()
        time.sleep(chance.uniform(0, whole * 1.2))
        run.kill()
        said += run.communicate()[1]
        ended += run.returncode != -signal.SIGKILL
        after = values(aegis("metrics", "--demo").out)[FOUND]
        # A run may be killed between its count and its end.
        assert counted <= after <= counted + 1
        counted = after
    assert said == b"" and counted >= ended
    assert 20 < ended < 200, f"{ended} runs came to their end; the moments were badly chosen"
    left = {path.name for path in state.iterdir()}
    # Where a file gets its name before it replaces the old one, a kill may leave the passing name.
    assert {name for name in left if not name.endswith(".new")} == {"lock", "metrics.json", "incidents.json"}


@pytest.mark.parametrize("name", ["metrics.json", "incidents.json"])
@pytest.mark.parametrize("damage", ["", "{", "\0" * 100, '{"kind":"Pod"}', '{"kind":"MetricState","families":3}'])
def test_a_corrupt_state_is_set_aside_with_one_warning(aegis, state, name, damage):
    scan = ["scan", "--demo", "--baseline", "state", "-o", "name"]
    aegis(*scan)
    (state / name).write_text(damage)
    run = aegis(*scan)
    assert run.status == 1 and run.err.count("\n") == 1, run
    assert "warning" in run.err and f"{name}.corrupt-1" in run.err, run
    assert (state / f"{name}.corrupt-1").read_text() == damage
    again = aegis(*scan)
    assert again.err == "", again
    counted = values(aegis("metrics", "--demo").out)
    assert counted[f'aegis_state_resets_total{{file="{name}"}}'] == 1


def test_what_cannot_be_read_is_not_replaced(aegis, state):
    aegis("scan", "--demo")
    (state / "metrics.json").rename(state / "kept")
    (state / "metrics.json").mkdir()
    run = aegis("scan", "--demo", "--state-dir", state.parent)
    assert run.status == 1 and "the run is not remembered" in run.err, run
    assert (state / "metrics.json").is_dir()


def test_incidents_come_and_go_in_the_state(aegis, tmp_path, state):
    def scan(*objects):
        items = [{"apiVersion": "aegis.io/v1alpha1", "kind": "SnapshotInfo", "cluster": "demo"}, *objects]
        dump = tmp_path / "dump.json"
        dump.write_text(json.dumps({"apiVersion": "v1", "kind": "List", "items": items}))
        return aegis.scan("-f", dump, "--baseline", "state")

    evicted = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p", "namespace": "a"},
               "status": {"phase": "Failed", "reason": "Evicted", "message": "low on memory"}}
    assert scan(evicted).incidents()[0].get("change") is None
    second = scan(evicted)
    assert [one["change"] for one in second.incidents()] == ["unchanged"]
    assert second.incidents()[0]["firstSeen"], second
    pod = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "q", "namespace": "b"}}
    assert [one["change"] for one in scan(pod).incidents()] == ["resolved"]
    assert scan(pod).incidents() == []
    assert [one["change"] for one in scan(evicted).incidents()] == ["new"]
    history = json.loads((state / "incidents.json").read_text())["incidents"]
    assert history[0]["returns"] == 1
    counted = values(aegis("metrics", "--demo").out)
    assert counted['aegis_incidents_opened_total{severity="medium"}'] == 2
    assert counted['aegis_incidents_resolved_total{severity="medium"}'] == 1
