"""Who asks decides what is seen; what is not seen is never called healthy."""

import json
import os
import pathlib

import pytest


def kubeconfig(name):
    return os.environ[f"TESTBED_{name.upper()}"]


def rewritten(tmp_path, change, name="admin"):
    """A kubeconfig with one thing changed."""
    document = json.loads(pathlib.Path(kubeconfig(name)).read_text())
    change(document)
    path = tmp_path / "changed.kubeconfig"
    path.write_text(json.dumps(document))
    return path


def test_a_token_sees_everything(aegis):
    result = aegis.scan("-A", kubeconfig=kubeconfig("token"))
    assert result.status in (0, 1), str(result)
    assert "forbidden" not in result.coverage().values(), str(result)


def test_rights_in_one_namespace_give_partial_coverage(aegis):
    result = aegis.scan(kubeconfig=kubeconfig("viewer"))
    assert result.status == 3, str(result)
    assert "forbidden" in result.coverage().values(), str(result)


def test_the_allowed_namespace_can_be_asked_for(aegis):
    result = aegis.scan("-n", "team-a", kubeconfig=kubeconfig("viewer"))
    assert result.status in (0, 3), str(result)
    assert result.coverage().get("pods") == "complete", str(result)


def test_no_rights_is_never_healthy(aegis):
    result = aegis.scan(kubeconfig=kubeconfig("nobody"))
    assert result.status in (2, 3), str(result)


def test_an_expired_certificate_cannot_run(aegis):
    result = aegis.scan(kubeconfig=kubeconfig("expired"))
    assert result.status == 2 and result.err.strip(), str(result)


def test_a_certificate_that_ends_in_days_is_reported(aegis):
    result = aegis.scan("-n", "team-a", kubeconfig=kubeconfig("expiring"))
    named = [(one["category"], one["resource"]["kind"], one["resource"]["name"]) for one in result.incidents()]
    assert named == [("CertificateExpired", "User", "expiring")], str(result)


def test_an_unreachable_server_cannot_run(aegis, tmp_path):
    def change(document):
        document["clusters"][0]["cluster"]["server"] = "https://127.0.0.1:9"
    result = aegis.scan(kubeconfig=rewritten(tmp_path, change))
    assert result.status == 2 and result.err.strip(), str(result)


def test_a_foreign_authority_is_not_trusted(aegis, tmp_path):
    def change(document):
        document["clusters"][0]["cluster"]["certificate-authority"] = kubeconfig("admin").replace(
            "admin.kubeconfig", "pki/front-proxy.crt")
    path = rewritten(tmp_path, change)
    # Several times: ending at once races with whatever the connection still does.
    for _ in range(10):
        result = aegis.scan(kubeconfig=path)
        assert result.status == 2 and "not trusted" in result.err, str(result)


def test_verification_can_be_given_up(aegis, tmp_path):
    def change(document):
        cluster = document["clusters"][0]["cluster"]
        del cluster["certificate-authority"]
        cluster["insecure-skip-tls-verify"] = True
    result = aegis.scan("-n", "team-a", kubeconfig=rewritten(tmp_path, change))
    assert result.status == 0, str(result)


def test_data_inside_the_kubeconfig(aegis, tmp_path):
    import base64

    def change(document):
        for item, fields in ((document["clusters"][0]["cluster"], ("certificate-authority",)),
                             (document["users"][0]["user"], ("client-certificate", "client-key"))):
            for field in fields:
                item[f"{field}-data"] = base64.b64encode(pathlib.Path(item.pop(field)).read_bytes()).decode()
    result = aegis.scan("-n", "team-a", kubeconfig=rewritten(tmp_path, change))
    assert result.status == 0, str(result)


def test_paths_relative_to_the_kubeconfig(aegis, tmp_path):
    def change(document):
        cluster, user = document["clusters"][0]["cluster"], document["users"][0]["user"]
        for item, field in ((cluster, "certificate-authority"), (user, "client-certificate"), (user, "client-key")):
            item[field] = os.path.relpath(item[field], tmp_path)
    path = rewritten(tmp_path, change)
    result = aegis.scan("-n", "team-a", kubeconfig=path)
    assert result.status == 0, str(result)


def test_several_kubeconfigs_are_merged(aegis):
    both = os.pathsep.join([kubeconfig("viewer"), kubeconfig("token")])
    result = aegis.scan("-n", "team-a", "--context", "token", kubeconfig=both)
    assert result.status == 0, str(result)


def test_a_token_file_and_an_exec_plugin(aegis, tmp_path):
    token = json.loads(pathlib.Path(kubeconfig("token")).read_text())["users"][0]["user"]["token"]
    secret = tmp_path / "token"
    secret.write_text(token + "\n")

    def by_file(document):
        document["users"][0]["user"] = {"tokenFile": str(secret)}
    credential = json.dumps({"apiVersion": "client.authentication.k8s.io/v1beta1", "kind": "ExecCredential",
                             "status": {"token": token}})
    plugin = tmp_path / "plugin"
    plugin.write_text(f"#!/bin/sh\ncat <<'END'\n{credential}\nEND\n")
    plugin.chmod(0o755)

    def by_plugin(document):
        document["users"][0]["user"] = {"exec": {"apiVersion": "client.authentication.k8s.io/v1beta1",
                                                 "command": str(plugin)}}
    for change in (by_file, by_plugin):
        result = aegis.scan("-n", "team-a", kubeconfig=rewritten(tmp_path, change, "token"))
        assert result.status == 0, str(result)
        assert token not in result.out + result.err


def test_a_user_can_be_impersonated(aegis):
    result = aegis.scan("--as", "nobody")
    assert result.status in (2, 3), str(result)


@pytest.mark.parametrize("flag", ["--context", "--cluster", "--user"])
def test_an_unknown_name_cannot_run(aegis, flag):
    result = aegis.scan(flag, "no-such-name")
    assert result.status in (2, 64), str(result)
    assert "no-such-name" in result.err, str(result)
