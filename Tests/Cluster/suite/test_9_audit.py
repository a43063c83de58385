"""What the server's audit log says of all the runs before: reading commands write nothing."""

import json
import os
import pathlib

READING = {"get", "list", "watch"}
# These ask the server what one may do; nothing is stored.
REVIEWS = {"selfsubjectaccessreviews", "selfsubjectrulesreviews"}


def entries():
    for line in pathlib.Path(os.environ["TESTBED_AUDIT_LOG"]).read_text().splitlines():
        entry = json.loads(line)
        if entry.get("userAgent", "").startswith("aegis"):
            yield entry


# What `shadow-test --apply` was told to change; the second without having the rights.
APPLIED = {"shadow-apply", "aegis-tested"}


def is_allowed(entry):
    """A write of shadow-test: into a namespace of its own, or one that the server does not store, or --apply's; or
    one of --record's."""
    place = entry.get("objectRef", {})
    name = place.get("name", "") if place.get("resource") == "namespaces" else place.get("namespace", "")
    return (name.startswith("aegis-shadow-") or "dryRun=All" in entry["requestURI"] or name in APPLIED
            or place.get("resource") == "clusterkopfpeerings" or place.get("apiGroup") == "aegis.io")


def test_nothing_is_written_but_into_shadows(aegis):
    aegis.scan("-A")
    seen = list(entries())
    assert seen, "no request of aegis is in the audit log; is its user agent aegis/VERSION?"
    writes = [f"{one['verb']} {one['requestURI']}" for one in seen
              if one["verb"] not in READING and one.get("objectRef", {}).get("resource") not in REVIEWS
              and not is_allowed(one)]
    assert not writes, "\n".join(writes)


def test_no_secret_is_listed_without_need(aegis):
    """Secrets are read for certificates and references; never by name, and never watched."""
    watched = [one["requestURI"] for one in entries() if one["verb"] == "watch"]
    assert not watched, "\n".join(watched)
