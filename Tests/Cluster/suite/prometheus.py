"""Real Prometheus programs on free loopback ports, and what they answer."""

import contextlib
import http.server
import json
import os
import pathlib
import socket
import subprocess
import threading
import urllib.parse
import urllib.request

from support import eventually

CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
BIN = CACHE / "aegis-testbed" / "prometheus" / "usr" / "bin"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def get(url):
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read().decode()


@contextlib.contextmanager
def running(program, *arguments, ready, folder):
    """A program for the time of a test, once it says that it is ready."""
    log = folder / f"{program}.log"
    with log.open("w") as out:
        process = subprocess.Popen([BIN / program, *arguments], stdout=out, stderr=out, cwd=folder)

    def complaint():
        assert process.poll() is None, log.read_text()
        try:
            get(ready)
        except OSError as error:
            return f"{program} is not ready: {error}"

    try:
        eventually(complaint)
        yield
    finally:
        process.terminate()
        process.wait(30)


@contextlib.contextmanager
def pushgateway(folder):
    url = f"http://127.0.0.1:{free_port()}"
    # Debian's build would keep what is pushed in /var/lib.
    with running("prometheus-pushgateway", f"--web.listen-address={url[7:]}", "--persistence.file=pushed",
                 ready=f"{url}/-/ready", folder=folder):
        yield url


@contextlib.contextmanager
def prometheus(folder, target):
    """A Prometheus that scrapes `target` every second."""
    url = f"http://127.0.0.1:{free_port()}"
    (folder / "prometheus.yml").write_text(json.dumps({
        "global": {"scrape_interval": "1s"},
        "scrape_configs": [{"job_name": "node", "metrics_path": "/aegis.prom",
                            "static_configs": [{"targets": [target]}]}]}))
    with running("prometheus", "--config.file=prometheus.yml", f"--storage.tsdb.path={folder / 'tsdb'}",
                 f"--web.listen-address={url[7:]}", ready=f"{url}/-/ready", folder=folder):
        yield url


def query(url, expression):
    """The samples of an instant query: labels and value."""
    answer = json.loads(get(f"{url}/api/v1/query?query={urllib.parse.quote(expression)}"))
    return [(one["metric"], float(one["value"][1])) for one in answer["data"]["result"]]


@contextlib.contextmanager
def served(folder):
    """A folder behind HTTP on loopback, as node_exporter gives what lies in its own."""
    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments):
            super().__init__(*arguments, directory=str(folder))

        def guess_type(self, path):
            return "text/plain; version=0.0.4"

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def lint(text):
    """What promtool says against an exposition; empty if nothing."""
    done = subprocess.run([BIN / "promtool", "check", "metrics"], input=text, capture_output=True, text=True)
    return f"status {done.returncode}: {done.stdout}{done.stderr}" if done.returncode else ""


def values(text):
    """Every sample of an exposition by its name and labels."""
    pairs = (line.rpartition(" ") for line in text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, _, value in pairs}
