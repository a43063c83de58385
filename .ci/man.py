#!/usr/bin/env python3
"""Writes the man pages from what the binary says of its own options.

usage: aegis --experimental-dump-help | man.py DIRECTORY DATE
The parser knows options and their help; exit status, environment, files and examples are here.
"""
import json
import pathlib
import re
import sys
import textwrap

EXIT_STATUS = [
    (0, "Ran, read everything, and nothing is at or above Fl -fail-on ."),
    (1, "Something is at or above Fl -fail-on ; in a look-up, nothing has the Fl -key ; "
        "with Fl -check , a right is missing."),
    (2, "Could not run: unreachable, unauthorised, unreadable input."),
    (3, "Nothing at or above Fl -fail-on , but not everything could be read."),
    (4, "A shadow test or a verification refuted the change."),
    (5, "Refused: an opt-in is missing, a peer has priority, or a policy forbids it."),
    (64, "The command line was wrong."),
]
ENVIRONMENT = [
    ("KUBECONFIG", "Kubeconfig files, separated by colons, merged as kubectl merges them."),
    ("AEGIS_CONFIG", "The settings file."),
    ("AEGIS_CONTEXT", "The context, unless Fl -context is given."),
    ("AEGIS_NAMESPACE", "The namespace, unless Fl n or Fl A is given."),
    ("AEGIS_LEVEL", "The severity to report from, unless Fl -level is given."),
    ("AEGIS_FAIL_ON", "The severity to fail from, unless Fl -fail-on is given."),
    ("AEGIS_PROMETHEUS_AUTHORIZATION", "The Authorization header for Fl -prometheus ."),
    ("AEGIS_MODEL", "The language model that Cm analyze asks; none is asked without."),
    ("AEGIS_MODEL_ENDPOINT", "Its address; AEGIS_MODEL_PROVIDER says whose API it speaks, openai or anthropic."),
    ("AEGIS_MODEL_KEY", "Its key, else OPENAI_API_KEY or ANTHROPIC_API_KEY."),
    ("OBS_LOG_LEVEL", "debug, info, notice, warning or error, unless Fl v is given."),
    ("DEBUG", "1 for the level debug."),
    ("NO_COLOR", "No colour, whatever its value."),
    ("COLUMNS", "The width to write for."),
]
FILES = [
    ("$XDG_CONFIG_HOME/aegis/config.yaml", "Settings."),
    ("$XDG_STATE_HOME/aegis/CLUSTER/incidents.json",
     "Incidents as they came and went, for Fl -baseline Cm state ."),
    ("$XDG_STATE_HOME/aegis/CLUSTER/shadows.json",
     "Shadow environments that are there, for Cm shadow-test gc ."),
    ("$XDG_STATE_HOME/aegis/CLUSTER/metrics.json", "What all runs counted, for Cm metrics ."),
    ("$XDG_STATE_HOME/aegis/CLUSTER/proposals.json", "The queue of Cm scale-propose ."),
    ("~/.kube/config", "The kubeconfig, where KUBECONFIG is not set."),
]
EXAMPLES = {
    "index dump": [
        ("How each pod is:", "aegis index dump --index pod-health"),
        ("One pod, for a script:",
         "aegis index dump --index pod-health --key shop/cart-0 -o json"),
        ("Who uses a Secret:", "aegis index dump --index config-reference --key secret/shop/db"),
        ("The nodes' resources in a dump:", "aegis index dump --index node-resource -f dump/"),
        ("The counts:", "aegis index dump --probes"),
    ],
    "manifests rbac": [
        ("An account that may do what scan and metrics do:",
         "aegis manifests rbac --for scan,metrics | kubectl apply -f -"),
        ("May I?", "aegis manifests rbac --check"),
        ("May that account?",
         "aegis manifests rbac --check --as system:serviceaccount:aegis:aegis"),
    ],
    "manifests cronjob": [
        ("A scan every ten minutes, whose incidents are in the pod's log:",
         "aegis manifests cronjob --image registry.example/aegis:1.0 | kubectl apply -f -"),
        ("Metrics, sent to a Pushgateway:",
         "aegis manifests cronjob --image registry.example/aegis:1.0 --name aegis-metrics "
         "--for metrics -- --no-state --push http://pushgateway:9091"),
    ],
    "manifests networkpolicy": [
        ("Where the API server is:", "kubectl get endpoints kubernetes"),
        ("That, and a Pushgateway in another namespace:",
         "aegis manifests networkpolicy --api-server 10.0.0.1:6443 --egress monitoring:9091"),
    ],
    "manifests crd": [
        ("Define them:", "aegis manifests crd | kubectl apply -f -"),
        ("Keep incidents as objects:",
         "aegis scan -o ndjson | jq '{apiVersion: \"aegis.io/v1alpha1\", kind: \"Incident\", "
         "metadata: {name: .id}, spec: .}' | kubectl apply -n aegis -f -"),
    ],
    "scan": [
        ("What is broken in the current context:", "aegis scan"),
        ("Only namespace shop, and fail for medium incidents too:",
         "aegis scan -n shop --fail-on medium"),
        ("A dump, for a script:", "aegis scan -f dump/ -o json | jq '.summary'"),
        ("What kubectl prints:", "kubectl get pods,events -A -o json | aegis scan -f -"),
        ("What is new since the last run:", "aegis scan --baseline state"),
        ("For Jenkins or GitLab, GitHub's code scanning, a pull request, a browser:",
         "aegis scan -o junit; aegis scan -o sarif; aegis scan -o markdown; "
         "aegis scan -o html > report.html"),
        ("Keep what was read, and look again later:",
         "aegis scan --save-snapshot monday.json; aegis scan -f monday.json"),
    ],
    "analyze": [
        ("Every incident:", "aegis analyze"),
        ("Those that touch one object:", "aegis analyze deploy/cart -n shop"),
        ("With logs that were saved:", "aegis analyze -f dump/ --logs logs/"),
        ("For a ticket, a browser, code scanning, CI:",
         "aegis analyze -o markdown; aegis analyze -o html > report.html; "
         "aegis analyze -o sarif; aegis analyze -o junit"),
    ],
    "explain": [
        ("What OOMKilled means, and what to do:", "aegis explain OOMKilled"),
        ("All rules as a page:", "aegis explain -o markdown > rules.md"),
    ],
    "shadow-test gc": [
        ("What runs that were killed have left:", "aegis shadow-test gc"),
    ],
    "shadow-test list": [
        ("What is there now:", "aegis shadow-test list"),
    ],
    "shadow-test": [
        ("An image, on a copy of the workload:",
         "aegis shadow-test deployment/web --set-image web=shop/web:2.1"),
        ("Whether the API server would take it:",
         "aegis shadow-test deployment/web --patch patch.yaml --runtime dry-run"),
        ("What is proposed, on a dump:",
         "aegis scale-propose -f dump/ -o yaml | aegis shadow-test -f - --snapshot dump/"),
        ("For a comment on the pull request that brings the change:",
         "aegis shadow-test -f change.yaml --snapshot dump/ -o markdown"),
        ("And into production, from a script:",
         "aegis shadow-test deployment/web --replicas 6 --apply --yes --stages 25%,100%"),
    ],
    "metrics": [
        ("From cron, for node_exporter:",
         "aegis scan >/dev/null; aegis metrics --textfile /var/lib/node_exporter/aegis.prom"),
        ("From a CronJob, whose state ends with the pod:",
         "aegis metrics --live --no-state --push http://pushgateway:9091"),
        ("Two clusters in one file:",
         "aegis metrics --all-clusters --textfile /var/lib/node_exporter/aegis.prom"),
    ],
}


# What help has no room for.
DETAILS = {
    "analyze":
        "Three agents work on each incident: rca_agent names the cause and the facts it rests on, "
        "solution_agent writes patches, verifier_agent applies them to a copy of what was read, plays the "
        "rollout and looks again. What is refuted is reported as refuted. Without logs that were saved, "
        "those of a live cluster that may tell are fetched.",
    "scale-propose":
        "Usage comes from Prometheus, from a VPA's checkpoints, from metrics-server or from a file; 'auto' "
        "takes the best there is. In junit a workload fails that asks for less than it was seen to need, "
        "and one is skipped that could do with less or whose change a guard holds; sarif has a warning for "
        "the first and notes for the others.",
    "shadow-test":
        "Nothing gets out of the namespaces of a test, and Secrets are copied within the cluster. An applied "
        "change goes into production in stages: a Deployment gets so many new pods beside all its old "
        "ones, a StatefulSet so many from its end; detection looks at the live objects after each "
        "stage, and the change is taken back if there is new trouble, or if the run is interrupted. In "
        "junit a check that failed is a failure, and what it left open an error.",
}
EXAMPLES["scale-propose"] = [
    ("Everything in a namespace:", "aegis scale-propose -n shop"),
    ("One workload, as a command to run:", "aegis scale-propose deploy/web -n shop -o patch"),
    ("With a history from its own address:",
     "aegis scale-propose --prometheus http://localhost:9090 --prices prices.yaml"),
    ("A dump and a usage file, for kustomize:",
     "aegis scale-propose -f dump/ --usage-file usage.ndjson -o kustomize"),
    ("Keep what is proposed, and look at it:",
     "aegis scale-propose -n shop --queue; aegis scale-propose queue list"),
]


def escape(text):
    """mdoc takes a leading dot or quote for a request, and a dash for a hyphen."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text[:1] in ".'" else text


def paragraph(text):
    """Plain text as mdoc wants it: a line a sentence, none longer than a screen."""
    sentences = re.split(r"(?<=[.:;]) (?=[A-Z'])", " ".join(text.split()))
    return [escape(line) for one in sentences
            for line in textwrap.wrap(one, 72, break_on_hyphens=False)]


def prose(text):
    """A sentence with `Fl -x` and `Cm x` in it, as mdoc lines."""
    words, line, lines = text.split(), [], []
    i = 0
    while i < len(words):
        if words[i] in ("Fl", "Cm"):
            if line:
                lines.append(escape(" ".join(line)))
            macro = f".{words[i]} {words[i + 1]}"
            i += 2
            while i < len(words) and words[i] in (".", ",", ";", "Cm"):
                if words[i] == "Cm":
                    macro += f" Cm {words[i + 1]}"
                    i += 1
                else:
                    macro += " " + words[i]
                i += 1
            lines.append(macro)
            line = []
        else:
            line.append(words[i])
            i += 1
    if line:
        lines.append(escape(" ".join(line)))
    return lines


def items(rows, macro):
    out = [".Bl -tag -width Ds"]
    for name, text in rows:
        out.append(f".It {macro} {name}")
        out += prose(text)
    return out + [".El"]


def terms(lines):
    """`name   what it is`, a line each."""
    out = [".Bl -tag -width Ds"]
    for line in lines.strip().splitlines():
        name, text = line.split(maxsplit=1)
        out += [f".It Cm {escape(name)}"] + paragraph(text)
    return out + [".El"]


def flag(argument):
    names = sorted(argument["names"], key=lambda n: n["kind"] != "short")
    parts = [f"Fl {n['name']}" if n["kind"] == "short" else f"Fl \\-{n['name']}"
             for n in names if n["kind"] in ("short", "long")]
    value = f" Ar {argument['valueName']}" if argument["kind"] == "option" else ""
    return " , ".join(part + value for part in parts)


def options(arguments):
    out, section = [], object()
    shown = [a for a in arguments if a.get("shouldDisplay") and a["kind"] != "positional"]
    titles = list(dict.fromkeys(a.get("sectionTitle", "") for a in shown))
    for title in titles:
        if title:
            out.append(f".Ss {title}")
        out.append(".Bl -tag -width Ds")
        for argument in (a for a in shown if a.get("sectionTitle", "") == title):
            out.append(f".It {flag(argument)}")
            text = argument.get("abstract", "")
            out += paragraph(text)
            if argument.get("allValues"):
                out.append("One of " + escape(", ".join(argument["allValues"])) + ".")
            if argument.get("defaultValue"):
                out.append("Default: " + escape(argument["defaultValue"]) + ".")
        out.append(".El")
    return out


def page(command, name, date, children):
    title = name.replace(" ", "-")
    out = [f".Dd {date}", f".Dt {title.upper()} 1", ".Os", ".Sh NAME", f".Nm {title}",
           ".Nd " + escape(command["abstract"].rstrip(".")), ".Sh SYNOPSIS"]
    out += [f".Nm {name}"]
    # What is run without a subcommand has its description and its options on this page.
    default = next((c for c in children if c["commandName"] == command.get("defaultSubcommand")), None)
    out += [".Op Ar subcommand" if default else ".Ar subcommand" if children else "",
            ".Op Ar options"]
    positional = [a for a in command["arguments"]
                  if a.get("shouldDisplay") and a["kind"] == "positional"]
    out += [f".Op Ar {a['valueName']}" for a in positional if not children]
    run = default or command
    text, *sections = re.split(r"^([A-Z][A-Z ]+)$", run.get("discussion", ""), flags=re.M)
    if default:
        text = command.get("discussion", "") + " " + text
    text += " " + DETAILS.get(name.removeprefix("aegis "), "")
    if text.strip():
        out += [".Sh DESCRIPTION"] + paragraph(text)
    for heading, lines in zip(sections[::2], sections[1::2]):
        if heading not in ("EXAMPLES", "EXIT STATUS"):
            out += [f".Sh {heading}"] + terms(lines)
    if children:
        out += [".Sh SUBCOMMANDS", ".Bl -tag -width Ds"]
        for child in children:
            out += [f".It Cm {child['commandName']}", escape(child["abstract"])]
        out.append(".El")
    out += [".Sh OPTIONS"] + options(run["arguments"])
    out += [".Sh ENVIRONMENT"] + items(ENVIRONMENT, "Ev")
    out += [".Sh FILES"] + items(FILES, "Pa")
    out += [".Sh EXIT STATUS"] + items(EXIT_STATUS, "Er")
    examples = EXAMPLES.get(name.removeprefix("aegis "))
    if examples:
        out.append(".Sh EXAMPLES")
        for words, line in examples:
            out += [escape(words), ".Bd -literal -offset indent", escape(line), ".Ed", ".Pp"]
        out.pop()
    out += [".Sh SEE ALSO"] + [".Xr kubectl 1" if name == "aegis" else ".Xr aegis 1 ,\n.Xr kubectl 1"]
    return "\n".join(line for line in out if line) + "\n"


def write(command, name, directory, date):
    """The page of a command, and those of its subcommands."""
    children = [c for c in command.get("subcommands", []) if c["commandName"] != "help"]
    path = directory / f"{name.replace(' ', '-')}.1"
    path.write_text(page(command, name, date, children))
    for child in (c for c in children if c["commandName"] != command.get("defaultSubcommand")):
        write(child, f"{name} {child['commandName']}", directory, date)


def main():
    directory, date = pathlib.Path(sys.argv[1]), sys.argv[2]
    write(json.load(sys.stdin)["command"], "aegis", directory, date)


main()
