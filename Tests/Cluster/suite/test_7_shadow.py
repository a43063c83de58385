"""`shadow-test` beside the API server: what passes, what fails and why, and that nothing is left."""

import json
import os
import pathlib
import random
import signal
import subprocess
import time

import pytest
from case import make_namespace
from support import ROOT, Kubectl, eventually

NAMESPACE = "shadowed"
QUICK = ["--settle", "2s", "--timeout", "25s"]
PLAY = "play.aegis.io/"


@pytest.fixture(scope="module")
def shop(folder):
    kubectl = Kubectl(folder, NAMESPACE)
    make_namespace(kubectl, NAMESPACE)
    kubectl(["apply", "-f", ROOT / "shadow" / "shop.yaml"])
    eventually(lambda: None if "4/4" in kubectl("get deployment web") and "1/1" in kubectl("get deployment private")
               else kubectl("get deployments,pods"))
    eventually(lambda: None if kubectl("get quota team -o jsonpath={.status.used.pods}") == "5" else "quota")
    yield kubectl
    kubectl(f"delete namespace {NAMESPACE} --wait=false")


def production(kubectl):
    """Every object of the namespace as the server has it, byte for byte; but for clocks that tick by themselves."""
    kinds = "deployments,replicasets,statefulsets,pods,services,configmaps,secrets,serviceaccounts,pvc,quota,pdb"
    return kubectl(["get", kinds, "-o", "yaml"])


def shadows(kubectl):
    return kubectl("get namespaces -l aegis.io/owner=shadow-test -o name").split()


def run(aegis, *words, status=None, runtime="namespace"):
    quick = QUICK if runtime == "namespace" else []
    result = aegis("shadow-test", *words, "-n", NAMESPACE, "--runtime", runtime, *quick, "-o", "json", timeout=150)
    if status is not None:
        assert result.status == status, str(result)
    return result


def patch_file(tmp_path, body):
    path = tmp_path / "patch.json"
    path.write_text(json.dumps(body))
    return path


def template(annotations=None, **container):
    body = {"spec": {"template": {"spec": {"containers": [{"name": "app", **container}]}}}}
    if annotations:
        body["spec"]["template"]["metadata"] = {
            "annotations": {PLAY + key: value for key, value in annotations.items()}}
    return body


def failures(result):
    return {one["name"]: one["message"] for one in result.report["checks"] if one["status"] == "failed"}


def test_a_good_change_passes_and_nothing_is_left(shop, aegis):
    before = production(shop)
    result = run(aegis, "deployment/web", "--set-image", "app=registry.example.com/web:2", status=0)
    assert result.report["verdict"] == "passed", str(result)
    assert not shadows(shop)
    assert production(shop) == before
    assert "s3cr3t" not in result.out + result.err
    state = [path.read_text() for path in pathlib.Path(aegis.home).rglob("*") if path.is_file()]
    assert state and not any("s3cr3t" in text for text in state)


BAD = {
    "a bad image": (template({"container.app": "image not-found"}, image="registry.example.com/web:nope"),
                    "ImagePullBackOff", "not found"),
    "an oversized request": (template(resources={"requests": {"cpu": "100m", "memory": "900Ti"}}),
                             "Unschedulable", "memory"),
    "a broken probe": (template({"container.app": "unready by=status"},
                                readinessProbe={"httpGet": {"port": 8080, "path": "/broken"}}),
                       "ProbeFailure", "503"),
    "a quota breach": (template(resources={"requests": {"cpu": "2500m"}}), "quota", "requests.cpu"),
    "a crash": (template({"container.app": "crash code=3 restarts=4 now=waiting"},
                         env=[{"name": "COLOR", "value": "none", "valueFrom": None}]),
                "CrashLoopBackOff", "3"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_change_fails_with_its_reason(shop, aegis, tmp_path, name):
    body, check, words = BAD[name]
    before = production(shop)
    result = run(aegis, "deployment/web", "--patch", patch_file(tmp_path, body), status=4)
    assert check in failures(result), str(result)
    assert words in json.dumps(result.report["checks"]), str(result)
    assert production(shop) == before
    assert not shadows(shop)


def test_a_crashing_config_fails_for_the_workload_that_uses_it(shop, aegis, tmp_path):
    before = production(shop)
    path = patch_file(tmp_path, {"data": {"color": None, "colour": "green"}})
    result = run(aegis, "configmap/settings", "--patch", path, status=4)
    assert "CreateContainerConfigError" in failures(result), str(result)
    assert "color" in json.dumps(failures(result)), str(result)
    assert production(shop) == before and not shadows(shop)


def test_replicas_beyond_the_quota_fail_by_arithmetic(shop, aegis):
    """A copy has one replica; that all of them are too many is foreseen."""
    for runtime in ("simulate", "namespace"):
        result = run(aegis, "deployment/web", "--replicas", "30", status=4, runtime=runtime)
        assert "ResourceQuota" in failures(result)["quota"], str(result)
    run(aegis, "deployment/web", "--replicas", "5", status=0, runtime="simulate")


def test_an_unknown_container_is_no_change(shop, aegis):
    result = run(aegis, "deployment/web", "--set-image", "ap=x:2", status=2, runtime="dry-run")
    assert 'did you mean "app"' in result.err, str(result)


def test_what_the_server_refuses_is_told_in_its_words(shop, aegis, tmp_path):
    path = patch_file(tmp_path, {"spec": {"selector": {"matchLabels": {"app": "other"}}}})
    for runtime in ("dry-run", "namespace"):
        result = run(aegis, "deployment/web", "--patch", path, status=4, runtime=runtime)
        assert "field is immutable" in failures(result)["api-server"] \
            or "selector" in failures(result)["api-server"], str(result)
    assert not shadows(shop)


def test_without_the_annotation_nothing_is_copied(shop, aegis):
    result = run(aegis, "deployment/private", "--replicas", "2", status=5)
    assert "aegis.io/shadow-testing" in result.err, str(result)
    run(aegis, "deployment/private", "--replicas", "2", status=0, runtime="dry-run")
    assert not shadows(shop)


def test_the_walls_of_a_shadow(shop, aegis, tmp_path):
    """Kept after a failure, it can be looked at: isolated, labelled, and without what is production's."""
    path = patch_file(tmp_path, BAD["a bad image"][0])
    result = run(aegis, "deployment/web", "--patch", path, "--keep-on-failure", status=4)
    changed = result.report["environment"]["namespaces"][0]
    assert result.report["environment"]["kept"] and f"namespace/{changed}" in shadows(shop)

    def get(what):
        return json.loads(shop(f"get {what} -n {changed} -o json"))
    policy = get("networkpolicy")["items"][0]["spec"]
    assert policy["policyTypes"] == ["Egress"] and not policy.get("egress")
    assert {one["spec"]["type"] for one in get("services")["items"]} == {"ClusterIP"}
    assert not get("pvc")["items"] and not get("ingresses.networking.k8s.io")["items"]
    quotas = {one["metadata"]["name"]: one["spec"]["hard"] for one in get("quota")["items"]}
    assert quotas["aegis-shadow"]["services.loadbalancers"] == "0" and quotas["team"]["requests.cpu"] == "2"
    web = get("deployment web")
    assert web["spec"]["replicas"] == 1
    assert not [key for key in web["metadata"]["annotations"] if "kopf" in key or "last-applied" in key]
    assert {one["name"]: "emptyDir" in one for one in web["spec"]["template"]["spec"]["volumes"]} \
        == {"settings": False, "scratch": True}
    assert get("secret db")["data"] == json.loads(shop("get secret db -o json"))["data"]
    for kind in ("deployments", "services", "quota", "networkpolicy", "pods"):
        for one in get(kind)["items"]:
            assert one["metadata"]["labels"]["aegis.io/owner"] == "shadow-test", kind
            assert "aegis.io/expires-at" in one["metadata"]["annotations"], kind
    listed = aegis("shadow-test", "list")
    assert changed in listed.out and "active" in listed.out
    metrics = aegis("metrics").out
    assert 'aegis_shadow_environments_active{runtime="namespace"} 1' in metrics
    assert 'aegis_shadow_verifications_total{fix_type="patch",result="failed"} 1' in metrics, metrics
    assert aegis("shadow-test", "gc").status == 0
    assert f"namespace/{changed}" in shadows(shop), "it is kept until it expires"
    for name in result.report["environment"]["namespaces"]:
        shop(f"annotate namespace {name} --overwrite aegis.io/expires-at=2020-01-01T00:00:00Z")
    assert aegis("shadow-test", "gc").status == 0
    assert not shadows(shop)
    assert 'aegis_shadow_environments_active{runtime="namespace"} 0' in aegis("metrics").out


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_test_clears_up(shop, aegis, number):
    process = start(aegis)
    eventually(lambda: None if len(shadows(shop)) == 2 else "no shadow yet", pause=0.1)
    time.sleep(0.5)
    process.send_signal(number)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 2 and "interrupted" in errors, errors
    assert not shadows(shop)


def start(aegis):
    words = [aegis.binary, "shadow-test", "deployment/web", "--set-image", "app=registry.example.com/web:2",
             "-n", NAMESPACE, "--settle", "3s"]
    return subprocess.Popen(words, env=aegis.environment, cwd=aegis.home, text=True, stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def whole_cluster(kubectl):
    """Every object but events and leases, with its uid; pods of other tests come and go, so by namespace."""
    kinds = "namespaces,deployments,replicasets,pods,services,configmaps,secrets,serviceaccounts,quota,networkpolicies"
    names = kubectl(["get", kinds, "-A", "-o", "jsonpath={range .items[*]}{.kind} {.metadata.namespace}/"
                     "{.metadata.name} {.metadata.uid}{'\\n'}{end}"])
    return sorted(names.splitlines())


def test_killed_at_any_moment_gc_leaves_the_cluster_as_it_was(shop, aegis):
    before, dump = production(shop), whole_cluster(shop)
    kills = int(os.environ.get("SHADOW_KILLS", "12"))
    rng = random.Random(7)
    for _ in range(kills):
        process = start(aegis)
        try:
            process.communicate(timeout=rng.uniform(0.02, 3.0))
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
    assert shadows(shop), "no kill came at a moment that matters"
    done = aegis("shadow-test", "gc", timeout=300)
    assert done.status == 0, str(done)
    assert not shadows(shop)
    assert whole_cluster(shop) == dump
    assert production(shop) == before
    assert not json.loads(next(pathlib.Path(aegis.home).rglob("shadows.json")).read_text())["entries"]
