"""Every category in a namespace of its own: named exactly while broken, clean once repaired."""

from checks import check_scan
from support import difference, eventually, moment

SCOPE = "namespace"


def test_names_what_is_broken_and_nothing_else(case, broken_cases, request):
    case = next(one for one in broken_cases if one.name == case.name)
    case.wait_until_broken()
    check_scan(request, case, case.expected["incidents"], case.status())


def test_one_scan_of_the_whole_cluster_names_all_of_them(broken_cases, aegis):
    """No case hides, explains or adds to another."""
    wanted = [one for case in broken_cases if case.is_seen_at("+10m") for one in case.expected_anywhere()]
    elsewhere = [case.namespace for case in broken_cases if not case.is_seen_at("+10m")]

    def complaint():
        result = aegis.scan("-A", "--now", moment("+10m"))
        named = [one for one in result.incidents() if one["resource"].get("namespace") not in elsewhere]
        return difference(named, wanted)
    eventually(complaint, patience=5, pause=1)


def test_a_saved_snapshot_says_what_the_live_scan_said(broken_cases, aegis, tmp_path):
    saved = tmp_path / "snapshot.json"
    live = aegis("scan", "-o", "ndjson", "--level", "low", "--save-snapshot", saved)
    again = aegis("scan", "-o", "ndjson", "--level", "low", "-f", saved)
    assert live.out and live.out == again.out, f"{live}\n{again}"


def test_is_clean_after_the_repair(case, fixed_cases, request):
    case = next(one for one in fixed_cases if one.name == case.name)
    case.wait_until_healed()
    check_scan(request, case, [], {0})
