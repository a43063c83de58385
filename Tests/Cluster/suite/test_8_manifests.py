"""The manifests on a real API server: accepted, and with exactly the rights that are needed."""

import json
import os
import pathlib
import urllib.request

import pytest

from case import make_namespace
from support import ROOT, TRUSTED, Aegis, Kubectl, eventually

NAMESPACE, SCANNED, TESTED = "aegis-manifests", "aegis-scanned", "aegis-tested"
# This API server is of 1.20.
PRINTED = [
    ["rbac", "--for", "scan,metrics"],
    ["rbac", "--only", SCANNED],
    ["rbac", "--only", SCANNED, "--only", NAMESPACE, "--no-cluster-role"],
    ["cronjob", "--image", "registry.example/aegis:1.0", "--kubernetes-version", "1.20"],
    ["cronjob", "--image", "aegis", "--for", "metrics", "--schedule", "@hourly", "--state-claim", "state",
     "--deadline", "90s", "--kubernetes-version", "v1.20.2", "--", "--push", "http://gateway:9091"],
    ["rbac", "--for", "shadow-test,shadow-test-gc", "--only", SCANNED],
    ["cronjob", "--image", "aegis", "--for", "shadow-test-gc", "--kubernetes-version", "1.20"],
    ["networkpolicy"],
    ["networkpolicy", "--api-server", "10.0.0.1:6443", "--egress", "monitoring:9091", "--egress", "[fd00::/8]:443"],
    ["crd"],
]


@pytest.fixture(scope="module")
def spaces(folder):
    kubectl = Kubectl(folder, NAMESPACE)
    for name in (NAMESPACE, SCANNED):
        make_namespace(Kubectl(folder, name), name)
    return kubectl


def printed(aegis, *arguments):
    words = [*arguments[:1], "-o", "json", *arguments[1:]]
    if arguments[0] != "crd":
        words[1:1] = ["-n", NAMESPACE]
    result = aegis("manifests", *words)
    assert result.status == 0 and result.err == "", result
    return result.report


def apply(kubectl, folder, document, *options):
    path = folder / "manifest.json"
    path.write_text(json.dumps(document))
    return kubectl(["apply", "-f", path, *options])


@pytest.mark.parametrize("arguments", PRINTED, ids=" ".join)
def test_the_server_accepts_every_manifest(aegis, spaces, folder, tmp_path, arguments):
    said = apply(spaces, folder, printed(aegis, *arguments), "--dry-run=server")
    assert "(server dry run)" in said, said
    words = arguments[:1] + ([] if arguments[0] == "crd" else ["-n", NAMESPACE]) + arguments[1:]
    path = tmp_path / "manifest.yaml"
    path.write_text(aegis("manifests", *words).out)
    assert spaces(["apply", "-f", path, "--dry-run=server"]) == said, "YAML and JSON differ"


# Exactly these rights


class Identity:
    """A ServiceAccount with what `manifests rbac` gives it."""

    def __init__(self, aegis, kubectl, folder, name, *arguments):
        self.kubectl, self.folder, self.name, self.arguments = kubectl, folder, name, arguments
        self.manifests = printed(aegis, "rbac", "--name", name, *arguments)
        apply(kubectl, folder, self.manifests)
        self.kubeconfig = folder / f"{name}.kubeconfig"
        document = json.loads(pathlib.Path(os.environ["TESTBED_ADMIN"]).read_text())
        document["users"][0]["user"] = {"token": self._token()}
        self.kubeconfig.write_text(json.dumps(document))

    def _token(self):
        request = self.folder / "token-request.json"
        request.write_text(json.dumps({"apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest",
                                       "spec": {"expirationSeconds": 3600}}))
        place = f"/api/v1/namespaces/{NAMESPACE}/serviceaccounts/{self.name}/token"
        return json.loads(self.kubectl(["create", "--raw", place, "-f", request]))["status"]["token"]

    def roles(self):
        return [one for one in self.manifests["items"] if one["kind"] in ("Role", "ClusterRole")]

    def rights(self):
        """Role, API group and resource of every single right."""
        return [(role, rule["apiGroups"][0], resource) for role in self.roles()
                for rule in role["rules"] for resource in rule["resources"]]

    def without(self, role, group, resource):
        rules = [{**rule, "resources": [one for one in rule["resources"]
                                        if (rule["apiGroups"][0], one) != (group, resource)]}
                 for rule in role["rules"]]
        self.replace({**role, "rules": [rule for rule in rules if rule["resources"]]})

    def replace(self, role):
        """Asked of the server itself: a kubectl for each right costs a minute."""
        metadata = role["metadata"]
        place = f"/namespaces/{metadata['namespace']}" if "namespace" in metadata else ""
        url = f"{os.environ['TESTBED_SERVER']}/apis/{role['apiVersion']}{place}/{role['kind'].lower()}s/{self.name}"
        headers = {"Authorization": f"Bearer {os.environ['TESTBED_ADMIN_BEARER']}", "Content-Type": "application/json"}
        request = urllib.request.Request(url, json.dumps(role).encode(), headers, method="PUT")
        urllib.request.urlopen(request, context=TRUSTED, timeout=30).close()

    def check(self, aegis):
        return aegis("manifests", "rbac", *self.arguments, "--check", kubeconfig=self.kubeconfig)


@pytest.fixture(scope="module")
def identify(binary, spaces, folder, tmp_path_factory):
    aegis = Aegis(binary, tmp_path_factory.mktemp("home"), os.environ)
    return lambda name, *arguments: Identity(aegis, spaces, folder, name, *arguments)


@pytest.fixture(scope="module")
def whole(identify):
    return identify("whole", "--for", "scan,metrics,analyze")


@pytest.fixture(scope="module")
def single(identify):
    return identify("single", "--only", SCANNED)


@pytest.fixture(scope="module")
def looker(identify):
    return identify("looker", "--for", "index")


def gaps(result):
    return sorted(name for name, state in result.coverage().items() if state not in ("complete", "absent"))


COMPLETE = [["scan", "-o", "json", "--fail-on", "never"], ["scan", "-o", "json", "--fail-on", "never", "-n", SCANNED],
            ["analyze", "-o", "json", "--fail-on", "never"], ["metrics", "--live"]]


@pytest.mark.parametrize("command", COMPLETE, ids=" ".join)
def test_with_these_rights_a_run_is_complete(aegis, whole, command):
    result = aegis(*command, kubeconfig=whole.kubeconfig)
    assert result.status == 0 and result.err == "", result
    if command[0] != "metrics":
        assert gaps(result) == [], result


def test_with_its_own_rights_a_look_up_is_complete(aegis, looker):
    result = aegis("index", "dump", "-o", "json", kubeconfig=looker.kubeconfig)
    assert result.status == 0 and result.err == "" and gaps(result) == [], result


def test_with_rights_in_one_namespace_a_scan_of_it_is_complete(aegis, single):
    result = aegis.scan("--fail-on", "never", "-n", SCANNED, kubeconfig=single.kubeconfig)
    assert result.status == 0 and gaps(result) == [], result
    everywhere = aegis.scan("--fail-on", "never", kubeconfig=single.kubeconfig)
    assert everywhere.status == 3 and "pods" in gaps(everywhere), everywhere


def test_the_check_finds_nothing_missing(aegis, whole, single, looker):
    for identity in (whole, single, looker):
        result = identity.check(aegis)
        assert result.status == 0 and result.out.startswith("nothing is missing for "), result


def test_what_a_namespace_gives_is_not_taken_for_the_whole_cluster(aegis, single):
    result = aegis("manifests", "rbac", "--check", kubeconfig=single.kubeconfig)
    assert result.status == 1, result
    assert "pods " in result.out and "(all)" in result.out and "nodes" not in result.out, result


def lacks(aegis, identity, command, resource, group):
    """None once the run and the check name this resource and no other."""
    # Logs are a help: without them an analysis has a warning, not a gap.
    if resource == "controllerrevisions":
        command = ["analyze", *command[1:]]
    if resource != "pods/log":
        result = aegis(*command, "-o", "json", kubeconfig=identity.kubeconfig)
        if gaps(result) != [resource] or result.status != 3:
            return f"{gaps(result)} instead of {resource}\n{result}"
    check = identity.check(aegis)
    rows = [line.split() for line in check.out.splitlines()[1:]]
    full = f"{resource}.{group}" if group else resource
    verb = "get" if resource == "pods/log" else "list"
    if check.status != 1 or {(row[1], row[2]) for row in rows} != {(verb, full)}:
        return check
    wanted = {"scan", "metrics", "analyze"} if identity.name == "whole" else {command[0]}
    if resource in ("pods/log", "controllerrevisions"):
        wanted = {"analyze"}
    return None if {row[0] for row in rows} == wanted else check


@pytest.mark.parametrize("identity, count, command", [
    ("whole", 29, ["scan", "--fail-on", "never"]), ("single", 27, ["scan", "--fail-on", "never", "-n", SCANNED]),
    ("looker", 14, ["index", "dump"])])
def test_without_any_one_of_them_coverage_and_the_check_name_it(aegis, request, identity, count, command):
    identity = request.getfixturevalue(identity)
    rights = identity.rights()
    assert len(rights) == count
    for role, group, resource in rights:
        identity.without(role, group, resource)
        eventually(lambda: lacks(aegis, identity, command, resource, group), patience=10, pause=0.05)
        identity.replace(role)


@pytest.fixture(scope="module")
def tester(identify, folder):
    kubectl = Kubectl(folder, TESTED)
    make_namespace(kubectl, TESTED)
    kubectl(["apply", "-f", ROOT / "shadow" / "shop.yaml"])
    yield identify("tester", "--for", "shadow-test,shadow-test-gc", "--only", TESTED)
    kubectl(f"delete namespace {TESTED} --wait=false")


def test_with_the_rights_of_a_shadow_test_a_change_is_proved_and_cleared_away(aegis, tester):
    change = ["shadow-test", "deployment/web", "-n", TESTED, "--replicas", "3"]
    proved = aegis(*change, "--settle", "2s", "--timeout", "25s", "-o", "json", kubeconfig=tester.kubeconfig,
                   timeout=150)
    assert proved.status == 0 and proved.report["verdict"] == "passed", proved
    collected = aegis("shadow-test", "gc", kubeconfig=tester.kubeconfig)
    assert collected.status == 0 and collected.err == "", collected
    applied = aegis(*change, "--runtime", "dry-run", "--apply", "--yes", kubeconfig=tester.kubeconfig)
    assert applied.status == 2 and "leases" in applied.err, applied


@pytest.fixture(scope="module")
def sizer(identify):
    return identify("sizer", "--for", "scale-propose")


def test_with_the_rights_of_scale_propose_its_sources_are_all_asked(aegis, sizer):
    """In this cluster there is a metrics API, and neither a VPA nor a Prometheus."""
    asked = ["scale-propose", "-A", "-o", "json"]
    proposed = aegis(*asked, "-vv", kubeconfig=sizer.kubeconfig)
    assert proposed.status == 0 and gaps(proposed) == [], proposed
    assert proposed.report["usage"]["source"] == "metrics-server" and "forbidden" not in proposed.err, proposed


@pytest.mark.parametrize("identity", ["tester", "sizer"])
def test_the_check_names_each_right_of_them(aegis, request, identity):
    tester = request.getfixturevalue(identity)
    assert tester.check(aegis).status == 0
    for role in tester.roles():
        for place, rule in enumerate(role["rules"]):
            rules = [one for i, one in enumerate(role["rules"]) if i != place]
            tester.replace({**role, "rules": rules})
            group, verb = rule["apiGroups"][0], rule["verbs"][0]
            wanted = {(verb, f"{one}.{group}" if group else one) for one in rule["resources"]}

            def named():
                rows = {tuple(line.split()[1:3]) for line in tester.check(aegis).out.splitlines()[1:]}
                return None if rows == wanted else f"{rows} instead of {wanted}"
            eventually(named, patience=10, pause=0.05)
        tester.replace(role)


def test_nobody_lacks_everything_and_an_unreachable_server_cannot_be_asked(aegis):
    nobody = aegis("manifests", "rbac", "--check", kubeconfig=os.environ["TESTBED_NOBODY"])
    assert nobody.status == 1 and len(nobody.out.splitlines()) == 28, nobody
    gone = aegis("manifests", "rbac", "--check", "--server", "http://127.0.0.1:9", "--request-timeout", "2s")
    assert gone.status == 2 and "127.0.0.1:9" in gone.err and gone.out == "", gone


def test_an_administrator_may_everything(aegis):
    result = aegis("manifests", "rbac", "--for", "scan,metrics,index,analyze", "--check")
    assert result.status == 0, result


# Custom resources


def test_an_incident_holds_all_that_a_scan_says(aegis, spaces, folder):
    apply(spaces, folder, printed(aegis, "crd"))
    spaces("wait --for condition=Established crd/incidents.aegis.io crd/shadowenvironments.aegis.io --timeout=30s")
    spaces("create service clusterip lonely --tcp 80")
    live = aegis("scan", "-n", NAMESPACE, "--level", "low", "-o", "ndjson", "--now", "2040-01-01T00:00:00Z")
    aegis("scan", "--demo", "--level", "low", "--baseline", "state")
    demo = aegis("scan", "--demo", "--level", "low", "-o", "ndjson", "--baseline", "state")
    lines = [json.loads(line) for line in (live.out + demo.out).splitlines()]
    assert any(one["resource"]["name"] == "lonely" for one in lines), live
    assert any(one.get("firstSeen") for one in lines), demo
    items = [{"apiVersion": "aegis.io/v1alpha1", "kind": "Incident", "metadata": {"name": one["id"]}, "spec": one}
             for one in lines]
    apply(spaces, folder, {"apiVersion": "v1", "kind": "List", "items": items})
    kept = json.loads(spaces("get incidents -o json"))["items"]
    assert {one["metadata"]["name"]: one["spec"] for one in kept} == {one["id"]: one for one in lines}
    table = spaces("get inc")
    assert table.split()[:8] == ["NAME", "SEVERITY", "CATEGORY", "KIND", "OF", "RESOURCE", "STATE", "SINCE"], table
    assert "lonely" in table and "CrashLoopBackOff" in table, table


def test_a_malformed_incident_is_refused(aegis, spaces, folder):
    apply(spaces, folder, printed(aegis, "crd"))
    path = folder / "bad.json"
    path.write_text(json.dumps({"apiVersion": "aegis.io/v1alpha1", "kind": "Incident", "metadata": {"name": "bad"},
                                "spec": {"id": 5}}))
    with pytest.raises(AssertionError, match="required field|spec.rule"):
        spaces(["apply", "-f", path])


# kubectl's plugin


@pytest.fixture
def plugin(binary, aegis, tmp_path):
    """The binary on the path under the plugin's name."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "kubectl-aegis").symlink_to(binary)
    aegis.binary = "kubectl"
    aegis.environment["PATH"] = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    return aegis


def test_kubectl_runs_it(plugin):
    result = plugin("aegis", "scan", "--demo", "-o", "name")
    assert result.status == 1 and len(result.out.splitlines()) == 16, result


def test_what_is_said_to_kubectls_user_is_for_kubectl(plugin):
    help_text = plugin("aegis", "scan", "--help")
    assert "USAGE: kubectl aegis scan" in help_text.out, help_text
    assert "  kubectl aegis scan -n shop" in help_text.out and "\n  aegis" not in help_text.out, help_text
    wrong = plugin("aegis", "scna")
    assert wrong.status == 64 and "did you mean 'scan'?" in wrong.err, wrong
    assert "Usage: kubectl aegis <subcommand>" in wrong.err, wrong
    missing = plugin("aegis", "scan", "--demo", "-n", "shpo")
    assert missing.status == 2, missing
    assert missing.err == 'kubectl aegis: error: there is no namespace "shpo", nor anything in it; ' \
                          'did you mean "shop"?\n', missing


def test_a_misspelt_namespace_of_a_live_cluster_suggests_the_nearest(aegis, spaces):
    result = aegis.scan("-n", SCANNED.replace("scanned", "scaned"))
    assert result.status == 2 and f'did you mean "{SCANNED}"?' in result.err, result
