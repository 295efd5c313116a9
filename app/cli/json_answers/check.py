"""What `counterpoise check --json` answers about a file that is whole."""

from typing import Literal

from msgspec import Struct


class CheckAnswer(Struct, kw_only=True):
    """What is in a file and what is missing in it.

    counts: rows by table; missing: parts that a brief lacks; remarks: doubtful words in what was
    typed, and what stands in the way of a final brief; provisional: what missing scores leave
    open, empty where none is missing.
    """

    format: Literal["counterpoise-check"]
    version: Literal[1]
    whole: bool
    title: str
    marking: str
    counts: dict[str, int]
    file: list[str]
    missing: list[str]
    remarks: list[str]
    provisional: str
