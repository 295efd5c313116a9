"""What becomes of many briefs: rendered, read back, and put before the judges."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from app.brief.pdf import render
from tests.judges.asking import ask, complaints
from tests.judges.briefs import Case
from tests.judges.spoiling import NOTHING, spoil
from tests.unit.brief.pdf.reading import read


class Result(NamedTuple):
    """How many briefs and pages there were, and everything that is wrong with them."""

    briefs: int
    pages: int
    faults: list[str]


def judge_all(cases: Iterable[Case], folder: Path) -> Result:
    """Render every case into `folder`, read it back and ask the judges."""
    faults: list[str] = []
    pages = 0
    paths = []
    for name, document, attachment in cases:
        data = render(document, attachment)
        paths.append(folder / f"{re.sub('[^a-z0-9]+', '-', name)}.pdf")
        paths[-1].write_bytes(data)
        reading = read(data)
        pages += len(reading.reader.pages)
        faults += [f"{name}: {fault}" for fault in reading.faults]
        faults += [f"{name}: outside the tags: {text!r}" for text in reading.loose]
    return Result(len(paths), pages, faults + complaints(ask(paths)))


def unseen_spoils(good: Path, folder: Path) -> list[str]:
    """Return which spoiled copies of a good file some judge takes for good: there must be none.

    What a judge holds against the copy of which nothing was spoiled comes from the copying.
    """
    paths = spoil(good, folder)
    verdicts = {Path(path).stem: judges for path, judges in ask(paths).items()}
    copied = verdicts.pop(NOTHING)
    return [
        f"{name}: {judge}"
        for name, judges in verdicts.items()
        for judge, lines in judges.items()
        if not set(lines) - set(copied[judge])
    ]
