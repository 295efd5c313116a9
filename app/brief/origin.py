"""What a brief was made from, so that somebody can make it again."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Origin:
    """The state of the assessment and the program that made the brief.

    fingerprint: SHA-256 of the assessment's content in hexadecimal; versions: the program and the
    libraries that a brief's bytes depend on. Either is empty where it is not known.
    """

    fingerprint: str = ""
    versions: tuple[str, ...] = ()

    @property
    def keyword(self) -> str:
        """The fingerprint as a PDF's keywords carry it."""
        return f"sha256:{self.fingerprint}" if self.fingerprint else ""
