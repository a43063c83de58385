"""What a scan and an analysis must say, and what the fixes must do."""

import os
import re
import subprocess

from support import answers, difference, eventually


def check_scan(request, case, wanted, statuses):
    """States alone are checked where there is no binary."""
    if request.getfixturevalue("binary") is None:
        return
    aegis = request.getfixturevalue("aegis")

    def complaint():
        result = aegis.scan(*case.scan_arguments())
        wrong = difference(result.incidents(), wanted)
        if wrong or result.status not in statuses:
            return f"status {result.status}, expected one of {sorted(statuses)}\n{wrong or ''}\n{result}"
        return None
    # Endpoints and counters follow the pods a moment later.
    eventually(complaint, patience=5, pause=1)


def mend(case, aegis):
    """Does what analyze says, for each of the case's incidents."""
    looks = []

    def complaint():
        looks.append(aegis("analyze", "-o", "json", *case.scan_arguments()))
        analyses = looks[-1].report["analyses"]
        unlike = difference([incident(one) for one in analyses], case.expected["incidents"])
        if unlike:
            return f"{unlike}\n{looks[-1]}"
        missing = [one["incident"]["title"] for one in analyses if not chosen_fix(one, case)]
        return f"no fix: {missing}\n{looks[-1]}" if missing or not analyses else None
    eventually(complaint, patience=10, pause=1)
    for analysis in looks[-1].report["analyses"]:
        wanted = expectation(analysis, case)
        assert re.search(wanted.get("cause", ""), analysis["rootCause"]["summary"]), str(looks[-1])
        assert any(re.search(wanted.get("cites", ""), path) for path in cited(analysis)), str(looks[-1])
        fix = chosen_fix(analysis, case)
        asked = {one["name"]: one["status"] for one in analysis["verification"]["checks"]}
        is_tried = fix == analysis["fixes"][0] and fix["status"] == "verified"
        if is_tried and fix["patch"]["type"] in ("strategic-merge", "merge", "json", "create"):
            assert asked.get("server-dry-run") == "passed", str(looks[-1])
        run(fix["command"], case)
    for command in case.expected["mend"]:
        case.kubectl(command)


def expectation(analysis, case):
    return next(one for one in case.expected["incidents"] if answers(incident(analysis), one))


def incident(analysis):
    return {**analysis["incident"], "evidence": analysis["evidence"]}


def cited(analysis):
    return [one["path"] for one in analysis["evidence"] if one["id"] in analysis["rootCause"]["evidence"]]


def chosen_fix(analysis, case):
    """The first that is verified, or the step that the case is about."""
    step = expectation(analysis, case).get("step")
    return next((fix for fix in analysis["fixes"]
                 if (re.search(step, fix["title"]) if step else fix["status"] == "verified")), None)


def run(command, case):
    """As somebody who pastes it would."""
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", command], capture_output=True, text=True, timeout=120,
                          env={**os.environ, "KUBECONFIG": str(case.kubectl.path)})
    assert done.returncode == 0, f"$ {command}\n{done.stdout}{done.stderr}"


def disagreement(result, wanted):
    """None when the analysis gives every wanted incident its cause and its fix; else what it gives."""
    left = list(result.report["analyses"])
    for one in wanted:
        found = next((each for each in left if answers(incident(each), one)), None)
        if found is None:
            return f"{one['category']} {one['resource']} is not analyzed\n{result}"
        left.remove(found)
        cause = found["rootCause"]["summary"]
        fixes = [fix["title"] for fix in found["fixes"] if fix["status"] != "refuted"]
        if not re.search(one.get("cause", ""), cause):
            return f"the cause is no {one['cause']!r}:\n{cause}"
        if not any(re.search(one.get("fix", ""), fix) for fix in fixes):
            return f"no fix is {one.get('fix', 'offered')!r}:\n{fixes}"
    return None
