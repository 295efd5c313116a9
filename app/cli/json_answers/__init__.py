"""What the commands answer as JSON, as types: the published schemas are made from them.

An answer of version 1 may gain members; those that stand here keep their names and meanings.
"""

from typing import Any

import msgspec

from .analysis import AnalysisAnswer
from .check import CheckAnswer
from .policy import PolicyAnswer
from .ranking import RankingAnswer

ANSWERS: dict[str, Any] = {
    "rank": RankingAnswer,
    "analyse": AnalysisAnswer,
    "policy": PolicyAnswer,
    "check": CheckAnswer,
}
"""The type of the answer by the command that gives it."""


def answer_schema(command: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a command's answer."""
    return msgspec.json.schema(ANSWERS[command])
