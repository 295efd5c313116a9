"""One assessment by many ways: its ranking is the same to the last bit."""

import random
import sqlite3
import struct
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import apsw

from app.analysis.outcome import find_outcome
from db.document import Document
from db.gate import document_in, read
from db.image import build_image
from db.merge import merge, merged_document
from db.model import Assessment
from db.reading import fetch_document
from db.share import History, share
from db.store import Store
from tests.cases import with_ranking
from tests.reliability.officers import NOW, Officer
from tests.strategies import grown


@dataclass
class Outcome:
    """What was seen over all assessments."""

    assessments: int = 0
    rankings: int = 0
    ways: int = 0
    engines: tuple[str, str] = ("", "")
    troubles: list[str] = field(default_factory=list)


def compare_results(folder: Path, number: int, seed: int) -> Outcome:
    """Rank so many assessments after each way that they can take."""
    outcome = Outcome(engines=(sqlite3.sqlite_version, apsw.sqlite_lib_version()))
    for at in range(number):
        chance = random.Random(seed * 1_000_003 + at)
        start = with_ranking(_growing(chance))
        officer = Officer("Rosa", Document(assessment=start), chance)
        for _ in range(3):
            officer.edit()
        document = officer.document
        wanted = results_of(document.assessment)
        outcome.assessments += 1
        outcome.rankings += bool(wanted)
        for way, other in _ways(document, folder / str(at)).items():
            outcome.ways += 1
            if results_of(other.assessment) != wanted:
                outcome.troubles.append(f"{at}: another result after {way}")
    return outcome


def _growing(chance: random.Random) -> Assessment:
    """A random assessment in which somebody scored and weighed."""
    while True:
        found = grown(chance.getrandbits(32), 6)
        if found.scores and found.weights:
            return found


def results_of(assessment: Assessment) -> bytes:
    """Every total of every perspective, bit by bit; nothing where nothing can be ranked."""
    numbers: list[float] = []
    for perspective in assessment.perspectives:
        found = find_outcome(assessment, perspective.id)
        if found is not None:
            numbers += [float(value) for value in found.evaluation.totals]
    return struct.pack(f"<{len(numbers)}d", *numbers)


def _ways(document: Document, folder: Path) -> dict[str, Document]:
    folder.mkdir()
    image = build_image(document)
    path = folder / "a.poise"
    path.write_bytes(image)
    with closing(sqlite3.connect(path)) as connection:
        plain = fetch_document(connection.execute)
    store = Store.create(folder / "work", document)
    store.close()
    store = Store.open(store.path)
    kept = store.document()
    store.discard()
    merged = merge(document, share(document, History.ANONYMOUS))
    return {
        "the gate": document_in(image, path),
        "the gate's worker": read(path).document,
        "the system's own SQLite": plain,
        "a working copy": kept,
        "a merge": merged_document(document, merged, author="Wei", when=NOW, label="Merge"),
        "a copy without history": document_in(build_image(share(document, History.NONE)), path),
    }
