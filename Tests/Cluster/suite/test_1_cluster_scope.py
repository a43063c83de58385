"""Cases that touch the whole cluster, one after another, scanned with -A: nothing else may be named."""

from checks import check_scan, disagreement, mend

SCOPE = "cluster"


def test_a_fresh_cluster_is_healthy(aegis, kubectl):
    result = aegis.scan("-A")
    assert result.status == 0 and not result.incidents(), str(result)


def test_names_and_explains_it_and_then_its_repair(case, folder, request):
    case.break_it(folder)
    passed = False
    try:
        case.wait_until_broken()
        check_scan(request, case, case.expected["incidents"], case.status())
        check_analysis(request, case)
        if "mend" in case.expected and request.getfixturevalue("binary"):
            mend(case, request.getfixturevalue("aegis"))
        else:
            case.repair()
        case.wait_until_healed()
        check_scan(request, case, [], {0})
        passed = True
    finally:
        case.clear()
        if not passed:
            case.remove()


def check_analysis(request, case):
    if request.getfixturevalue("binary"):
        aegis = request.getfixturevalue("aegis")
        complaint = disagreement(aegis("analyze", "-o", "json", *case.scan_arguments()), case.expected["incidents"])
        assert not complaint, complaint
