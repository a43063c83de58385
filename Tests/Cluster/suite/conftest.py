"""Fixtures over the cluster that `cluster run` has started around this suite."""

import os
import pathlib
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from case import all_cases  # noqa: E402
from proxy import FaultProxy  # noqa: E402
from support import Aegis, Kubectl, find_binary  # noqa: E402


def pytest_configure(config):
    if "TESTBED_DIR" not in os.environ and not config.option.collectonly:
        pytest.exit("there is no cluster; start the suite with Tests/Cluster/test", returncode=2)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("suite")


@pytest.fixture(scope="session")
def binary():
    try:
        return find_binary()
    except FileNotFoundError as error:
        pytest.exit(str(error), returncode=2)


@pytest.fixture
def aegis(binary, tmp_path):
    if binary is None:
        pytest.skip("states only")
    return Aegis(binary, tmp_path, os.environ)


@pytest.fixture(scope="session")
def kubectl(folder):
    return Kubectl(folder)


@pytest.fixture
def proxy(folder):
    with FaultProxy(folder) as one:
        yield one


def chosen_cases(request):
    """The namespaced cases some chosen test is about: with -k, only those are played."""
    names = {item.callspec.params["case"].name for item in request.session.items
             if "case" in getattr(item, "callspec", _NoCall).params}
    return [case for case in CASES if case.name in names and not case.has_cluster_scope]


class _NoCall:
    params = {}


CASES = all_cases()


@pytest.fixture(scope="session")
def broken_cases(request, folder):
    """All are broken at once and play their parts side by side; that saves minutes."""
    cases = chosen_cases(request)
    side_by_side(lambda case: case.break_it(folder), cases)
    return cases


@pytest.fixture(scope="session")
def fixed_cases(broken_cases):
    side_by_side(lambda case: case.repair(), broken_cases)
    return broken_cases


def side_by_side(step, cases):
    """kubectl waits for the server most of its time."""
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(step, cases))


def pytest_generate_tests(metafunc):
    if "case" in metafunc.fixturenames:
        wanted = metafunc.module.SCOPE
        cases = [case for case in CASES if case.has_cluster_scope == (wanted == "cluster")]
        metafunc.parametrize("case", cases, ids=[case.name for case in cases])
