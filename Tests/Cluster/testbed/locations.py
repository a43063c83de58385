"""Where `provide` puts things."""

import os
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent.parent
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "aegis-testbed"
BINARIES = CACHE / "kubernetes-1.20.2" / "bin"
PYTHON = CACHE / "python" / "bin" / "python"


def require_provided():
    """Ends with one sentence when the cache is not filled yet."""
    if not BINARIES.is_dir() or not PYTHON.exists():
        sys.exit(f"cluster: nothing is built yet; run {HERE / 'provide'} first")
