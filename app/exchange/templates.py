"""Assessments half made: question, options, worded criteria and the rest, with nothing scored."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.wording import _
from db.model import Assessment

from .json_document import read_json

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "templates"


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of decision: the name that is typed, its title, and a line on what it is for."""

    name: str
    title: str
    line: str


def list_templates() -> tuple[Template, ...]:
    """Every template in the reader's language; no file is read."""
    return (
        Template(
            "recognition",
            _("Recognition of a new authority"),
            _("Whether and how to deal with those who came to power against the constitution."),
        ),
        Template(
            "engagement",
            _("Engagement with a de facto authority"),
            _("How closely, with whom and about what to work without recognition."),
        ),
        Template(
            "sanctions",
            _("Sanctions package"),
            _("Which measures to take, at what cost, and what would end them."),
        ),
        Template(
            "membership",
            _("Membership or suspension in an organisation"),
            _("Whether a state is admitted, kept, limited or suspended."),
        ),
        Template(
            "access",
            _("Humanitarian access"),
            _("How relief reaches people whose rulers limit the way."),
        ),
        Template(
            "evacuation",
            _("Evacuation or protection of people at risk"),
            _("Bringing people out, protecting them where they are, or both."),
        ),
    )


@cache
def read_template(name: str) -> Assessment:
    """A template's content; `start_from` makes a document of its own of it.

    Raises KeyError for a name that `list_templates` does not give.
    """
    if name not in {template.name for template in list_templates()}:
        raise KeyError(name)
    return read_json((FOLDER / f"{name}.json").read_bytes())
