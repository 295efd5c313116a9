"""The one environment in which every test runs: no screen, no network, nobody's own files."""

import os
import sys
import tempfile
from pathlib import Path

from hypothesis import settings

# Before anything imports Qt: a test needs no display and no settings of the person who runs it.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
for name in [name for name in os.environ if name.startswith(("COUNTERPOISE_", "QT_SCALE"))]:
    del os.environ[name]
_HOME = tempfile.TemporaryDirectory(prefix="counterpoise-test-")
for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
    os.environ[f"XDG_{kind}_HOME"] = str(Path(_HOME.name) / kind.lower())
os.environ["LANGUAGE"] = "en"

settings.register_profile(
    "counterpoise",
    deadline=None,  # two busy cores make any one example slow; laws are not about time
    database=None,
    print_blob=True,
)
settings.load_profile("counterpoise")


def _refuse_network(event: str, arguments: tuple) -> None:
    """Stop any connection but those between processes of this machine."""
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        raise RuntimeError(f"A test tried to reach the network at {arguments[1]}.")


sys.addaudithook(_refuse_network)
