"""What a merge comes to, in numbers and sentences."""

from collections.abc import Sequence

from app.wording.changes.values import subject
from db.model import Assessment

from .language import _, ngettext
from .lists import listed

Note = tuple[str, tuple[str, tuple[str | float, ...]]]
"""Why a row is not as either side left it, and which row."""


def arrival_sentence(authors: Sequence[str], changes: int, conflicts: int) -> str:
    """Who changed how much, and how much of it needs a decision."""
    if not changes:
        return _("This version says nothing that yours does not.")
    who = listed(tuple(author for author in authors if author)) or _("Somebody")
    text = ngettext("{who} made {count} change.", "{who} made {count} changes.", changes)
    said = [text.format(who=who, count=changes)]
    if conflicts:
        said.append(
            ngettext(
                "{count} place was changed on both sides and needs a decision.",
                "{count} places were changed on both sides and need a decision.",
                conflicts,
            ).format(count=conflicts)
        )
    else:
        said.append(_("Nothing was changed on both sides."))
    return " ".join(said)


def note_sentence(assessment: Assessment, note: Note) -> str:
    """Why a row of the merged assessment is not as either side left it."""
    reason, (table, key) = note
    texts = {
        "kept": _("{subject} was removed on one side and is kept: the other still uses it."),
        "lifted": _("{subject} was moved beside its branch, which was judged on the other side."),
        "assessor": _("{subject} stays an assessor: there are scores under that name."),
    }
    text = texts.get(reason, _("{subject} is not as either side left it."))
    return text.format(subject=subject(assessment, table, key))


def merge_report(sections: Sequence[tuple[str, Sequence[str]]], title: str) -> str:
    """A report as Markdown: a title, and under each heading its sentences.

    What users typed is escaped, so that it stands in the report as it was typed.
    """
    lines = [f"# {_escaped(title)}"]
    for heading, sentences in sections:
        if sentences:
            lines += ["", f"## {_escaped(heading)}", ""]
            lines += [f"- {_escaped(sentence)}" for sentence in sentences]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    line = " ".join(text.split())
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|" else c for c in line)
