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


def scan(form, *arguments, dump=None):
    run = subprocess.run([AEGIS, "scan", "--no-state", "-o", form, *arguments],
                         input=dump.encode() if dump else None, capture_output=True)
    assert run.returncode in (0, 1, 3), run.stderr.decode()
    return run.stdout


class CASES:
    """Every report is made of each of these."""
    all = {
        "the demo": (["--demo"], None),
        "the demo with advice": (["--demo", "--level", "low", "--fail-on", "never"], None),
        "nothing": (["-f", "-"], HEALTHY),
        "hostile names": (["-f", "-"], dumps.hostile()),
        "control characters": (["-f", "-"], CONTROLS),
        "a gap": (["-f", "-"], GAP),
        "many": (["-f", "-"], dumps.many(2000)),
    }


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
        for name, (arguments, dump) in CASES.all.items():
            with self.subTest(name):
                yield name, scan(form, *arguments, dump=dump)
        with self.subTest("several contexts"):
            yield "several contexts", scan(form, *self.clusters.arguments)
        with self.subTest("a baseline with resolved incidents"):
            path = pathlib.Path("/dev/stdin")
            yield "baseline", subprocess.run(
                [AEGIS, "scan", "--no-state", "-o", form, "--demo", "--baseline", path],
                input=BASELINE.encode(), capture_output=True).stdout

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
                prints = [result["partialFingerprints"]["aegisIncident/v1"]
                          for result in run["results"]]
                self.assertEqual(len(set(prints)), len(prints))

    def test_json_of_several_contexts_follows_the_contract(self):
        schema = json.loads((CONTRACT / "ScanReport.schema.json").read_text())
        report = json.loads(scan("json", *self.clusters.arguments))
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
        ours = {"h2", "p", "strong", "em", "table", "thead", "tbody", "tr", "th", "td", "code",
                "details", "summary", "b", "ul", "li", "blockquote"}
        for name, report in self.each("markdown"):
            # GitHub takes no longer comment.
            self.assertLess(len(report.decode()), 65536)
            page = subprocess.run(
                ["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough"],
                input=report, capture_output=True, check=True).stdout.decode()
            elements = Elements(page)
            self.assertLessEqual(elements.names, ours)
            self.assertEqual(elements.links, set())
            self.assertEqual(page.count("<details>"), page.count("</details>"))

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
