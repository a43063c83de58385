"""`index dump` beside what kubectl says of the same objects."""

import json
import os
import pathlib
import re

import pytest
from case import make_namespace
from support import ROOT, Kubectl, eventually

NAMESPACE = "lookups"


@pytest.fixture(scope="module")
def shop(folder):
    kubectl = Kubectl(folder, NAMESPACE)
    make_namespace(kubectl, NAMESPACE)
    kubectl(["apply", "-f", ROOT / "lookups" / "shop.yaml"])
    eventually(lambda: not_there(kubectl))
    yield kubectl
    kubectl(["delete", "-f", ROOT / "lookups" / "shop.yaml", "--wait=false", "--ignore-not-found"])


def not_there(kubectl):
    """None once all has the state that is meant."""
    wanted = {"get deployment web": "3/3", "get pods -l app=broken": "CrashLoopBackOff",
              "get statefulset queue": "1/1", "get endpoints web": ":8080", "get endpointslices": "192.0.2.20"}
    for command, text in wanted.items():
        if text not in kubectl(command, check=False):
            return f"`kubectl {command}` shows no {text!r}: {kubectl(command, check=False)}"
    return None


def objects(kubectl, what, *options):
    return json.loads(kubectl(["get", what, "-o", "json", *options]))["items"]


def name(one):
    metadata = one["metadata"]
    return f"{metadata['namespace']}/{metadata['name']}" if "namespace" in metadata else metadata["name"]


def dump(aegis, index, *options):
    """The entries by key."""
    result = aegis("index", "dump", "--index", index, "-o", "ndjson", *options)
    assert result.status == 0, str(result)
    entries = [json.loads(line) for line in result.out.splitlines()]
    found = {entry["key"]: entry for entry in entries}
    assert len(found) == len(entries), str(result)
    return found


def check(found, wanted):
    assert found.keys() == wanted.keys()
    for key, fields in wanted.items():
        assert {field: found[key].get(field) for field in fields} == fields, key


def test_pod_health_is_what_kubectl_says(shop, aegis):
    def fields(pod):
        statuses = pod["status"].get("containerStatuses", [])
        every = statuses + pod["status"].get("initContainerStatuses", [])
        return {"phase": pod["status"]["phase"], "node": pod["spec"].get("nodeName", ""),
                "restarts": sum(one["restartCount"] for one in every),
                "readyContainers": sum(one["ready"] for one in statuses),
                "containers": len(pod["spec"]["containers"])}
    found = dump(aegis, "pod_health", "-n", NAMESPACE)
    check(found, {name(pod): fields(pod) for pod in objects(shop, "pods")})
    broken = next(entry for key, entry in found.items() if "broken" in key)
    assert (broken["reason"], broken["lastTermination"]) == ("CrashLoopBackOff", "Error")
    assert not broken["healthy"]


def test_pod_by_label_is_what_selectors_find(shop, aegis):
    found = dump(aegis, "pod-by-label", "-n", NAMESPACE)
    labels = {f"{key}={value}" for pod in objects(shop, "pods") for key, value in pod["metadata"]["labels"].items()}
    assert found.keys() == labels
    for label, entry in found.items():
        assert entry["pods"] == sorted(name(pod) for pod in objects(shop, "pods", "-l", label)), label


def test_deployment_replica_is_what_the_status_says(shop, aegis):
    def fields(one):
        status = one["status"]
        return {"desired": one["spec"]["replicas"], "ready": status.get("readyReplicas", 0),
                "available": status.get("availableReplicas", 0), "updated": status.get("updatedReplicas", 0),
                "unavailable": status.get("unavailableReplicas", 0),
                "revision": int(one["metadata"]["annotations"]["deployment.kubernetes.io/revision"])}
    check(dump(aegis, "deployment-replica", "-n", NAMESPACE),
          {name(one): fields(one) for one in objects(shop, "deployments")})


def test_service_endpoint_is_what_endpoints_say(shop, aegis):
    def pods(service, addresses):
        return sorted(one.get("targetRef", one).get("name") or one["ip"]
                      for subset in service.get("subsets", []) for one in subset.get(addresses, []))
    found = dump(aegis, "service-endpoint", "-n", NAMESPACE)
    wanted = {name(one): (pods(one, "addresses"), pods(one, "notReadyAddresses")) for one in objects(shop, "endpoints")}
    assert found.keys() == wanted.keys()
    for key, entry in found.items():
        have = tuple(sorted(one.get("pod") or one["address"] for one in entry[side]) for side in ("ready", "notReady"))
        assert have == wanted[key], key
        assert entry["source"] == "EndpointSlice"
    assert found[f"{NAMESPACE}/web"]["selector"] == {"app": "web"}
    assert found[f"{NAMESPACE}/web"]["endpointPorts"] == [{"name": "http", "protocol": "TCP", "port": 8080}]


def test_node_resource_is_what_describe_says(shop, aegis):
    def allocated(node):
        text = shop(f"describe node {node}").split("Allocated resources:")[1]
        return {resource: re.search(rf"^ +{resource} +(\S+)", text, re.M)[1] for resource in ("cpu", "memory")}

    def differs():
        found = dump(aegis, "node-resource")
        running = objects(shop, "pods", "-A", "--field-selector", "status.phase!=Succeeded,status.phase!=Failed")
        for node in objects(shop, "nodes"):
            entry, key = found.pop(name(node)), name(node)
            if any(entry[field] != node["status"][field] for field in ("capacity", "allocatable")):
                return f"{entry} is not {node['status']}"
            count = sum(pod["spec"].get("nodeName") == key for pod in running)
            requested = {resource: entry["requested"].get(resource, "0") for resource in ("cpu", "memory")}
            if (requested, entry["pods"]) != (allocated(key), count):
                return f"{key}: {requested}, {entry['pods']} pods; kubectl: {allocated(key)}, {count}"
        return found
    # Other tests' pods may come and go between two looks.
    eventually(differs, patience=20)


def test_owner_follows_the_owner_references(shop, aegis):
    found = dump(aegis, "owner", "-n", NAMESPACE)
    references = {f"{one['kind'].lower()}/{name(one)}": one["metadata"].get("ownerReferences", [])
                  for kind in ("pods", "replicasets", "deployments", "statefulsets")
                  for one in objects(shop, kind)}
    assert found.keys() == references.keys()
    for key, entry in found.items():
        chain, at = [], key
        while references[at]:
            chain.append((references[at][0]["kind"], references[at][0]["name"]))
            at = f"{chain[-1][0].lower()}/{NAMESPACE}/{chain[-1][1]}"
        assert [(one["kind"], one["name"]) for one in entry["owners"]] == chain, key


def test_image_has_every_container(shop, aegis):
    wanted = {}
    for pod in objects(shop, "pods"):
        for container in pod["spec"].get("initContainers", []) + pod["spec"]["containers"]:
            wanted.setdefault(container["image"], set()).add((pod["metadata"]["name"], container["name"]))
    found = dump(aegis, "image", "-n", NAMESPACE)
    assert {key: {(one["pod"], one["container"]) for one in entry["containers"]}
            for key, entry in found.items()} == wanted


def test_config_reference_says_who_uses_it_and_what_is_missing(shop, aegis):
    def users(key):
        return [(one["kind"], one["name"], one["via"]) for one in found[key]["users"]]
    found = dump(aegis, "config-reference", "-n", NAMESPACE)
    assert users(f"secret/{NAMESPACE}/db") == [("Deployment", "web", "env")]
    assert users(f"configmap/{NAMESPACE}/settings") == [("Deployment", "web", "volume")]
    assert users(f"secret/{NAMESPACE}/gone") == [("Deployment", "broken", "envFrom")]
    there = {f"{kind}/{name(one)}" for kind in ("secret", "configmap") for one in objects(shop, f"{kind}s")}
    assert {key for key, entry in found.items() if entry["exists"]} == there
    assert found[f"secret/{NAMESPACE}/gone"]["exists"] is False


def test_probes_count_what_kubectl_lists(shop, aegis):
    result = aegis("index", "dump", "--probes", "-n", NAMESPACE, "-o", "json")
    assert result.status == 0, str(result)
    assert result.report["probes"] == {"pod_count": len(objects(shop, "pods")), "unhealthy_pod_count": 1,
                                       "deployment_count": 2}


def test_one_key_reads_nothing_but_what_its_index_needs(shop, aegis):
    log = pathlib.Path(os.environ["TESTBED_AUDIT_LOG"])
    before = log.stat().st_size
    key = name(objects(shop, "pods", "-l", "app=queue")[0])
    result = aegis("index", "dump", "--index", "pod-health", "--key", key, "-o", "json")
    assert result.status == 0 and [one["key"] for one in result.report["indexes"][0]["entries"]] == [key], str(result)
    assert result.coverage() == {"pods": "complete"}, str(result)

    def read():
        with log.open() as text:
            text.seek(before)
            entries = [json.loads(line) for line in text if line.endswith("}\n")]
        return {one["objectRef"]["resource"] for one in entries
                if one.get("userAgent", "").startswith("aegis") and "objectRef" in one}
    eventually(lambda: None if "pods" in read() else "the log is not written yet", patience=10)
    assert read() <= {"pods", "namespaces"}


def test_an_absent_key_is_status_1_and_an_unseen_one_3(shop, aegis):
    viewer = os.environ["TESTBED_VIEWER"]
    assert aegis("index", "dump", "--index", "pod-health", "--key", f"{NAMESPACE}/no").status == 1
    unseen = aegis("index", "dump", "--index", "node-resource", "--key", "node-0", kubeconfig=viewer)
    assert unseen.status == 3 and "nodes (forbidden)" in unseen.err, str(unseen)
    partial = aegis("index", "dump", "--index", "pod-health", "-o", "json", kubeconfig=viewer)
    assert partial.status == 3 and partial.coverage()["pods"] in ("partial", "forbidden"), str(partial)
    allowed = aegis("index", "dump", "--index", "pod-health", "-n", "team-a", kubeconfig=viewer)
    assert allowed.status == 0, str(allowed)
