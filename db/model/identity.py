"""New keys."""

import secrets


def new_id() -> str:
    """A key of 128 random bits, as 22 characters."""
    return secrets.token_urlsafe(16)
