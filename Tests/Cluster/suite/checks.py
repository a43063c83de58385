"""What a scan and an analysis must say."""

import re

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


def disagreement(result, wanted):
    """None when the analysis gives every wanted incident its cause and its fix; else what it gives."""
    left = list(result.report["analyses"])
    for one in wanted:
        found = next((each for each in left if answers({**each["incident"], "evidence": each["evidence"]}, one)), None)
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
