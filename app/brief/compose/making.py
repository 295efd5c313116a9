"""How the brief was made: what tells generated text, and what it takes to make it again."""

from app.brief.blocks import Block, KeyValues, Paragraph, Run, Runs, said
from app.wording import _
from app.wording.numbers import whole
from db.model import BriefKind

from .matter import CALCULATED, Matter, told
from .standing import SAMPLES, SEED


def convention(matter: Matter) -> list[Block]:
    """What the mark behind a paragraph means, and how numbers are rounded, once."""
    text = _(
        "Worded by Counterpoise from the assessment, as are tables, lists and charts; the rest is "
        "the officers' own."
    )
    if matter.kind is not BriefKind.NOTE:  # which has no line to lose
        text += " " + _("Numbers are rounded after differences are taken.")
    return [Paragraph((Run(CALCULATED, raised=True), said(" " + text)), style="small")]


def reproduction(matter: Matter) -> list[Block]:
    """Annex: what it takes to make the same brief again, and to see whether it was altered."""
    rows: list[tuple[str, Runs]] = []
    if matter.origin.fingerprint:
        rows.append((_("Fingerprint of the assessment"), (said(_grouped(matter)),)))
    if matter.standing is not None:
        draws = _("{samples} weightings, always the same ones (seed {seed})").format(
            samples=whole(SAMPLES), seed=SEED
        )
        rows.append((_("Drawn at random"), (said(draws),)))
    if matter.origin.versions:
        rows.append((_("Made with"), (said(", ".join(matter.origin.versions)),)))
    if not rows:
        return []
    text = _(
        "The same assessment gives the same brief, byte for byte, with the same versions. "
        "“counterpoise check --brief BRIEF.pdf FILE” makes it again and compares."
    )
    return [*told(text), KeyValues(tuple(rows))]


def _grouped(matter: Matter) -> str:
    """The fingerprint in groups of eight, which people can compare."""
    digest = matter.origin.fingerprint
    return " ".join(digest[i : i + 8] for i in range(0, len(digest), 8))
