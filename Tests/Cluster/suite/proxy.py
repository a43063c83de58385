"""The fault proxy as a fixture: started in front of the API server, told its rules, ended."""

import json
import os
import pathlib
import ssl
import subprocess
import sys
import urllib.request

from support import ROOT


class FaultProxy:
    def __init__(self, folder, certificate=None, key=None, plain=False):
        pki = pathlib.Path(os.environ["TESTBED_DIR"]) / "pki"
        self.folder, self.plain = folder, plain
        self.certificate, self.key = certificate or pki / "server.crt", key or pki / "server.key"

    def __enter__(self):
        shown = ["--plain"] if self.plain else ["--certificate", self.certificate, "--key", self.key]
        self.process = subprocess.Popen(
            [sys.executable, ROOT / "fault_proxy.py", "--upstream", os.environ["TESTBED_SERVER"],
             "--ca", os.environ["TESTBED_CA"], *shown], stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        self.kubeconfig = self.folder / "proxy.kubeconfig"
        document = json.loads(pathlib.Path(os.environ["TESTBED_TOKEN"]).read_text())
        document["clusters"][0]["cluster"]["server"] = self.url
        self.kubeconfig.write_text(json.dumps(document))
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)
        self.process.stdout.close()

    def _ask(self, path, method="GET", body=None):
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        request = urllib.request.Request(self.url + path, method=method, data=body)
        with urllib.request.urlopen(request, context=None if self.plain else context, timeout=10) as answer:
            return answer.read()

    def rules(self, *lines):
        self._ask("/fault/rules", "PUT", "\n".join(lines).encode())

    def log(self):
        return json.loads(self._ask("/fault/log"))

    def requests(self, path):
        """What was asked of one path since the rules were set."""
        return [one for one in self.log() if one["path"] == path]
