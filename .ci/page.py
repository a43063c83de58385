#!/usr/bin/env python3
"""Turns the HTML reports' pages into Swift literals, so that the binary needs no file beside it.

usage: page.py PAGE_DIRECTORY TARGET_DIRECTORY
A page may run its script and use its style and nothing else: their hashes are its policy.
"""
import base64
import hashlib
import pathlib
import re
import sys

# By the type that writes the page: its markup, styles and scripts, and what its markup is called
# between the places that are filled in.
PAGES = {
    "ReportPage": (
        "report.html", ["report.css", "incidents.css"],
        ["base.js", "theme.js", "analysis.js", "overview.js", "timeline.js", "chain.js",
         "incidents.js", "filters.js", "start.js"],
        ["head", "{{style}}", "body", "{{data}}", "middle", "{{script}}", "end"]),
    "SectionPage": (
        "sections.html", ["report.css", "sections.css"], ["theme.js", "sections.js"],
        ["head", "{{title}}", "titleEnd", "{{style}}", "top", "{{lead}}", "body", "{{content}}",
         "middle", "{{script}}", "end"]),
}


def digest(text):
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def literal(name, text):
    lines = "".join(f"        {line}\n" if line else "\n" for line in text.split("\n"))
    return f'    static let {name}: StaticString = #"""\n{lines}        """#\n'


def write(path, page, literals):
    body = "\n".join(literal(name, text) for name, text in literals)
    path.write_text("// Written by .ci/generate from the files in page/: change those.\n\n"
                    f"extension {page} {{\n{body}}}\n")


def parts(markup, names):
    """The markup between its placeholders, by name."""
    for name, placeholder in zip(names[::2], names[1::2]):
        part, markup = markup.split(placeholder)
        yield name, part
    yield names[-1], markup


def main():
    source, target = map(pathlib.Path, sys.argv[1:])
    for page, (markup, styles, scripts, names) in PAGES.items():
        style = "\n" + "\n".join((source / name).read_text() for name in styles)
        script = "\n\"use strict\";\n" + "\n".join((source / name).read_text() for name in scripts)
        if re.search(r"</(?:script|style)|<!--", style + script, re.I):
            sys.exit("page.py: the page's own style or script would end early")
        policy = (f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; "
                  "base-uri 'none'; form-action 'none'")
        text = (source / markup).read_text().replace("{{policy}}", policy)
        write(target / f"{page}+Markup.swift", page, parts(text, names))
        write(target / f"{page}+Style.swift", page, [("style", style)])
        write(target / f"{page}+Script.swift", page, [("script", script)])


main()
