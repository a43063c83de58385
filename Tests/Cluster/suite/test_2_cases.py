"""Every category in a namespace of its own: named exactly while broken, clean once repaired."""

from checks import check_scan

SCOPE = "namespace"


def test_names_what_is_broken_and_nothing_else(case, broken_cases, request):
    case = next(one for one in broken_cases if one.name == case.name)
    case.wait_until_broken()
    check_scan(request, case, case.expected["incidents"], case.status())


def test_a_saved_snapshot_says_what_the_live_scan_said(broken_cases, aegis, tmp_path):
    saved = tmp_path / "snapshot.json"
    live = aegis("scan", "-o", "ndjson", "--level", "low", "--save-snapshot", saved)
    again = aegis("scan", "-o", "ndjson", "--level", "low", "-f", saved)
    assert live.out and live.out == again.out, f"{live}\n{again}"


def test_is_clean_after_the_repair(case, fixed_cases, request):
    case = next(one for one in fixed_cases if one.name == case.name)
    case.wait_until_healed()
    check_scan(request, case, [], {0})
