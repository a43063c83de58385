"""`shadow-test --runtime vcluster` through a stand-in for the vcluster CLI, which is not to be had here: it notes how
it is called, and its virtual cluster is the real API server of the suite."""

import os
import stat
import textwrap

import pytest
from case import make_namespace
from support import ROOT, Kubectl, eventually

NAMESPACE = "virtual"


@pytest.fixture(scope="module")
def shop(folder):
    kubectl = Kubectl(folder, NAMESPACE)
    make_namespace(kubectl, NAMESPACE)
    kubectl(["apply", "-f", ROOT / "shadow" / "shop.yaml"])
    eventually(lambda: None if "4/4" in kubectl("get deployment web") else kubectl("get deployments"))
    yield kubectl
    kubectl(f"delete namespace {NAMESPACE} --wait=false")


@pytest.fixture
def tools(tmp_path):
    """A folder with helm and a vcluster whose calls are noted; `broken` makes creation fail."""
    folder, calls = tmp_path / "bin", tmp_path / "calls"
    folder.mkdir()
    kubectl = f"kubectl --kubeconfig {os.environ['TESTBED_ADMIN']}"
    script(folder / "helm", "exit 0")
    script(folder / "vcluster", f"""
        echo "$@" >>{calls}
        case $1 in
        create)
            cat >{tmp_path}/values
            [ ! -e {tmp_path}/broken ] || {{ echo "Error: no chart, password=hunter2" >&2; exit 1; }} ;;
        connect) cat {os.environ['TESTBED_ADMIN']} ;;
        delete) id=aegis-shadow-${{2#aegis-}}
            {kubectl} delete namespace "$id" "$id-control" --ignore-not-found ;;
        esac""")
    return folder, calls


def script(path, body):
    path.write_text("#!/bin/sh\n" + textwrap.dedent(body))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def run(aegis, tools, *words, path=None):
    given = f"{tools[0]}:{os.environ['PATH']}" if path is None else path
    return aegis("shadow-test", "deployment/web", *words, "-n", NAMESPACE, "--runtime", "vcluster", "--settle", "2s",
                 "--timeout", "25s", "-o", "json", timeout=150, PATH=given)


def spaces(kubectl):
    return kubectl("get namespaces -l aegis.io/owner=shadow-test -o name").split()


def test_a_change_is_tried_in_a_virtual_cluster_and_nothing_is_left(shop, aegis, tools):
    before = shop("get deployments,pods,quota -o yaml")
    result = run(aegis, tools, "--set-image", "app=registry.example.com/web:2")
    assert result.status == 0, result
    report = result.report
    assert report["runtime"] == "vcluster" and report["verdict"] == "passed", result
    create, connect, delete = tools[1].read_text().splitlines()
    name = create.split()[1]
    host = f"aegis-shadow-{name.removeprefix('aegis-')}-vcluster"
    assert create.startswith(f"create {name} -n {host} --driver helm --connect=false --add=false --values /dev/stdin")
    assert connect.startswith(f"connect {name} -n {host} --print")
    assert delete.startswith(f"delete {name} -n {host} --ignore-not-found")
    assert "volumeClaim: {enabled: false}" in (tools[0].parent / "values").read_text()
    assert report["environment"]["namespaces"] == [host]
    eventually(lambda: spaces(shop))
    assert shop("get deployments,pods,quota -o yaml") == before


def test_a_creation_that_fails_is_told_and_taken_away(shop, aegis, tools):
    (tools[0].parent / "broken").touch()
    result = run(aegis, tools, "--set-image", "app=registry.example.com/web:2")
    assert result.status == 2 and "vcluster create did not work: Error: no chart" in result.err, result
    assert "hunter2" not in result.err + result.out, result
    assert tools[1].read_text().splitlines()[-1].startswith("delete")
    eventually(lambda: spaces(shop))


@pytest.mark.parametrize("missing", ["vcluster", "helm"])
def test_a_missing_program_is_one_sentence(shop, aegis, tools, missing):
    (tools[0] / missing).unlink()
    result = run(aegis, tools, "--set-image", "app=registry.example.com/web:2", path=str(tools[0]))
    assert result.status == 2 and result.err.count("\n") == 1, result
    assert f"needs the programs vcluster and helm, and {missing} is not in PATH" in result.err, result
    assert not spaces(shop)
