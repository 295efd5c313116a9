"""`counterpoise export`: the assessment in other formats, and what they cannot hold."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from app.exchange.exports import list_exports, write_bundle
from app.wording import _
from db.model import Assessment

from . import files
from .failure import Failure
from .targets import put_bytes, unwritable


def run(arguments: argparse.Namespace) -> None:
    """Write every format that was asked for."""
    wanted = [export for export in list_exports() if getattr(arguments, export.name) is not None]
    if not wanted and arguments.charts is None and arguments.zip is None:
        raise Failure(
            _("say what to write: --json, --csv, --xlsx, --xmcda, --charts or --zip."), status=2
        )
    assessment = files.read(arguments.file)
    for export in wanted:
        out: Path = getattr(arguments, export.name)
        if export.name == "csv" and arguments.decimal == "comma":
            from app.exchange.sheets import write_csv

            put_bytes(write_csv(assessment, decimal_comma=True), out)
        else:
            put_bytes(export.write(assessment), out)
        print(_("{path} is written.").format(path=out))
        _tell(export.lost(assessment))
    if arguments.charts is not None or arguments.zip is not None:
        _write_charts(arguments, assessment)


def _tell(lost: tuple[str, ...]) -> None:
    if lost:
        print(_("Not in this file:"))
        print("\n".join(f"- {sentence}" for sentence in lost))


def _write_charts(arguments: argparse.Namespace, assessment: Assessment) -> None:
    pictures = _draw(assessment)
    folder: Path | None = arguments.charts
    if folder is not None:
        _make(folder)
        for name, data in pictures.items():
            put_bytes(data, folder / name)
            print(_("{path} is written.").format(path=folder / name))
    if arguments.zip is not None:
        put_bytes(write_bundle(assessment, pictures), arguments.zip)
        print(_("{path} is written.").format(path=arguments.zip))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error


def _draw(assessment: Assessment) -> Mapping[str, bytes]:
    """Every chart as PNG and SVG, by the names of their files; none where nothing is ranked."""
    from app.analysis.examination import examine
    from app.analysis.outcome import find_outcome
    from app.brief.pictures import as_png, as_svg
    from app.exchange.charts import list_pictures

    from .progress import watching

    outcome = find_outcome(assessment)
    if outcome is None:
        return {}
    with watching(_("Analysing: {share}")) as watch:
        found = list_pictures(examine(outcome, watch=watch))
    pictures: dict[str, bytes] = {}
    for picture in found:
        pictures[f"{picture.name}.png"] = as_png(picture.chart, picture.caption)
        pictures[f"{picture.name}.svg"] = as_svg(picture.chart, picture.text, picture.caption)
    return pictures
