"""How the brief was made: what tells generated text, and what it takes to make it again."""

from app.brief.blocks import Block, KeyValues, Paragraph, Run, Runs, said
from app.wording import _

from .matter import CALCULATED, Matter, told
from .standing import SAMPLES, SEED


def convention(_matter: Matter) -> list[Block]:
    """What the mark behind a paragraph means, once."""
    text = _(
        "Worded by Counterpoise from the assessment, as are tables, lists and charts; the rest is "
        "the officers' own."
    )
    return [Paragraph((Run(CALCULATED, raised=True), said(" " + text)), style="small")]


def reproduction(matter: Matter) -> list[Block]:
    """Annex: what it takes to make the same brief again, and to see whether it was altered."""
    rows: list[tuple[str, Runs]] = []
    if matter.origin.fingerprint:
        rows.append((_("Fingerprint of the assessment"), (said(_grouped(matter)),)))
    if matter.standing is not None:
        draws = _("{samples} weightings, always the same ones (seed {seed})").format(
            samples=SAMPLES, seed=SEED
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
