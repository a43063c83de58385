"""Starting processes so that none of them can be left behind.

A janitor is forked before the first process starts. It holds one end of a pipe and learns every
process through it; when the pipe closes, for whatever reason (a normal end, a signal, a crash,
SIGKILL), it ends them and removes the folder. There is no other way of cleaning up, so the way
taken after a crash is the way taken every day.
"""

import ctypes
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

MARKER = ".aegis-testbed"
PR_SET_PDEATHSIG = 1


def kernel_facts(pid):
    """(state letter, start time) of a process: with the pid the time names one process for good."""
    try:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except (FileNotFoundError, ProcessLookupError):
        return None, None
    return fields[0], fields[19]


def started_at(pid):
    return kernel_facts(pid)[1]


def die_with_parent(number=signal.SIGKILL):
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, number)


def end(processes, grace=5.0):
    """Ends (pid, start time) pairs, the last started first: politely, then not."""
    alive = [(pid, start) for pid, start in reversed(processes) if started_at(pid) == start]
    for number, patience in ((signal.SIGTERM, grace), (signal.SIGKILL, 5.0)):
        for pid, _ in alive:
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                pass
        until = time.monotonic() + patience
        while alive and time.monotonic() < until:
            alive = [(pid, start) for pid, start in alive if is_running(pid, start)]
            time.sleep(0.02)


def is_running(pid, start):
    state, time_of_start = kernel_facts(pid)
    return time_of_start == start and state != "Z"


def carrying(variable):
    """Every process of ours with this environment entry: the command's own stray children."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        try:
            if variable.encode() in (entry / "environ").read_bytes().split(b"\0"):
                found.append((int(entry.name), started_at(entry.name)))
        except OSError:
            continue
    return found


def remove(folder: pathlib.Path):
    if (folder / MARKER).exists():
        shutil.rmtree(folder, ignore_errors=True)


class Janitor:
    """Knows what was started, and clears it away when told or when we are gone."""

    def __init__(self, folder: pathlib.Path, variable=None):
        reading, self.writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.writing)
            os.setsid()
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_IGN)
            self._wait_and_clear(reading, folder, variable)
        os.close(reading)

    def _wait_and_clear(self, reading, folder, variable):
        try:
            with os.fdopen(reading) as pipe:
                lines = pipe.read().split("\n")
            if "keep" not in lines:
                pairs = [line.split() for line in lines if line]
                end([(int(pid), start) for pid, start in pairs])
                if variable:
                    end(carrying(variable), grace=2.0)
                remove(folder)
        finally:
            os._exit(0)

    def watch(self, pid):
        os.write(self.writing, f"{pid} {started_at(pid)}\n".encode())

    def keep(self):
        """What was started shall outlive us."""
        os.write(self.writing, b"keep\n")
        self.close()

    def close(self):
        os.close(self.writing)
        os.waitpid(self.pid, 0)


def spawn(arguments, log: pathlib.Path, janitor: Janitor, environment=None, outlive=False):
    """A process of a session of its own, so a terminal's Ctrl-C does not reach it before us."""
    with open(log, "ab") as output:
        process = subprocess.Popen(
            list(map(str, arguments)), stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            env=environment, start_new_session=True, preexec_fn=None if outlive else die_with_parent)
    janitor.watch(process.pid)
    return process


def fail(message):
    sys.exit(f"cluster: {message}")
