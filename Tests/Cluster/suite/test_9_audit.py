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


def test_reading_commands_write_nothing(aegis):
    aegis.scan("-A")
    seen = list(entries())
    assert seen, "no request of aegis is in the audit log; is its user agent aegis/VERSION?"
    writes = [f"{one['verb']} {one['requestURI']}" for one in seen
              if one["verb"] not in READING and one.get("objectRef", {}).get("resource") not in REVIEWS
              # The server checks these and stores nothing.
              and "dryRun=All" not in one["requestURI"]]
    assert not writes, "\n".join(writes)


def test_no_secret_is_listed_without_need(aegis):
    """Secrets are read for certificates and references; never by name, and never watched."""
    watched = [one["requestURI"] for one in entries() if one["verb"] == "watch"]
    assert not watched, "\n".join(watched)
