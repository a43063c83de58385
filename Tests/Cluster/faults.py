"""What the fault proxy can do to a request, and the rules that say to which.

A rule is one line: ACTION [KEY=VALUE...]

  delay seconds=N       answers after a while
  stall                 never answers
  reset                 closes the connection instead of answering
  cut after=BYTES       breaks the connection in the middle of the body
  half                  ends a list after half of its body, as if that were all
  zipped                compresses the answer, asked or not
  drip bytes=N every=S  sends the body in little pieces
  throttle seconds=N    429 with Retry-After
  status code=N         an API Status with this code (500 by default)
  gone                  410 to a request that carries a continue token
  html                  200 with a web page, as a login portal sends
  garbage               200 with bytes that are no document

and of which requests:

  path=GLOB   of the path alone (default *)      query=TEXT  found in the query string
  method=M    (default any)                      type=TEXT   found in the Accept header
  skip=N      lets the first N pass              times=N     is used up after N (default never)
"""

import fnmatch
import json
import shlex

ACTIONS = ("delay", "stall", "reset", "cut", "half", "zipped", "drip", "throttle", "status", "gone", "html", "garbage")
REASONS = {401: "Unauthorized", 403: "Forbidden", 404: "NotFound", 406: "NotAcceptable", 410: "Expired",
           429: "TooManyRequests", 500: "InternalError", 503: "ServiceUnavailable", 504: "Timeout"}
MESSAGES = {
    410: "The provided continue parameter is too old to display a consistent list result. You can start a new "
         "list without the continue parameter.",
    429: "Too many requests, please try again later.",
    500: "Internal error occurred: etcdserver: request timed out",
}
LOGIN_PAGE = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Please sign in.</body></html>\n"


class Rule:
    def __init__(self, line):
        self.action, *rest = shlex.split(line)
        self.line = line
        self.values = dict(word.split("=", 1) for word in rest)
        if self.action not in ACTIONS:
            raise ValueError(f"no action {self.action!r}; there are {', '.join(ACTIONS)}")
        self.skip = self.number("skip", 0)
        self.left = self.number("times", -1)

    def number(self, key, default):
        return int(self.values.get(key, default))

    def seconds(self, key, default):
        return float(self.values.get(key, default))

    def takes(self, method, path, query, accept):
        """Whether the rule is for this request; counts it if so."""
        wanted = self.values
        if not (fnmatch.fnmatchcase(path, wanted.get("path", "*")) and wanted.get("query", "") in query
                and wanted.get("method", method) == method and wanted.get("type", "") in accept):
            return False
        if self.action == "gone" and "continue=" not in query:
            return False
        if self.left == 0:
            return False
        if self.skip:
            self.skip -= 1
            return False
        self.left -= 1 if self.left > 0 else 0
        return True


def status_document(code):
    reason = REASONS.get(code, "Unknown")
    return json.dumps({"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure",
                       "message": MESSAGES.get(code, reason), "reason": reason, "code": code}) + "\n"
