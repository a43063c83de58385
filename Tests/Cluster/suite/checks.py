"""What a scan must say."""

from support import difference, eventually


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
