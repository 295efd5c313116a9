"""New keys."""


def new_id() -> str:
    """A key of 128 random bits, as 22 characters."""
    import secrets  # only where something is made: reading a file has no use for it

    return secrets.token_urlsafe(16)
