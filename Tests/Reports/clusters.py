"""Clusters played by a loopback server each, with pods and nothing else, and a kubeconfig of them."""
import http.server
import json
import pathlib
import threading

import dumps

# What a context may be called is nobody's to say.
NAMES = ["production", dumps.HOSTILE, "gone"]


def answer(path, pods):
    if path == "/api":
        return {"kind": "APIVersions", "versions": ["v1"]}
    if path == "/apis":
        return {"kind": "APIGroupList", "groups": []}
    if path == "/api/v1":
        return {"kind": "APIResourceList", "groupVersion": "v1", "resources": [
            {"name": f"{kind.lower()}s", "kind": kind, "namespaced": True, "verbs": ["list"]}
            for kind in ("Pod", "Namespace")]}
    lists = {"/api/v1/pods": ("PodList", pods), "/api/v1/namespaces": ("NamespaceList", [])}
    if path not in lists:
        return None
    kind, items = lists[path]
    return {"kind": kind, "apiVersion": "v1", "metadata": {}, "items": items}


class Clusters:
    """`arguments` scan all of them: two with the same broken pods, and one that is not there."""

    def __init__(self, folder):
        pods = [dumps.pod("shop", f"web-{i}", state) for i, state in enumerate(dumps.KINDS)]
        self.servers = [self.serve(pods) for _ in NAMES[:2]]
        ports = [server.server_port for server in self.servers] + [1]
        path = pathlib.Path(folder) / "clusters.kubeconfig"
        path.write_text(json.dumps({
            "apiVersion": "v1", "kind": "Config", "users": [{"name": "me", "user": {}}],
            "clusters": [{"name": name, "cluster": {"server": f"http://127.0.0.1:{port}"}}
                         for name, port in zip(NAMES, ports)],
            "contexts": [{"name": name, "context": {"cluster": name, "user": "me"}} for name in NAMES]}))
        self.arguments = ["--all-contexts", "--kubeconfig", str(path), "--now", "2026-06-01T12:00:00Z"]

    def serve(self, pods):
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                found = answer(self.path.split("?")[0], pods)
                body = json.dumps(found or {"kind": "Status", "code": 404}).encode()
                self.send_response(200 if found else 404)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server

    def stop(self):
        for server in self.servers:
            server.shutdown()
            server.server_close()
