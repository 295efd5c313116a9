"""Hashing gives the same digits whoever does it, and does not stop the window for large files."""

import hashlib
import subprocess
import sys

import pytest

from db.hashing import LARGE, sha256_hex
from tests.architecture.sources import ROOT


@pytest.mark.parametrize("size", [0, 1, 64, LARGE - 1, LARGE, LARGE + 1])
def test_the_digits_are_those_of_the_standard_library(size):
    content = b"a" * size
    assert sha256_hex(content) == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(("less", "loads"), [(1, False), (0, True)])
def test_only_what_is_large_is_left_to_openssl(less, loads):
    """OpenSSL lets other threads go on; its loading is not worth while for what is small."""
    program = (
        "import sys; from db.hashing import LARGE, sha256_hex\n"
        f"sha256_hex(bytes(LARGE - {less})); print('hashlib' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(loads)
