"""SHA-256 as the interpreter computes it by itself.

`hashlib` loads OpenSSL first, which takes longer than hashing most assessments.
"""

try:
    from _sha2 import sha256  # type: ignore[import-not-found]  # Python 3.12 and later
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found]
    except ImportError:  # an interpreter built without its own
        from hashlib import sha256

__all__ = ["sha256_hex"]


def sha256_hex(content: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal digits."""
    return str(sha256(content).hexdigest())
