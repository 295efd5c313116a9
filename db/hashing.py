"""SHA-256 as the interpreter computes it by itself.

`hashlib` loads OpenSSL first, which takes longer than hashing most assessments. What is large is
left to it all the same: it is faster, and lets other threads, such as the window's, go on.
"""

try:
    from _sha2 import sha256  # type: ignore[import-not-found]  # Python 3.12 and later
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found]
    except ImportError:  # an interpreter built without its own
        from hashlib import sha256

__all__ = ["LARGE", "sha256_hex"]

LARGE = 2 * 2**20
"""Bytes from which OpenSSL hashes; the interpreter's own would stop all threads for longer."""


def sha256_hex(content: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal digits."""
    if len(content) >= LARGE:
        import hashlib

        return hashlib.sha256(content).hexdigest()
    return str(sha256(content).hexdigest())
