#!/usr/bin/python3
"""Reports for other tools, judged by tools that nobody here wrote: xmllint with the schema of
Jenkins' JUnit XML, jsonschema with OASIS' of SARIF, and GitHub's Markdown renderer.

usage: test_formats.py AEGIS
Needs Debian's libxml2-utils, python3-jsonschema and cmark-gfm.
"""
import html.parser
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

import jsonschema

import clusters
import dumps

AEGIS = ""
CONTRACT = pathlib.Path(__file__).parent.parent / "AegisTests" / "Contract"
BASELINE = json.dumps({"apiVersion": "aegis.io/v1alpha1", "kind": "ScanReport", "incidents": [
    {"id": "1", "rule": "AEG-999", "category": "OOMKilled", "severity": "high",
     "title": dumps.HOSTILE, "message": dumps.HOSTILE,
     "resource": {"apiVersion": "v1", "kind": dumps.HOSTILE, "name": dumps.HOSTILE}}]})
HEALTHY = dumps.as_list([dumps.DONE])
GAP = dumps.as_list([dumps.pod("a", "b", dumps.KINDS[0]), {
    "apiVersion": "v1", "kind": "Pod", "metadata": {"name": "c"}, "spec": 5}])
CONTROLS = dumps.as_list([dumps.pod("a\u0000\u0001\u001b[31m\ufffe]]>\r\n\t", "b\u0085&\"'<",
                                    dumps.KINDS[0])])


NOW = ["--now", "2026-06-01T12:00:00Z"]


def run(subcommand, form, *arguments, dump=None):
    done = subprocess.run([AEGIS, subcommand, "--no-state", "-o", form, *arguments],
                          input=dump.encode() if dump else None, capture_output=True)
    assert done.returncode in (0, 1, 3, 4), done.stderr.decode()
    return done.stdout


def scan(form, *arguments, dump=None):
    return run("scan", form, *arguments, dump=dump)


class CASES:
    """Every report is made of each of these: a subcommand, its arguments, its standard input."""
    incidents = {
        "the demo": (["--demo"], None),
        "the demo with advice": (["--demo", "--level", "low", "--fail-on", "never"], None),
        "nothing": (["-f", "-"], HEALTHY),
        "hostile names": (["-f", "-"], dumps.hostile()),
        "control characters": (["-f", "-"], CONTROLS),
        "a gap": (["-f", "-"], GAP),
        "many": (["-f", "-"], dumps.many(2000)),
    }
    proposals = {
        "the demo": (["--demo"], None),
        "hostile names": (["-f", "-", *NOW], dumps.hostile_workload()),
        "many": (["-f", "-", "--all", *NOW], dumps.workloads(700)),
        "a gap": (["-f", "-", *NOW], "\n".join(
            [GAP, json.dumps(dumps.deployment("a", "w")), json.dumps(dumps.usage("a", "w"))])),
    }
    tests = {
        "one that passes": (["--demo", "deploy/cart", "-n", "shop", "--replicas", "3"], None),
        "one that fails": (["--demo", "deploy/web", "-n", "shop", "--replicas", "0"], None),
        "several": (["--demo", "-f", "-"], "\n---\n".join(
            dumps.change("shop", name, replicas)
            for name in ("web", "cart") for replicas in (0, 3, 400))),
        "nothing proposed": (["--demo", "-f", "-"], json.dumps(
            {"apiVersion": "aegis.io/v1alpha1", "kind": "ScalingProposalList", "items": []})),
    }

    @classmethod
    def all(cls):
        for subcommand, cases in [("scan", cls.incidents), ("analyze", cls.incidents),
                                  ("scale-propose", cls.proposals), ("shadow-test", cls.tests)]:
            for name, (arguments, dump) in cases.items():
                yield f"{subcommand} of {name}", (subcommand, arguments, dump)


class Elements(html.parser.HTMLParser):
    """The names of the elements and the addresses of a page."""
    def __init__(self, text):
        super().__init__()
        self.names, self.links = set(), set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.links.update(value for name, value in attrs if name in ("href", "src"))


class FormatTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.clusters = clusters.Clusters(cls.folder.name)

    @classmethod
    def tearDownClass(cls):
        cls.clusters.stop()
        cls.folder.cleanup()

    def each(self, form):
        for name, (subcommand, arguments, dump) in CASES.all():
            with self.subTest(name):
                yield name, run(subcommand, form, *arguments, dump=dump)
        with self.subTest("several contexts"):
            yield "several contexts", run("scan", form, *self.clusters.arguments)
        with self.subTest("a baseline with resolved incidents"):
            path = pathlib.Path("/dev/stdin")
            yield "baseline", subprocess.run(
                [AEGIS, "scan", "--no-state", "-o", form, "--demo", "--baseline", path],
                input=BASELINE.encode(), capture_output=True).stdout
        for names in [["list"], ["show", "deploy/web"]]:
            with self.subTest("the queue"), tempfile.TemporaryDirectory() as folder:
                queue = [AEGIS, "scale-propose", "queue", *names, "-o", form, "--of-cluster", "demo",
                         "--now", "2026-06-02T00:00:00Z", "--state-dir", folder]
                if names == ["list"]:
                    yield "an empty queue", subprocess.run(queue, capture_output=True).stdout
                subprocess.run([AEGIS, "scale-propose", "--demo", "--queue", "--state-dir", folder],
                               capture_output=True, check=True)
                yield "the queue", subprocess.run(queue, capture_output=True, check=True).stdout
        with self.subTest("a shadow test of hostile names"), tempfile.TemporaryDirectory() as folder:
            snapshot = pathlib.Path(folder) / "dump.json"
            snapshot.write_text(json.dumps(dumps.deployment(dumps.HOSTILE, dumps.HOSTILE)))
            yield "hostile", run("shadow-test", form, "--snapshot", str(snapshot), "-f", "-",
                                 dump=dumps.change(dumps.HOSTILE, dumps.HOSTILE, 0))

    def test_junit_follows_jenkins_schema(self):
        for name, report in self.each("junit"):
            check = subprocess.run(
                ["xmllint", "--noout", "--schema", CONTRACT / "junit-10.xsd", "-"],
                input=report, capture_output=True)
            self.assertEqual(check.returncode, 0, check.stderr.decode()[:2000])
            root = xml.etree.ElementTree.fromstring(report)
            for kind in ["failure", "error"]:
                self.assertEqual(int(root.get(f"{kind}s")), len(root.findall(f".//{kind}")))
            self.assertEqual(int(root.get("tests")), len(root.findall(".//testcase")))

    def test_junit_counts_gaps_as_errors_and_failures_by_fail_on(self):
        root = xml.etree.ElementTree.fromstring(scan("junit", "-f", "-", dump=GAP))
        self.assertEqual((root.get("failures"), root.get("errors")), ("1", "1"))
        for limit, failures in [("critical", "1"), ("medium", "16"), ("never", "0")]:
            root = xml.etree.ElementTree.fromstring(scan("junit", "--demo", "--fail-on", limit))
            self.assertEqual(root.get("failures"), failures)

    def test_sarif_follows_the_schema(self):
        schema = json.loads((CONTRACT / "sarif-schema-2.1.0.json").read_text())
        validator = jsonschema.Draft7Validator(
            schema, format_checker=jsonschema.draft7_format_checker)
        for name, report in self.each("sarif"):
            log = json.loads(report)
            errors = [error.message[:200] for error in validator.iter_errors(log)]
            self.assertEqual(errors, [])
            runs = log["runs"]
            self.assertEqual(len(runs), len(clusters.NAMES) if name == "several contexts" else 1)
            self.assertEqual(len({run["automationDetails"]["id"] for run in runs}), len(runs))
            for run in runs:
                ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
                for result in run["results"]:
                    if "ruleIndex" in result:
                        self.assertEqual(ids[result["ruleIndex"]], result["ruleId"])
                prints = [result["partialFingerprints"]["primaryLocationLineHash"]
                          for result in run["results"]]
                self.assertEqual(len(set(prints)), len(prints))

    def test_json_of_several_contexts_follows_the_contract(self):
        schema = json.loads((CONTRACT / "ScanReport.schema.json").read_text())
        report = json.loads(run("scan", "json", *self.clusters.arguments))
        errors = [error.message[:200] for error in
                  jsonschema.Draft202012Validator(schema).iter_errors(report)]
        self.assertEqual(errors, [])
        self.assertEqual({one["context"] for one in report["incidents"]}, set(clusters.NAMES[:2]))

    def test_sarif_of_a_gap_is_no_success(self):
        run, = json.loads(scan("sarif", "-f", "-", dump=GAP))["runs"]
        invocation, = run["invocations"]
        self.assertFalse(invocation["executionSuccessful"])
        self.assertIn("pods", invocation["toolExecutionNotifications"][0]["message"]["text"])

    def test_markdown_holds_no_element_link_or_mention_of_theirs(self):
        ours = {"h1", "h2", "h3", "p", "strong", "em", "table", "thead", "tbody", "tr", "th", "td",
                "code", "pre", "details", "summary", "b", "ul", "ol", "li", "blockquote"}
        for name, report in self.each("markdown"):
            # GitHub takes no longer comment.
            self.assertLess(len(report.decode()), 65536)
            page = subprocess.run(
                ["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough"],
                input=report, capture_output=True, check=True).stdout.decode()
            elements = Elements(page)
            self.assertLessEqual(elements.names, ours)
            self.assertEqual(elements.links, set())
            self.assertEqual(page.count("<details"), page.count("</details>"))

    def test_proposals_fail_where_a_workload_asks_for_less_than_it_needs(self):
        report = run("scale-propose", "junit", "-f", "-", "--all", *NOW, dump=dumps.workloads(9))
        root = xml.etree.ElementTree.fromstring(report)
        outcomes = {"".join(case.get("name")[-1:]): [child.tag for child in case]
                    for case in root.iter("testcase") if case.get("name").startswith("web")}
        self.assertEqual(outcomes["0"], ["failure"])
        self.assertEqual(outcomes["1"], ["skipped", "system-out"])
        log, = json.loads(run("scale-propose", "sarif", "-f", "-", *NOW,
                              dump=dumps.workloads(9)))["runs"]
        levels = {result["locations"][0]["logicalLocations"][0]["name"][-1]: result["level"]
                  for result in log["results"]}
        self.assertEqual((levels["0"], levels["1"]), ("warning", "note"))

    def test_the_chain_of_an_analysis_is_a_code_flow(self):
        log, = json.loads(run("analyze", "sarif", "--demo", "deploy/cart"))["runs"]
        result, = log["results"]
        flow, = result["codeFlows"][0]["threadFlows"]
        texts = [place["location"]["message"]["text"] for place in flow["locations"]]
        self.assertIn("needs more memory than its limit", texts[0])
        self.assertIn("Service shop/cart has no ready endpoint", texts[-1])

    def test_markdown_names_stay_in_their_cells(self):
        bad = "a|b `c` **d** [e](http://f) @g #1 https://h.example www.i.example k@l.example <i>j</i> </details>"
        pod = dumps.pod("x", "y", {"waiting": {"reason": "InvalidImageName", "message": bad}})
        pod["spec"]["containers"][0]["image"] = bad
        report = scan("markdown", "-f", "-", dump=dumps.as_list([pod])).decode()
        rows = [line for line in report.split("\n") if line.startswith("| ")]
        self.assertEqual(len(rows), 2)
        page = subprocess.run(["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink"],
                              input=report.encode(), capture_output=True).stdout.decode()
        self.assertEqual(page.count("<td>"), 4)
        self.assertNotIn("<a", page)
        self.assertNotIn("<i>", page)
        cells = page.split("<td>")[4].split("</td>")[0]
        self.assertIn("a|b `c` **d** [e]", cells)
        self.assertNotIn("@g", cells)
        self.assertEqual(page.count("</details>"), 1)


if __name__ == "__main__":
    AEGIS = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=2)
