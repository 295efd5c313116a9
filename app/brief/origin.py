"""What a brief was made from, so that somebody can make it again."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Origin:
    """The state of the assessment and the program that made the brief.

    fingerprint: SHA-256 of the assessment's content in hexadecimal; since: that of the earlier
    state, for a brief about what changed; versions: the program and the libraries that a brief's
    bytes depend on. Each is empty where it is not known.
    """

    fingerprint: str = ""
    since: str = ""
    versions: tuple[str, ...] = ()

    @property
    def keywords(self) -> str:
        """All of it in one line, as a PDF's keywords carry it."""
        digests = (("sha256", self.fingerprint), ("since", self.since))
        parts = [f"{name}:{digest}" for name, digest in digests if digest]
        return "; ".join([*parts, *self.versions])
