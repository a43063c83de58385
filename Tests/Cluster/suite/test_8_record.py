"""`--record`: incidents and shadow tests as objects of the cluster, written only where that is asked for."""

import json

import pytest
from case import make_namespace
from support import ROOT, Kubectl, eventually

NAMESPACE = "recorded"


@pytest.fixture(scope="module")
def space(folder, binary):
    import subprocess
    kubectl = Kubectl(folder, NAMESPACE)
    make_namespace(kubectl, NAMESPACE)
    path = folder / "crd.yaml"
    path.write_text(subprocess.run([binary, "manifests", "crd"], capture_output=True, text=True, check=True).stdout)
    kubectl(["apply", "-f", path])
    kubectl("wait --for condition=Established crd/incidents.aegis.io crd/shadowenvironments.aegis.io --timeout=30s")
    yield kubectl
    kubectl(["delete", "-f", path, "--ignore-not-found"])
    kubectl(f"delete namespace {NAMESPACE} --wait=false")


def recorded(kubectl, plural="incidents"):
    return {one["metadata"]["name"]: one for one in json.loads(kubectl(f"get {plural} -o json"))["items"]}


def test_incidents_are_kept_from_first_seen_to_resolved_and_back(space, aegis, tmp_path):
    def scan(place=NAMESPACE):
        result = aegis("scan", "-n", NAMESPACE, "--grace", "1s", "-o", "ndjson", "--record", "--record-namespace",
                       place)
        assert result.status == 2 if place != NAMESPACE else result.status in (0, 1), result
        assert ("aegis manifests crd" in result.err) == (place != NAMESPACE), result
        return {one["id"]: one for one in map(json.loads, result.out.splitlines())}

    service = tmp_path / "service.json"
    service.write_text(json.dumps({
        "apiVersion": "v1", "kind": "Service", "metadata": {"name": "lonely", "namespace": NAMESPACE},
        "spec": {"selector": {"app": "nobody"}, "ports": [{"port": 80}]}}))
    space(["apply", "-f", service])
    eventually(lambda: None if scan() else "a Service is given two minutes", patience=30)
    scan("no-such-place")
    found = scan()
    objects = recorded(space)
    assert set(objects) == set(found)
    for name, one in objects.items():
        assert {key: value for key, value in found[name].items() if key not in ("apiVersion", "kind")} == one["spec"]
        assert one["status"]["state"] == "open" and one["status"]["firstSeen"] <= one["status"]["lastSeen"]
    first = {name: one["status"]["firstSeen"] for name, one in objects.items()}
    space("delete service lonely")
    assert scan() == {}
    assert all(one["status"]["state"] == "resolved" and one["status"]["resolvedAt"]
               for one in recorded(space).values())
    # A scan that would not have seen them says nothing of them.
    space(["apply", "-f", service])
    eventually(lambda: None if scan() else "not yet", patience=30)
    again = recorded(space)
    assert {name: one["status"]["firstSeen"] for name, one in again.items()} == first
    assert all(one["status"]["returns"] == 1 and "resolvedAt" not in one["status"] for one in again.values())
    aegis("scan", "-n", "default", "--record", "--record-namespace", NAMESPACE)
    assert all(one["status"]["state"] == "open" for one in recorded(space).values())


def test_shadow_tests_are_kept_with_their_verdict(space, aegis):
    space(["apply", "-f", ROOT / "shadow" / "shop.yaml"])
    eventually(lambda: None if "4/4" in space("get deployment web") else space("get deployments"))
    result = aegis("shadow-test", "deployment/web", "--replicas", "3", "-n", NAMESPACE, "--runtime", "dry-run",
                   "--record", "--record-namespace", NAMESPACE, "-o", "json")
    assert result.status == 0, str(result)
    (one,) = recorded(space, "shadowenvironments").values()
    assert one["spec"]["workload"]["name"] == "web" and one["spec"]["runtime"] == "dry-run"
    assert one["status"]["verdict"] == "passed" and one["status"]["checks"], one


def test_a_dump_has_no_place_to_record_in(aegis):
    assert aegis("scan", "--demo", "--record").status == 64
