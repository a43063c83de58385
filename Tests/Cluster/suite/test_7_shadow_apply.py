"""`shadow-test --apply`: stages, the way back, and who must not be disturbed."""

import datetime
import json
import signal
import subprocess
import time

import pytest
from case import make_namespace
from support import ROOT, Kubectl, eventually

NAMESPACE = "shadow-apply"
QUICK = ["--stages", "25%,50%,100%", "--pause", "2s", "--stage-timeout", "40s"]
CRASH = {"play.aegis.io/container.app": "crash code=3 restarts=4 now=waiting"}


@pytest.fixture(scope="module")
def shop(folder):
    kubectl = Kubectl(folder, NAMESPACE)
    make_namespace(kubectl, NAMESPACE)
    kubectl(["apply", "-f", ROOT / "shadow" / "shop.yaml"])
    kubectl(["apply", "-f", ROOT / "shadow" / "peering-crds.yaml"])
    whole(kubectl)
    yield kubectl
    kubectl(["delete", "-f", ROOT / "shadow" / "peering-crds.yaml"])
    kubectl(f"delete namespace {NAMESPACE} --wait=false")


def whole(kubectl):
    eventually(lambda: None if "4/4     4            4" in kubectl("get deployment web") else kubectl("get pods"))


def web(kubectl):
    return json.loads(kubectl("get deployment web -o json"))


def words(*more, runtime="dry-run"):
    return ["shadow-test", "deployment/web", "-n", NAMESPACE, "--runtime", runtime, "--apply", "--yes", *QUICK,
            *(["--settle", "2s"] if runtime == "namespace" else []),
            "-o", "json", *more]


def new_pods(kubectl, image):
    pods = json.loads(kubectl("get pods -l app=web -o json"))["items"]
    return sum(pod["spec"]["containers"][0]["image"] == image for pod in pods), len(pods)


def start(aegis, *more):
    return subprocess.Popen([aegis.binary, *words(*more)], env=aegis.environment, cwd=aegis.home, text=True,
                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_a_good_change_is_tried_and_rolled_out_by_stages(shop, aegis):
    before, image = web(shop)["spec"], "registry.example.com/web:2"
    process = subprocess.Popen(
        [aegis.binary, *words("--set-image", f"app={image}", runtime="namespace")], env=aegis.environment,
        cwd=aegis.home, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    seen = []
    while process.poll() is None:
        seen.append(new_pods(shop, image))
        time.sleep(0.2)
    out, errors = process.communicate()
    assert process.returncode == 0, out + errors
    report = json.loads(out)
    assert report["verdict"] == "passed" and report["rollout"]["state"] == "applied", out
    assert [one["extent"] for one in report["rollout"]["stages"]] == ["1 of 4 pods", "2 of 4 pods", "4 of 4 pods"]
    extents = [new for new, _ in seen]
    assert {0, 1, 2}.issubset(extents), extents
    old = [total - new for new, total in seen if new in (1, 2)]
    assert extents.index(2) - extents.index(1) >= 5 and old.count(4) >= len(old) - 3, seen
    after = web(shop)["spec"]
    assert after["template"]["spec"]["containers"][0]["image"] == image
    before["template"] = after["template"] = None
    assert after == before
    managers = [(one["manager"], one["operation"]) for one in json.loads(
        shop("get deployment web -o json"))["metadata"]["managedFields"]]
    assert ("aegis", "Apply") in managers
    assert "aegis-rollout" not in shop("get leases")
    assert not shop("get namespaces -l aegis.io/owner=shadow-test -o name")


def test_a_change_that_does_harm_is_taken_back(shop, aegis, tmp_path):
    whole(shop)
    before = web(shop)["spec"]
    path = tmp_path / "patch.json"
    path.write_text(json.dumps({"spec": {"template": {"metadata": {"annotations": CRASH}}}}))
    result = aegis(*words("--patch", path), timeout=120)
    assert result.status == 4, str(result)
    rollout = result.report["rollout"]
    assert rollout["state"] == "rolledBack" and len(rollout["stages"]) == 1, str(result)
    assert "crash" in rollout["stages"][0]["trouble"].lower() or "code 3" in rollout["stages"][0]["trouble"]
    assert web(shop)["spec"] == before
    whole(shop)


def test_an_interrupted_roll_out_is_taken_back(shop, aegis):
    whole(shop)
    before = web(shop)["spec"]
    process = start(aegis, "--set-image", "app=registry.example.com/web:3")
    eventually(lambda: None if new_pods(shop, "registry.example.com/web:3")[0] else "not begun", pause=0.1)
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 2 and "interrupted" in errors, errors
    assert web(shop)["spec"] == before
    assert "aegis-rollout" not in shop("get leases")
    whole(shop)


def test_replicas_are_changed_in_steps(shop, aegis):
    whole(shop)
    result = aegis(*words("--replicas", "6"), timeout=120)
    assert result.status == 0, str(result)
    assert web(shop)["spec"]["replicas"] == 6
    result = aegis(*words("--replicas", "4"), timeout=120)
    assert result.status == 0 and result.report["rollout"]["state"] == "applied", str(result)
    whole(shop)


def peer(kubectl, priority, age=0):
    seen = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(seconds=age)
    entry = {"priority": priority, "lifetime": 60, "lastseen": seen.isoformat()}
    kubectl(["apply", "-f", manifest(kubectl, entry)])


def manifest(kubectl, entry):
    path = kubectl.path.parent / "peer.json"
    path.write_text(json.dumps({"apiVersion": "kopf.dev/v1", "kind": "ClusterKopfPeering",
                                "metadata": {"name": "default"}, "status": {"operator@host": entry}}))
    return path


@pytest.fixture
def no_peer(shop):
    yield
    shop("delete clusterkopfpeering default --ignore-not-found")


@pytest.mark.parametrize("theirs, ours, is_refused", [(0, 0, True), (100, 99, True), (5, 6, False)])
def test_operators_of_priority_are_not_disturbed(shop, aegis, no_peer, theirs, ours, is_refused):
    whole(shop)
    before = web(shop)
    peer(shop, theirs)
    replicas = 4 + ours % 2
    result = aegis(*words("--replicas", replicas + 1, "--priority", ours), timeout=120)
    if is_refused:
        assert result.status == 5 and "operator@host" in result.err, str(result)
        assert web(shop) == before
    else:
        assert result.status == 0, str(result)
        aegis(*words("--replicas", "4", "--priority", ours), timeout=120)


def test_a_dead_peer_is_no_obstacle_and_a_hold_ends_with_the_run(shop, aegis, no_peer):
    whole(shop)
    peer(shop, 100, age=61)
    process = start(aegis, "--replicas", "5", "--peering-hold", "--priority", "7")

    def held():
        status = json.loads(shop("get clusterkopfpeering default -o json"))["status"]
        ours = [one for name, one in status.items() if name.startswith("aegis/")]
        return None if ours and ours[0]["priority"] == 7 and ours[0]["lifetime"] else status
    eventually(held, pause=0.1)
    out, errors = process.communicate(timeout=120)
    assert process.returncode == 0, out + errors
    status = json.loads(shop("get clusterkopfpeering default -o json"))["status"]
    assert list(status) == ["operator@host"]
    assert aegis(*words("--replicas", "4"), timeout=120).status == 0


def test_two_runs_keep_apart(shop, aegis):
    whole(shop)
    process = start(aegis, "--replicas", "5")
    eventually(lambda: None if "aegis-rollout" in shop("get leases") else "no lease", pause=0.1)
    other = aegis(*words("--replicas", "6"), timeout=60)
    assert other.status == 5 and "aegis-rollout" in other.err, str(other)
    out, errors = process.communicate(timeout=120)
    assert process.returncode == 0, out + errors
    assert aegis(*words("--replicas", "4"), timeout=120).status == 0


def test_nothing_is_applied_without_consent(shop, aegis):
    before = shop("get deployments -o yaml")
    result = aegis("shadow-test", "deployment/web", "-n", NAMESPACE, "--runtime", "dry-run", "--apply",
                   "--replicas", "5")
    assert result.status == 5 and "--yes" in result.err, str(result)
    result = aegis("shadow-test", "deployment/private", "-n", NAMESPACE, "--runtime", "dry-run", "--apply", "--yes",
                   "--replicas", "5")
    assert result.status == 5 and "aegis.io/shadow-testing" in result.err, str(result)
    assert shop("get deployments -o yaml") == before
