"""Fixes as analyze offers them, applied to the real control plane: the next scan is clean."""

import os

import pytest
from case import Case, all_cases, mended_cases, settled, unhealed
from checks import mend
from conftest import side_by_side
from support import Kubectl, difference, eventually, moment

SCOPE = "mended"
MENDED = mended_cases()


@pytest.fixture(scope="module")
def broken(request, folder):
    """In namespaces of their own, all broken at once; with -k only those that are chosen."""
    names = {item.callspec.params["name"] for item in request.session.items
             if "name" in getattr(item, "callspec", _NoCall).params}
    cases = [Case(one.folder) for one in MENDED if one.name in names]
    for case in cases:
        case.namespace = f"mend-{case.name}"
    side_by_side(lambda case: case.break_it(folder), cases)
    yield {case.name: case for case in cases}
    side_by_side(lambda case: [case.kubectl(one) for one in case.expected.get("clear", [])], cases)


class _NoCall:
    params = {}


@pytest.mark.parametrize("name", [one.name for one in MENDED])
def test_the_offered_fix_makes_the_next_scan_clean(name, broken, aegis):
    case = broken[name]
    case.wait_until_broken()
    mend(case, aegis)
    eventually(lambda: settled(case.kubectl) or unhealed(case.kubectl))

    def unclean():
        result = aegis.scan(*case.scan_arguments())
        return difference(result.incidents(), [])
    eventually(unclean, patience=20, pause=1)


def test_who_may_not_patch_is_told_that_the_server_was_not_asked(folder, aegis):
    case = Case(next(one.folder for one in all_cases() if one.name == "65-scaled-to-zero"))
    case.namespace = "team-a"
    kubectl = Kubectl(folder, case.namespace)
    kubectl(["apply", "-f", case.folder / "broken.yaml"])

    def complaint():
        result = aegis("analyze", "-o", "json", "-n", "team-a", "--now", moment("+10m"),
                       kubeconfig=os.environ["TESTBED_VIEWER"])
        checks = [check for one in result.report["analyses"] for check in one["verification"]["checks"]]
        skipped = [one for one in checks if one["name"] == "server-dry-run" and one["status"] == "skipped"]
        return None if skipped and "cannot patch" in skipped[0]["message"] else f"{result}"
    eventually(complaint, patience=10, pause=1)
    kubectl(["delete", "-f", case.folder / "broken.yaml"])


def test_the_log_of_a_live_container_names_the_cause(folder, aegis):
    case = Case(next(one.folder for one in all_cases() if one.name == "01-crash-missing-variable"))
    case.namespace = "logs-of-a-crash"
    case.break_it(folder)
    case.wait_until_broken()

    def complaint():
        result = aegis("analyze", "-o", "json", "-n", case.namespace)
        causes = [one["rootCause"]["summary"] for one in result.report["analyses"]]
        return None if any("variable" in one and "not set" in one for one in causes) else f"{causes}\n{result}"
    eventually(complaint, patience=10, pause=1)
