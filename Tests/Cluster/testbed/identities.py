"""Who may speak to the cluster, and the kubeconfig each of them uses."""

import datetime
import json
import pathlib

from testbed import certificates

# name: the subject of the client certificate; rights are given below or by the group
CLIENTS = {
    "admin": "/O=system:masters/CN=admin",
    "viewer": "/CN=viewer",
    "nobody": "/CN=nobody",
    "controller-manager": "/CN=system:kube-controller-manager",
    "scheduler": "/CN=system:kube-scheduler",
    "kubelet": "/O=system:masters/CN=kubelet-stand-in",
}
# The kubeconfigs a test uses; `token` is made once the server can sign one.
FOR_TESTS = ("admin", "viewer", "nobody", "expired", "expiring", "token")
NAMESPACE = "team-a"


def issue_clients(pki: pathlib.Path):
    for name, subject in CLIENTS.items():
        certificates.issue(pki, name, subject)
    now, year = datetime.datetime.now(datetime.timezone.utc), datetime.timedelta(days=365)
    # A certificate that was issued for a few days only would be renewed as a matter of course.
    soon = now + datetime.timedelta(days=5)
    certificates.issue_between(pki, "expiring", CLIENTS["admin"], soon - year, soon)
    certificates.issue_between(pki, "expired", CLIENTS["admin"], now - 2 * year, now - year)


def write_kubeconfig(folder: pathlib.Path, name, server, user, namespace="default"):
    """JSON is YAML, and needs no library to write."""
    document = {
        "apiVersion": "v1", "kind": "Config", "current-context": name,
        "clusters": [{"name": "testbed", "cluster": {
            "server": server, "certificate-authority": str(folder / "pki" / "ca.crt")}}],
        "users": [{"name": name, "user": user}],
        "contexts": [{"name": name, "context": {"cluster": "testbed", "user": name, "namespace": namespace}}],
    }
    path = folder / f"{name}.kubeconfig"
    path.write_text(json.dumps(document, indent=2) + "\n")
    path.chmod(0o600)


def write_client_kubeconfigs(folder: pathlib.Path, server):
    for name in [*CLIENTS, "expired", "expiring"]:
        user = {"client-certificate": str(folder / "pki" / f"{name}.crt"),
                "client-key": str(folder / "pki" / f"{name}.key")}
        write_kubeconfig(folder, name, server, user, NAMESPACE if name == "viewer" else "default")


def objects():
    """Path and body of what gives `viewer` one namespace and `token` a look at everything."""
    rbac = "/apis/rbac.authorization.k8s.io/v1"
    role = {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole"}
    return [
        ("/api/v1/namespaces", {"metadata": {"name": NAMESPACE}}),
        *[(f"{rbac}/namespaces/{NAMESPACE}/rolebindings", {
            "metadata": {"name": f"viewer-{number}"}, "roleRef": {**role, "name": name},
            "subjects": [{"apiGroup": role["apiGroup"], "kind": "User", "name": "viewer"}]})
          # `view` is empty until a controller has summed it up from the second one.
          for number, name in enumerate(("view", "system:aggregate-to-view"))],
        ("/api/v1/namespaces/kube-system/serviceaccounts", {"metadata": {"name": "reader"}}),
        (f"{rbac}/clusterroles", {"metadata": {"name": "reader"}, "rules": [
            {"apiGroups": ["*"], "resources": ["*"], "verbs": ["get", "list", "watch"]}]}),
        (f"{rbac}/clusterrolebindings", {
            "metadata": {"name": "reader"}, "roleRef": {**role, "name": "reader"},
            "subjects": [{"kind": "ServiceAccount", "namespace": "kube-system", "name": "reader"}]}),
    ]


TOKEN_REQUEST = ("/api/v1/namespaces/kube-system/serviceaccounts/reader/token",
                 {"apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest",
                  "spec": {"expirationSeconds": 86400}})
