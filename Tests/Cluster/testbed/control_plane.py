"""etcd, kube-apiserver, kube-controller-manager and kube-scheduler on free loopback ports."""

import http.client
import json
import os
import pathlib
import secrets
import socket
import ssl
import time

from testbed import certificates, identities, processes
from testbed.locations import BINARIES, HERE, PYTHON

AUDIT_POLICY = """apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [RequestReceived]
rules: [{level: Metadata}]
"""
PATIENCE = 60


def free_ports(count):
    """All are held at once, so that no two are the same."""
    held = [socket.socket() for _ in range(count)]
    for one in held:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


class ControlPlane:
    def __init__(self, folder: pathlib.Path, janitor: processes.Janitor, outlive=False):
        self.folder, self.janitor, self.outlive = folder, janitor, outlive
        self.pki, self.logs = folder / "pki", folder / "logs"
        self.etcd, self.peer, self.port, self.kubelet = free_ports(4)
        self.server = f"https://127.0.0.1:{self.port}"
        self.running = {}

    def start(self, bare=False, nodes=0):
        self.pki.mkdir()
        self.logs.mkdir()
        self._start_etcd()
        self._make_credentials()
        self._start_server()
        self._await("kube-apiserver", "/readyz")
        self._create_identities()
        if not bare:
            self._start_controllers()
        if nodes:
            self._start_kubelets(nodes)
        self._write_environment()
        self._write_processes()

    def _spawn(self, name, *arguments, environment=None):
        self.running[name] = processes.spawn(
            arguments, self.logs / f"{name}.log", self.janitor, environment, self.outlive)

    def _start_etcd(self):
        client, peer = f"http://127.0.0.1:{self.etcd}", f"http://127.0.0.1:{self.peer}"
        self._spawn("etcd", BINARIES / "etcd", "--data-dir", self.folder / "etcd", "--name", "testbed",
                    "--listen-client-urls", client, "--advertise-client-urls", client,
                    "--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer,
                    "--initial-cluster", f"testbed={peer}", "--quota-backend-bytes", 6 << 30,
                    "--logger", "zap", "--log-level", "warn")

    def _make_credentials(self):
        certificates.make_authority(self.pki)
        certificates.issue(self.pki, "server", "/CN=kube-apiserver", hosts=(
            "IP:127.0.0.1", "IP:10.96.0.1", "DNS:localhost", "DNS:kubernetes", "DNS:kubernetes.default.svc"))
        certificates.issue(self.pki, "front-proxy", "/CN=front-proxy")
        certificates.make_key_pair(self.pki, "service-account")
        identities.issue_clients(self.pki)
        identities.write_client_kubeconfigs(self.folder, self.server)
        self.admin_token = secrets.token_hex(16)
        (self.pki / "tokens.csv").write_text(f"{self.admin_token},token-admin,token-admin,system:masters\n")
        (self.folder / "audit-policy.yaml").write_text(AUDIT_POLICY)

    def _start_server(self):
        pki = self.pki
        self._spawn(
            "kube-apiserver", BINARIES / "kube-apiserver",
            "--etcd-servers", f"http://127.0.0.1:{self.etcd}",
            "--bind-address", "127.0.0.1", "--secure-port", self.port,
            # Endpoints may not hold a loopback address; this one is reserved for examples.
            "--advertise-address", "192.0.2.1",
            "--tls-cert-file", pki / "server.crt", "--tls-private-key-file", pki / "server.key",
            "--client-ca-file", pki / "ca.crt", "--token-auth-file", pki / "tokens.csv",
            "--service-account-key-file", pki / "service-account.pub",
            "--service-account-signing-key-file", pki / "service-account.key",
            "--service-account-issuer", "https://kubernetes.default.svc",
            "--authorization-mode", "Node,RBAC", "--service-cluster-ip-range", "10.96.0.0/16",
            "--allow-privileged", "--cert-dir", pki,
            "--audit-log-path", self.folder / "audit.log",
            "--audit-policy-file", self.folder / "audit-policy.yaml",
            # The aggregation layer, for the metrics API the stand-in serves.
            "--requestheader-client-ca-file", pki / "ca.crt", "--requestheader-allowed-names", "front-proxy",
            "--requestheader-username-headers", "X-Remote-User",
            "--requestheader-group-headers", "X-Remote-Group",
            "--requestheader-extra-headers-prefix", "X-Remote-Extra-",
            "--proxy-client-cert-file", pki / "front-proxy.crt",
            "--proxy-client-key-file", pki / "front-proxy.key",
            # Every node's logs come from the stand-in on loopback, whatever address the node shows.
            "--kubelet-preferred-address-types", "InternalDNS",
            "--kubelet-client-certificate", pki / "kubelet.crt", "--kubelet-client-key", pki / "kubelet.key")

    def _start_controllers(self):
        quick = ("--leader-elect=false", "--port=0", "--secure-port=0",
                 "--kube-api-qps", 400, "--kube-api-burst", 800)
        self._spawn(
            "kube-controller-manager", BINARIES / "kube-controller-manager", *quick,
            "--kubeconfig", self.folder / "controller-manager.kubeconfig",
            "--use-service-account-credentials=true",
            "--service-account-private-key-file", self.pki / "service-account.key",
            "--root-ca-file", self.pki / "ca.crt",
            # Short clocks, so that a lost node or a scaler shows within seconds.
            "--node-monitor-period", "2s", "--node-monitor-grace-period", "16s",
            "--horizontal-pod-autoscaler-sync-period", "2s",
            "--horizontal-pod-autoscaler-cpu-initialization-period", "1s",
            "--horizontal-pod-autoscaler-initial-readiness-delay", "1s",
            "--pvclaimbinder-sync-period", "2s", "--resource-quota-sync-period", "5s")
        self._spawn("kube-scheduler", BINARIES / "kube-scheduler", *quick,
                    "--kubeconfig", self.folder / "scheduler.kubeconfig")
        # Pods are refused until their namespace's account has its token.
        for namespace in ("default", identities.NAMESPACE):
            self._wait_until("kube-controller-manager", lambda: self._has_account(namespace))

    def _has_account(self, namespace):
        status, answer = self.request("GET", f"/api/v1/namespaces/{namespace}/serviceaccounts/default")
        return status == 200 and bool(json.loads(answer).get("secrets"))

    def _start_kubelets(self, nodes):
        self._spawn("kubelet", PYTHON, HERE / "kubelet.py",
                    "--kubeconfig", self.folder / "kubelet.kubeconfig", "--nodes", nodes,
                    "--port", self.kubelet, "--certificate", self.pki / "server.crt",
                    "--key", self.pki / "server.key", "--ready-file", self.folder / "kubelet.ready",
                    environment={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": "1"})
        self._wait_until("kubelet", lambda: (self.folder / "kubelet.ready").exists())

    def request(self, method, path, body=None):
        context = ssl.create_default_context(cafile=self.pki / "ca.crt")
        context.load_cert_chain(self.pki / "admin.crt", self.pki / "admin.key")
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, context=context, timeout=5)
        try:
            connection.request(method, path, json.dumps(body) if body else None,
                               {"Content-Type": "application/json", "User-Agent": "testbed"})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def _await(self, name, path):
        def answers():
            try:
                return self.request("GET", path)[0] == 200
            except OSError:
                return False
        self._wait_until(name, answers)

    def _wait_until(self, name, condition):
        until = time.monotonic() + PATIENCE
        while not condition():
            for other, process in self.running.items():
                if process.poll() is not None:
                    self._give_up(other, f"ended with status {process.returncode}")
            if time.monotonic() > until:
                self._give_up(name, f"was not ready within {PATIENCE} s")
            time.sleep(0.05)

    def _give_up(self, name, what):
        tail = (self.logs / f"{name}.log").read_text(errors="replace").splitlines()[-15:]
        processes.fail("\n  ".join([f"{name} {what}; the end of its log:", *tail]))

    def _create_identities(self):
        for path, body in identities.objects():
            status, answer = self.request("POST", path, body)
            if status not in (201, 409):
                processes.fail(f"creating {path} was answered {status}: {answer[:300].decode()}")
        _, answer = self.request("POST", *identities.TOKEN_REQUEST)
        token = json.loads(answer)["status"]["token"]
        identities.write_kubeconfig(self.folder, "token", self.server, {"token": token})

    def _write_environment(self):
        lines = [f"export {key}={value}" for key, value in self.environment().items()]
        (self.folder / "environment").write_text("\n".join(lines) + f"\nexport PATH={BINARIES}:$PATH\n")

    def environment(self):
        """The prefix is not AEGIS_, because aegis reads its own settings from there."""
        kubeconfigs = {f"TESTBED_{name.upper()}": str(self.folder / f"{name}.kubeconfig")
                       for name in identities.FOR_TESTS}
        return {
            "KUBECONFIG": str(self.folder / "admin.kubeconfig"), "TESTBED_DIR": str(self.folder),
            "TESTBED_SERVER": self.server, "TESTBED_CA": str(self.pki / "ca.crt"),
            "TESTBED_AUDIT_LOG": str(self.folder / "audit.log"), "TESTBED_PYTHON": str(PYTHON),
            "TESTBED_ADMIN_BEARER": self.admin_token, **kubeconfigs,
        }

    def _write_processes(self):
        """Read by `stop`; the start time guards against a pid that has a new owner by then."""
        known = [[process.pid, processes.started_at(process.pid)] for process in self.running.values()]
        (self.folder / "processes.json").write_text(json.dumps(known))
