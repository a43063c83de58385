"""Every category in a namespace of its own: named exactly while broken, clean once repaired."""

import os
from collections import Counter

import pytest
from case import all_cases
from checks import check_scan, disagreement
from support import Aegis, difference, eventually, moment

SCOPE = "namespace"


def test_every_category_has_three_cases(aegis):
    played = Counter(name for case in all_cases() for name in {one["category"] for one in case.expected["incidents"]})
    categories = {one["category"] for one in aegis("explain", "-o", "json").report["items"]}
    assert not {name: played[name] for name in categories if played[name] < 3}


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


@pytest.fixture(scope="module")
def analysis_of_everything(broken_cases, binary, folder):
    """One for all cases: each by itself would take a minute."""
    if binary is None:
        pytest.skip("states only")
    return Aegis(binary, folder, os.environ)("analyze", "-A", "-o", "json", "--now", moment("+10m"))


def test_its_analysis_says_what_caused_it_and_what_to_do(case, broken_cases, analysis_of_everything, aegis):
    case = next(one for one in broken_cases if one.name == case.name)
    result = analysis_of_everything
    if not case.is_seen_at("+10m"):
        result = aegis("analyze", "-o", "json", *case.scan_arguments())
    complaint = disagreement(result, case.expected_anywhere())
    assert not complaint, complaint


def test_a_saved_snapshot_says_what_the_live_scan_said(broken_cases, aegis, tmp_path):
    saved = tmp_path / "snapshot.json"
    live = aegis("scan", "-o", "ndjson", "--level", "low", "--save-snapshot", saved)
    again = aegis("scan", "-o", "ndjson", "--level", "low", "-f", saved)
    assert live.out and live.out == again.out, f"{live}\n{again}"


def test_is_clean_after_the_repair(case, fixed_cases, request):
    case = next(one for one in fixed_cases if one.name == case.name)
    case.wait_until_healed()
    check_scan(request, case, [], {0})
