"""A small fleet on a cluster of its own: every broken workload is named, and nothing else."""

import os
import subprocess
import sys

import pytest
from support import ROOT


def test_every_broken_workload_is_named_and_nothing_else(binary, tmp_path):
    if binary is None:
        pytest.skip("states only")
    command = [ROOT / "cluster", "run", "--bare", "--", sys.executable, ROOT / "bench.py", "--pods", "500",
               "--aegis", os.path.abspath(binary), "--only-aegis"]
    done = subprocess.run(command, env={**os.environ, "XDG_STATE_HOME": str(tmp_path)}, capture_output=True,
                          text=True, timeout=300)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
