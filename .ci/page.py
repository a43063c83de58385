#!/usr/bin/env python3
"""Turns the HTML report's page into Swift literals, so that the binary needs no file beside it.

usage: page.py PAGE_DIRECTORY TARGET_DIRECTORY
The page may run this script and use this style and nothing else: their hashes are its policy.
"""
import base64
import hashlib
import pathlib
import re
import sys

STYLES = ["report.css", "incidents.css"]
SCRIPTS = ["base.js", "overview.js", "timeline.js", "chain.js", "incidents.js", "filters.js",
           "start.js"]


def digest(text):
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def literal(name, text):
    lines = "".join(f"        {line}\n" if line else "\n" for line in text.split("\n"))
    return f'    static let {name}: StaticString = #"""\n{lines}        """#\n'


def write(path, literals):
    body = "\n".join(literal(name, text) for name, text in literals)
    path.write_text("// Written by .ci/generate from the files in page/: change those.\n\n"
                    f"extension ReportPage {{\n{body}}}\n")


def main():
    source, target = map(pathlib.Path, sys.argv[1:])
    style = "\n" + "\n".join((source / name).read_text() for name in STYLES)
    script = "\n\"use strict\";\n" + "\n".join((source / name).read_text() for name in SCRIPTS)
    if re.search(r"</(?:script|style)|<!--", style + script, re.I):
        sys.exit("page.py: the page's own style or script would end early")
    policy = (f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; "
              "base-uri 'none'; form-action 'none'")
    markup = (source / "report.html").read_text().replace("{{policy}}", policy)
    head, rest = markup.split("{{style}}")
    body, rest = rest.split("{{data}}")
    middle, end = rest.split("{{script}}")
    write(target / "ReportPage+Markup.swift",
          [("head", head), ("body", body), ("middle", middle), ("end", end)])
    write(target / "ReportPage+Style.swift", [("style", style)])
    write(target / "ReportPage+Script.swift", [("script", script)])


main()
