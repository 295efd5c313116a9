"""Edits of the evidence register: sources, located claims in them, and what these bear on."""

from collections.abc import Iterable
from typing import Any

from db.model import Assessment, Extract, Source, Stance
from db.model.tables import tables

from . import links, records, relations, scores, texts
from .refusal import EditRefused

LINKS = {
    "conditions": ("condition_evidence", "condition"),
    "benchmarks": ("benchmark_evidence", "benchmark"),
    "perspectives": ("perspective_evidence", "perspective"),
    "options": ("option_evidence", "option"),
    "scenarios": ("scenario_evidence", "scenario"),
    "red_lines": ("red_line_evidence", "red_line"),
    "precedents": ("precedent_evidence", "precedent"),
}
"""What an extract can bear on besides a score: the links' table, and the field of the target."""


def add_source(assessment: Assessment, key: str, name: str, at: int | None = None) -> Assessment:
    """Enter a document into the register."""
    return records.add(assessment, "sources", Source(id=key, name=texts.name(name)), at)


def add_sources(assessment: Assessment, sources: Iterable[Source]) -> Assessment:
    """Enter documents that were read from a bibliography, at the end of the register.

    A document that is there already, by its DOI or by title, year and authors, is left out, so
    that importing a file again adds nothing.
    """
    known = {mark for row in assessment.sources for mark in _marks(row)}
    for row in sources:
        if known.isdisjoint(_marks(row)):
            assessment = records.add(assessment, "sources", row)
            known.update(_marks(row))
    return assessment


def change_source(assessment: Assessment, source: str, **fields: Any) -> Assessment:
    """Give fields of a source new values.

    Raises `EditRefused` where a source would be known through itself.
    """
    result = records.change(assessment, "sources", source, **fields)
    if "cited_in" in fields:
        _refuse_circle(result, source)
    return result


def remove_source(assessment: Assessment, source: str) -> Assessment:
    """Remove a source with its extracts and all their links."""
    records.find(assessment, "sources", source)
    for extract in assessment.extracts:
        if extract.source == source:
            assessment = remove_extract(assessment, extract.id)
    return records.remove(assessment, "sources", source)


def add_extract(
    assessment: Assessment, key: str, source: str, claim: str, at: int | None = None
) -> Assessment:
    """Put down what a source claims, in the officer's own words."""
    _refuse_silence(claim)
    return records.add(assessment, "extracts", Extract(id=key, source=source, claim=claim), at)


def change_extract(assessment: Assessment, extract: str, **fields: Any) -> Assessment:
    """Give fields of an extract new values; it cannot be left without a claim."""
    if "claim" in fields:
        _refuse_silence(fields["claim"])
    return records.change(assessment, "extracts", extract, **fields)


def remove_extract(assessment: Assessment, extract: str) -> Assessment:
    """Remove an extract with its links.

    A score of which nothing else was said goes too, as when its last link is taken away.
    """
    for link in assessment.score_evidence:
        if link.extract == extract:
            assessment = scores.unlink_evidence(
                assessment, link.assessor, link.option, link.criterion, extract
            )
    return records.remove(assessment, "extracts", extract)


def link_extract(
    assessment: Assessment, table: str, target: str, extract: str, stance: Stance = Stance.SUPPORTS
) -> Assessment:
    """Say that an extract supports or contradicts something other than a score.

    table: one of `LINKS`; target: the id of a row in it. Scores have their own verb.
    """
    links, field = LINKS[table]
    row: Any = tables()[links].row
    return relations.state(
        assessment, links, row(**{field: target}, extract=extract, stance=stance)
    )


def unlink_extract(assessment: Assessment, table: str, target: str, extract: str) -> Assessment:
    """Take the link between an extract and something other than a score away."""
    return relations.withdraw(assessment, LINKS[table][0], (target, extract))


def _marks(source: Source) -> set[tuple[str, ...]]:
    """By what a document is known again."""
    doi = links.doi_of(source.link).casefold()
    by_title = (source.name.casefold(), source.year, source.authors.casefold())
    return {by_title, (doi,)} if doi else {by_title}


def _refuse_silence(claim: str) -> None:
    if not texts.prose(claim):
        raise EditRefused("Say in your own words what the source claims.")


def _refuse_circle(assessment: Assessment, source: str) -> None:
    rows = {row.id: row for row in assessment.sources}
    seen = {source}
    through = rows[source].cited_in
    while through is not None and through not in seen:
        seen.add(through)
        through = rows[through].cited_in
    if through == source:
        raise EditRefused(
            "“{name}” cannot be known through itself. Choose the document that was read.",
            name=rows[source].name,
        )
