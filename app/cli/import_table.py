"""A decision table into a new assessment or one that is there, for `counterpoise import`."""

import argparse
import sys
from pathlib import Path

from app.edits import EditRefused
from app.exchange import tables
from app.wording import _, ngettext, refusal
from app.wording.numbers import score
from db.model import Assessment

from . import files
from .arguments import login_name
from .failure import Failure
from .table_roles import alter_mapping

_PROBLEMS_SHOWN = 20
_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}


def import_table(
    arguments: argparse.Namespace, source: Path, data: bytes, target: Path | None
) -> None:
    """Take the whole table or nothing; every problem is named by its cell."""
    try:
        table = _read(arguments, source, data)
        if arguments.preview:
            print("\n".join(_described(table)))
        elif arguments.into is not None:
            _put(arguments, source, table)
        elif target is not None:
            title, assessor = arguments.title or source.stem, arguments.assessor or _("Assessor")
            applied = tables.make_assessment(table, title, assessor, source.name)
            files.write_new(applied.assessment, target, force=arguments.force)
            print(_("{path} is ready.").format(path=target))
    except tables.TableRefused as refused:
        raise Failure(f"{source}: {refused}") from refused


def _read(arguments: argparse.Namespace, source: Path, data: bytes) -> tables.DecisionTable:
    sheets = tables.read_table(
        data, sheet=arguments.sheet, separator=_SEPARATORS.get(arguments.separator)
    )
    grid = sheets[0].grid
    mapping = alter_mapping(tables.propose(grid, arguments.options_in), arguments)
    found = tables.examine(grid, mapping)
    others = [sheet.name for sheet in sheets[1:]]
    if others:
        sentence = _("Sheet “{name}” was read. There is also: {others}.")
        _remark(sentence.format(name=sheets[0].name, others=", ".join(others)))
    for remark in found.remarks:
        _remark(remark)
    if found.table is None:
        for problem in found.problems[:_PROBLEMS_SHOWN]:
            _remark(str(problem))
        count = len(found.problems)
        sentence = ngettext(
            "the table has {count} problem. Nothing was imported.",
            "the table has {count} problems. Nothing was imported.",
            count,
        )
        raise Failure(f"{source}: {sentence.format(count=count)}")
    return found.table


def _put(arguments: argparse.Namespace, source: Path, table: tables.DecisionTable) -> None:
    remarks: list[str] = []

    def edit(assessment: Assessment) -> Assessment:
        applied = tables.put_table(assessment, table, source.name)
        remarks.extend(applied.remarks)
        return applied.assessment

    label = _("Table from {file}").format(file=source.name)
    author = login_name() if arguments.author is None else arguments.author
    try:
        files.change(arguments.into, edit, label, author)
    except EditRefused as refused:
        raise Failure(f"{source}: {refusal(refused)}") from refused
    for remark in remarks:
        _remark(remark)
    print(_("The table is in {path}.").format(path=arguments.into))


def _described(table: tables.DecisionTable) -> list[str]:
    """What would be taken: options, then criteria with their scales and weights."""
    lines = [_("Options:"), *(f"- {option.name}" for option in table.options), _("Criteria:")]
    for row in table.criteria:
        name = " / ".join((*row.branches, row.name))
        scale = _("{worst} to {best} {unit}").format(
            worst=score(row.scale.worst), best=score(row.scale.best), unit=row.scale.unit
        )
        weight = _("no weight")
        if row.weight is not None:
            weight = _("weight {number}").format(number=score(row.weight))
        lines.append(f"- {name}: {scale.strip()}, {weight}")
    count = len(table.scores)
    scores = ngettext("{count} score.", "{count} scores.", count)
    return [*lines, scores.format(count=count)]


def _remark(sentence: str) -> None:
    print(f"counterpoise: {sentence}", file=sys.stderr)
