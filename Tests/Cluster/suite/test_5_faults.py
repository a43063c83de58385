"""A server that answers badly: partial data is said to be partial, and nothing hangs or crashes."""

import json
import time

import pytest
from proxy import FaultProxy

PODS = "/api/v1/pods"


# Each list comes alone, so each can break alone.
KINDS = ("configmaps", "deployments", "endpointslices", "events", "ingresses", "jobs", "namespaces", "nodes", "pods",
         "poddisruptionbudgets", "replicasets", "secrets", "services", "storageclasses")


def states(result):
    return result.coverage().get("pods")


def check_partial(result, resource="pods"):
    """Nothing is broken in this cluster, so what is left to say is that something was not seen."""
    assert result.status == 3, str(result)
    assert result.coverage()[resource] in ("failed", "partial", "forbidden"), str(result)
    gap = next(one for one in result.report["coverage"] if one["resource"] == resource)
    assert len(gap["reason"].splitlines()) == 1, str(result)


def check_one_sentence(result):
    assert result.status == 2 and not result.out, str(result)
    assert len(result.err.splitlines()) == 1 and result.err.startswith("aegis: error: "), str(result)


@pytest.fixture
def scan(aegis, proxy):
    def run(*arguments, rules=(), **more):
        proxy.rules(*rules)
        return aegis.scan("-A", *arguments, kubeconfig=proxy.kubeconfig, **more)
    return run


def test_through_the_proxy_all_is_as_before(scan):
    result = scan()
    assert result.status == 0 and states(result) == "complete", str(result)


def test_a_short_delay_is_waited_for(scan):
    result = scan(rules=[f"delay seconds=2 path={PODS} times=1"])
    assert result.status == 0 and states(result) == "complete", str(result)


@pytest.mark.parametrize("rule", [f"stall path={PODS}", f"delay seconds=30 path={PODS}"])
def test_a_deadline_ends_the_wait(scan, rule):
    begun = time.monotonic()
    result = scan("--request-timeout", "2s", rules=[rule])
    assert time.monotonic() - begun < 25, str(result)
    check_partial(result)


def test_being_throttled_is_waited_out(scan, proxy):
    result = scan(rules=[f"throttle seconds=1 path={PODS} times=2"])
    assert result.status == 0 and states(result) == "complete", str(result)
    assert len(proxy.requests(PODS)) >= 3


def test_being_throttled_for_ever_is_given_up(scan):
    result = scan("--request-timeout", "5s", rules=[f"throttle seconds=1 path={PODS}"])
    check_partial(result)


def test_an_expired_continue_token_starts_the_list_again(scan, proxy, many_pods):
    result = scan("--chunk-size", "5", rules=[f"gone path={PODS} times=1"])
    assert result.status == 0 and states(result) == "complete", str(result)
    assert any(one["rule"] for one in proxy.requests(PODS)), "the list was not paged"


def test_continue_tokens_that_always_expire(scan, many_pods):
    result = scan("--chunk-size", "5", rules=[f"gone path={PODS}"])
    assert result.status == 0 if states(result) == "complete" else check_partial(result) is None, str(result)


@pytest.mark.parametrize("rule", ["cut after=700", "half", "status code=500", "status code=503", "html", "garbage",
                                  "reset"])
def test_a_list_that_cannot_be_read_is_never_healthy(scan, rule):
    check_partial(scan("--request-timeout", "5s", rules=[f"{rule} path={PODS}"]))


@pytest.mark.parametrize("resource", KINDS)
def test_any_list_that_is_missing_is_said_to_be(scan, resource):
    check_partial(scan(rules=[f"status code=500 path=*/{resource}"]), resource)


def test_what_was_not_seen_is_said_in_every_format(aegis, proxy):
    proxy.rules(f"status code=500 path={PODS}")
    for form in ("text", "ndjson", "name", "junit", "sarif", "markdown"):
        result = aegis("scan", "-A", "-o", form, kubeconfig=proxy.kubeconfig)
        assert result.status == 3, str(result)
        assert "pods" in result.out + result.err and "failed" in result.out + result.err, str(result)


def test_pods_that_may_not_be_read_anywhere(scan):
    result = scan(rules=["status code=403 path=*/pods"])
    check_partial(result)
    assert states(result) == "forbidden", str(result)


@pytest.mark.parametrize("rule", ["cut after=700", "half", "status code=500", "html", "reset"])
def test_one_bad_answer_does_no_harm(scan, rule):
    """Either it is asked again, or it is said to be incomplete."""
    result = scan(rules=[f"{rule} path={PODS} times=1"])
    assert result.status == 0 if states(result) == "complete" else check_partial(result) is None, str(result)


@pytest.mark.parametrize("rule", ["status code=401", "html", "reset", "status code=500"])
def test_when_nothing_can_be_read_it_cannot_run(scan, rule):
    check_one_sentence(scan("--request-timeout", "3s", rules=[rule]))


def on_every_list(rule):
    """The server has said what it has, and breaks then."""
    return [f"{rule} path=/api/v1/*", f"{rule} path=/apis/*/*/*"]


@pytest.mark.parametrize("rule", ["html", "reset", "stall", "status code=401"])
def test_when_every_list_breaks_it_cannot_run(scan, rule):
    check_one_sentence(scan("--request-timeout", "3s", rules=on_every_list(rule)))


def test_when_every_list_is_refused_nothing_was_seen(scan):
    result = scan(rules=on_every_list("status code=500"))
    assert result.status == 3 and set(result.coverage().values()) <= {"failed", "absent"}, str(result)


def test_a_body_in_little_pieces(scan):
    result = scan(rules=[f"drip bytes=777 every=0.001 path={PODS}"])
    assert result.status == 0 and states(result) == "complete", str(result)


def test_answers_compressed_on_their_way(scan):
    result = scan(rules=["zipped"])
    assert result.status == 0 and states(result) == "complete", str(result)


def test_a_server_without_protobuf_is_asked_for_json(scan, proxy):
    result = scan(rules=["status code=406 type=protobuf"])
    assert result.status == 0 and states(result) == "complete", str(result)
    assert any(one["rule"] for one in proxy.log()), "protobuf was not asked for"


def test_a_certificate_of_nobody_is_refused(aegis, folder, tmp_path):
    import subprocess
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                    "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "1",
                    "-keyout", tmp_path / "key", "-out", tmp_path / "crt"], check=True, capture_output=True)
    with FaultProxy(folder, tmp_path / "crt", tmp_path / "key") as proxy:
        result = aegis.scan(kubeconfig=proxy.kubeconfig)
    assert result.status == 2 and "certificate" in result.err.lower(), str(result)


def test_a_server_without_tls(aegis, folder):
    with FaultProxy(folder, plain=True) as proxy:
        result = aegis.scan("-n", "team-a", kubeconfig=proxy.kubeconfig)
    assert result.status in (0, 2), str(result)


@pytest.fixture(scope="module")
def many_pods(kubectl):
    """Enough of them for a second page."""
    deployment = {
        "apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "many", "namespace": "team-a"},
        "spec": {"replicas": 12, "selector": {"matchLabels": {"app": "many"}}, "template": {
            "metadata": {"labels": {"app": "many"}},
            "spec": {"containers": [{"name": "app", "image": "registry.example.com/shop/app:1.4.2"}]}}}}
    path = kubectl.path.with_name("many.json")
    path.write_text(json.dumps(deployment))
    kubectl(["apply", "-f", path])
    kubectl("rollout status -n team-a deployment/many --timeout=60s")
    yield
    kubectl("delete -n team-a deployment/many --wait=false")
