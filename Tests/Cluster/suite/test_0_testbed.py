"""The testbed itself: nothing is left behind, however it ends."""

import os
import pathlib
import re
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from support import ROOT, eventually


def start(tmp_path):
    """A cluster around a command that leaves children of its own; returns it once they run."""
    script = "echo $TESTBED_DIR >$0; sleep 1000 & setsid sleep 1000 & sleep 1000"
    note = tmp_path / "folder"
    process = subprocess.Popen([ROOT / "cluster", "run", "--bare", "--", "bash", "-c", script, note],
                               env={**os.environ, "TMPDIR": str(tmp_path)})
    eventually(lambda: None if note.exists() and note.read_text() else "the cluster is not up")
    return process, note.read_text().strip()


def processes_of(folder):
    found = []
    for entry in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            seen = (entry / "environ").read_bytes() + (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if folder.encode() in seen and not re.match(r"\d+ \(.*\) Z", (entry / "stat").read_text()):
            found.append(entry.name)
    return found


SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGKILL]


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """A cluster for each signal; they start side by side."""
    with ThreadPoolExecutor() as pool:
        started = list(pool.map(start, [tmp_path_factory.mktemp(number.name) for number in SIGNALS]))
    return dict(zip(SIGNALS, started))


@pytest.mark.parametrize("number", SIGNALS, ids=[number.name for number in SIGNALS])
def test_a_signal_leaves_nothing_behind(running, number):
    process, folder = running[number]
    assert processes_of(folder), "the check finds nothing even while the cluster runs"
    process.send_signal(number)
    process.wait(20)
    eventually(lambda: processes_of(folder), patience=20)
    eventually(lambda: os.path.exists(folder) and f"{folder} is still there", patience=5)


def test_the_status_of_the_command_is_passed_on(tmp_path):
    done = subprocess.run([ROOT / "cluster", "run", "--bare", "--", "sh", "-c", "exit 7"],
                          env={**os.environ, "TMPDIR": str(tmp_path)}, timeout=60)
    assert done.returncode == 7
    assert not list(tmp_path.iterdir())


def test_start_and_stop(tmp_path):
    folder = tmp_path / "c"
    subprocess.run([ROOT / "cluster", "start", folder, "--nodes", "1"], check=True, timeout=60)
    try:
        nodes = subprocess.run(["kubectl", "--kubeconfig", folder / "admin.kubeconfig", "get", "nodes"],
                               capture_output=True, text=True, check=True).stdout
        assert re.search(r"node-0 +Ready", nodes), nodes
    finally:
        subprocess.run([ROOT / "cluster", "stop", folder], check=True, timeout=60)
    time.sleep(0.1)
    assert not folder.exists() and not processes_of(str(folder))
