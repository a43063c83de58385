"""What must not be cried about."""

import pytest
from case import make_namespace
from support import ROOT, Kubectl, eventually


@pytest.fixture(scope="module")
def healthy(folder):
    kubectl = Kubectl(folder, "healthy")
    make_namespace(kubectl, "healthy")
    for name in ("node", "references", "workloads", "traffic"):
        kubectl(["apply", "-f", ROOT / "healthy" / f"{name}.yaml"])
    eventually(lambda: not_there(kubectl))
    yield kubectl
    kubectl(["delete", "-f", ROOT / "healthy" / "node.yaml", "--wait=false"])
    # No kubelet ends what ran on it.
    kubectl("delete pods --field-selector spec.nodeName=node-tainted --force --grace-period=0")


def not_there(kubectl):
    """None once all has the state that is meant."""
    wanted = {"get deployment web": "2/2", "get deployment recovered": "1/1", "get job done": "1/1",
              "get pod once": "Completed", "get hpa web": "40%", "get pods -l app=starting": "ContainerCreating",
              "get daemonset agent -o jsonpath={.status.numberReady}": "4",
              "get daemonset shy -o jsonpath={.status.numberReady}": "3", "get pvc spare": "Pending",
              "get pdb web -o jsonpath={.status.disruptionsAllowed}": "1"}
    for command, text in wanted.items():
        if text not in kubectl(command, check=False):
            return f"`kubectl {command}` shows no {text!r}: {kubectl(command, check=False)}"
    return None


def test_healthy_things_are_not_reported(healthy, aegis):
    result = aegis.scan("-n", "healthy")
    assert result.status == 0 and not result.incidents(), str(result)


def test_the_same_snapshot_gives_the_same_bytes(healthy, aegis):
    moment = ["--now", "2030-01-01T00:00:00Z"]
    first, second = aegis.scan("-n", "healthy", *moment), aegis.scan("-n", "healthy", *moment)
    assert first.out == second.out, f"{first}\n{second}"
