"""Fixes as analyze offers them, applied to the real control plane: the next scan is clean."""

import os
import subprocess

import pytest
from case import Case, all_cases, settled, unhealed
from conftest import side_by_side
from support import Kubectl, difference, eventually, moment

SCOPE = "mended"
MENDED = [one for one in all_cases() if "mend" in one.expected]


@pytest.fixture(scope="module")
def mended_cases(request, folder):
    """In namespaces of their own, all broken at once; with -k only those that are chosen."""
    names = {item.callspec.params["name"] for item in request.session.items
             if "name" in getattr(item, "callspec", _NoCall).params}
    cases = [Case(one.folder) for one in MENDED if one.name in names]
    for case in cases:
        case.namespace = f"mend-{case.name}"
    side_by_side(lambda case: case.break_it(folder), cases)
    return {case.name: case for case in cases}


class _NoCall:
    params = {}


@pytest.mark.parametrize("name", [one.name for one in MENDED])
def test_the_offered_fix_makes_the_next_scan_clean(name, mended_cases, aegis):
    case = mended_cases[name]
    case.wait_until_broken()

    def fixes():
        result = aegis("analyze", "-o", "json", *case.scan_arguments())
        return result, [first_verified(one) for one in result.report["analyses"]]

    def complaint():
        result, found = fixes()
        return None if found and all(found) else f"not every incident has a verified fix\n{result}"
    eventually(complaint, patience=10, pause=1)
    result, found = fixes()
    for analysis, fix in zip(result.report["analyses"], found):
        asked = {one["name"]: one["status"] for one in analysis["verification"]["checks"]}
        if fix["patch"]["type"] in ("strategic-merge", "merge", "json", "create"):
            assert asked.get("server-dry-run") == "passed", result
        run(fix["command"], case)
    for command in case.expected["mend"]:
        case.kubectl(command)
    eventually(lambda: settled(case.kubectl) or unhealed(case.kubectl))

    def unclean():
        result = aegis.scan(*case.scan_arguments())
        return difference(result.incidents(), [])
    eventually(unclean, patience=20, pause=1)


def first_verified(analysis):
    return next((fix for fix in analysis["fixes"] if fix["status"] == "verified"), None)


def run(command, case):
    """As somebody who pastes it would."""
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", command], capture_output=True, text=True, timeout=120,
                          env={**os.environ, "KUBECONFIG": str(case.kubectl.path)})
    assert done.returncode == 0, f"$ {command}\n{done.stdout}{done.stderr}"


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
