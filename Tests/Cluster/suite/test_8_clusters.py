"""Several contexts in one report, and one cluster in shards."""

import json
import os
import pathlib
import re

import pytest
from case import make_namespace
from support import REPOSITORY, Kubectl, eventually

NAMESPACES = [f"sharded-{letter}" for letter in "abcdef"]
SETTLED = ["--grace", "1s", "--level", "low"]


@pytest.fixture(scope="module")
def spaces(folder):
    """Something broken in each of six namespaces: what is missing, and what fits no node."""
    for name in NAMESPACES:
        kubectl = Kubectl(folder, name)
        make_namespace(kubectl, name)
        path = folder / f"{name}.json"
        path.write_text(json.dumps({"apiVersion": "v1", "kind": "List", "items": [
            {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "lonely"},
             "spec": {"selector": {"app": "nobody"}, "ports": [{"port": 80}]}},
            {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "huge"}, "spec": {"containers": [
                {"name": "app", "image": "app", "resources": {"requests": {"cpu": "900"}}}]}}]}))
        kubectl(["apply", "-f", path])
    # More of one kind than is read whole for a namespace or two.
    path = folder / "many.json"
    path.write_text(json.dumps({"apiVersion": "v1", "kind": "List", "items": [
        {"apiVersion": "v1", "kind": "ConfigMap",
         "metadata": {"name": f"many-{i}", "namespace": NAMESPACES[i % len(NAMESPACES)]}} for i in range(900)]}))
    Kubectl(folder, "default")(["create", "-f", path])
    yield NAMESPACES
    for name in NAMESPACES:
        Kubectl(folder, name)(f"delete namespace {name} --wait=false")


@pytest.fixture
def kubeconfig(tmp_path):
    """Two users of the cluster, one of them under two names, and a cluster that is gone."""
    admin, token = (json.loads(pathlib.Path(os.environ[f"TESTBED_{name}"]).read_text()) for name in ("ADMIN", "TOKEN"))
    cluster, user = admin["clusters"][0], admin["users"][0]
    other = {**token["users"][0], "name": "token-user"}
    gone = {"name": "gone", "cluster": {"server": "https://127.0.0.1:1"}}

    def context(name, cluster, user, **more):
        return {"name": name, "context": {"cluster": cluster["name"], "user": user["name"], **more}}

    path = tmp_path / "clusters.kubeconfig"
    path.write_text(json.dumps({
        "apiVersion": "v1", "kind": "Config", "current-context": "one", "clusters": [cluster, gone],
        "users": [user, other], "contexts": [
            context("one", cluster, user), context("one-again", cluster, user, namespace="kube-system"),
            context("other", cluster, other), context("dead", gone, user)]}))
    return path


def ids(incidents):
    return {one["id"] for one in incidents}


def test_contexts_are_one_report_with_the_ids_of_single_scans(aegis, spaces, kubeconfig):
    scope = ["-n", spaces[0], "-n", spaces[1], *SETTLED]

    def complaint():
        alone, all_of_them, again = (
            aegis.scan(*scope), aegis.scan("--all-contexts", *scope, kubeconfig=kubeconfig), aegis.scan(*scope))
        wanted = ids(alone.incidents())
        if len(wanted) < 4 or wanted != ids(again.incidents()):
            return f"not all is broken yet\n{again}"
        assert all_of_them.status == 1 and "one-again is not read: it is one again" in all_of_them.err, all_of_them
        report = all_of_them.report
        assert report["metadata"]["contexts"] == ["dead", "one", "other"]
        for context in ("one", "other"):
            assert ids(one for one in report["incidents"] if one["context"] == context) == wanted
        [dead] = [one for one in report["coverage"] if one["context"] == "dead"]
        assert (dead["resource"], dead["state"]) == ("*", "failed") and "127.0.0.1:1" in dead["reason"]
        assert report["summary"]["objects"]["pods"] == 2 * alone.report["summary"]["objects"]["pods"]
        return None
    eventually(complaint, patience=60)


def test_a_context_that_is_gone_is_no_health_and_no_end(aegis, spaces, kubeconfig):
    def scan(*contexts):
        words = [word for context in contexts for word in ("--context", context)]
        return aegis.scan("-n", spaces[0], "--fail-on", "never", *words, kubeconfig=kubeconfig)

    assert scan("one", "other").status == 0
    assert scan("one", "dead").status == 3
    assert scan("dead", "dead").status == 2


def merged_in(aegis, tmp_path, count, *scope):
    """What the shards say together, with what each asked of the server."""
    files, asked = [], []
    for index in range(count):
        files.append(tmp_path / f"{index}-of-{count}.json")
        result = aegis("scan", "--shard", f"/{count}", "--save-snapshot", files[index], "-vv", *scope,
                       JOB_COMPLETION_INDEX=str(index))
        assert result.status == 0 and result.out == "", result
        asked.append(re.findall(r"GET \S*?(/api\S*?)[?:\s]", result.err))
    return aegis.scan("--merge", *files, *SETTLED), asked


def listed(asked, kind):
    """Which runs list the whole kind, and in which namespaces any of them does; counting is no list."""
    paths = [path for paths in asked for path in paths]
    return ([sum(path.endswith(f"/api/v1/{kind}") for path in paths) for paths in asked],
            [path for path in paths if re.search(rf"/namespaces/[^/]+/{kind}$", path)])


@pytest.mark.parametrize("count", [1, 2, 7])
def test_shards_have_the_incidents_of_one_run(aegis, spaces, tmp_path, count):
    def complaint():
        # Other tests' objects come and go; the same before and after is the same meanwhile.
        before, (merged, asked), after = (
            aegis.scan(*SETTLED), merged_in(aegis, tmp_path, count), aegis.scan(*SETTLED))
        if ids(before.incidents()) != ids(after.incidents()):
            return "the cluster changes"
        assert merged.status == before.status == 1 and not merged.err, merged
        assert ids(merged.incidents()) == ids(before.incidents())
        assert merged.coverage() == before.coverage()
        assert {one["resource"].get("namespace") for one in merged.incidents()} >= set(spaces)
        assert listed(asked, "nodes")[0] == [1] + [0] * (count - 1), asked
        by_namespace = listed(asked, "configmaps")[1]
        assert len(by_namespace) == len(set(by_namespace)), asked
        if count == 7:
            assert {f"/api/v1/namespaces/{name}/configmaps" for name in spaces} & set(by_namespace), asked
        return None
    eventually(complaint, patience=60)


def test_shards_of_some_namespaces_are_those(aegis, spaces, tmp_path):
    scope = ["-n", spaces[0], "-n", spaces[3]]
    merged, _ = merged_in(aegis, tmp_path, 3, *scope)
    assert ids(merged.incidents()) == ids(aegis.scan(*scope, *SETTLED).incidents()), merged
    lost = aegis.scan("--merge", *list(tmp_path.glob("*-of-3.json"))[:2])
    assert lost.status == 2 and "of 3 shards 1 is missing" in lost.err, lost


def test_who_may_not_list_namespaces_names_them(aegis, tmp_path):
    def shard(*scope):
        return aegis("scan", "--shard", "0/1", "--save-snapshot", tmp_path / "x.json", *scope,
                     kubeconfig=os.environ["TESTBED_VIEWER"])
    everything = shard()
    assert everything.status == 2 and "name them with -n" in everything.err, everything
    named = shard("-n", "team-a")
    assert named.status == 3 and "not seen: nodes (forbidden)" in named.err, named
    assert aegis.scan("-f", tmp_path / "x.json").coverage()["pods"] == "complete"


def test_the_indexed_job_of_the_readme_is_accepted_and_runs(aegis, kubectl, folder, tmp_path):
    text = (REPOSITORY / "README.md").read_text()
    [manifest] = [one for one in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if "Indexed" in one]
    path = folder / "indexed-job.yaml"
    # This API server is of 1.20 and does not know of modes; the rest it checks.
    path.write_text(manifest.replace("  completionMode: Indexed\n", "").replace("namespace: aegis", "namespace: default"))
    assert "(server dry run)" in kubectl(["apply", "--dry-run=server", "-f", path])
    [arguments] = re.findall(r"args: \[(.*)\]", manifest)
    words = arguments.replace("/shards/", f"{tmp_path}/").replace("$(JOB_COMPLETION_INDEX)", "3").split(", ")
    assert aegis(*words, JOB_COMPLETION_INDEX="3").status == 0
    assert (tmp_path / "3.json").exists()
