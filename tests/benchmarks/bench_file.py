"""What the file costs: an edit, opening, publishing, and the bytes of it all."""

import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median

from db.document import Document
from db.formats import format_statements
from db.gate import document_in, read
from db.image import assign_keys, build_image, stored_rows
from db.layout import FORMAT, StoredRows
from db.merge import merge
from db.model.tables import tables
from db.publish import publish
from db.store import Store
from tests.benchmarks.figures import Figure
from tests.benchmarks.large import NOW, edited_copy, large_assessment, large_document, rescored
from tests.benchmarks.timing import paired

EDITS = 300

_PRAGMAS = (
    "locking_mode = EXCLUSIVE",
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "foreign_keys = ON",
)


def measure() -> list[Figure]:
    """Measure in a folder of the disk that holds temporary files."""
    with tempfile.TemporaryDirectory(prefix="counterpoise-bench-") as folder:
        return [
            *_commit(Path(folder)),
            *_sizes(),
            *_opening(Path(folder)),
            *_publishing(Path(folder)),
            _merging(Path(folder)),
        ]


def _commit(folder: Path) -> list[Figure]:
    """One edit with its revision, beside the same rows written by hand with the same pragmas."""
    value = large_assessment(12, 15, 3)
    store = Store.create(folder / "work", value)
    store.close()
    raw_path = folder / "raw.db"
    raw_path.write_bytes(store.path.read_bytes())
    store = Store.open(store.path)
    edit, by_hand = _editing(store), _editing_by_hand(raw_path)
    pair = paired(edit, by_hand, rounds=EDITS)
    store.discard()
    return [
        Figure(
            name="edit committed with its revision",
            value=pair.work * 1e3,
            unit="ms",
            reference=pair.reference * 1e3,
            ratio=pair.ratio,
            aim="ratio <= 1.6",
        )
    ]


def _editing(store: Store) -> Callable[[], None]:
    chance = random.Random(3)

    def edit() -> None:
        before = store.document().assessment
        after = rescored(before, chance)
        store.commit("Set the score", before, after, author="Rosa", when=NOW)

    return edit


def _editing_by_hand(path: Path) -> Callable[[], None]:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    keys = connection.execute("SELECT assessor, option, criterion FROM scores").fetchall()
    connection.execute("INSERT INTO session VALUES (1, x'00', 'Rosa', 0)")
    numbers = iter(range(1, 10**6))
    chance = random.Random(3)

    def edit() -> None:
        number, key = next(numbers), chance.choice(keys)
        new = chance.randrange(200) / 2
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "UPDATE scores SET likely = ? WHERE assessor = ? AND option = ? AND criterion = ?",
            (new, *key),
        )
        connection.execute('UPDATE session SET seen = ? WHERE "key" = 1', (number,))
        connection.execute(
            "INSERT INTO revision VALUES (?, 1, ?, ?, NULL, NULL, 1800000000, 'Set the score', '')",
            (number, number, number - 1 or None),
        )
        connection.execute(
            "INSERT INTO change VALUES (?, 0, 'scores', ?, ?, ?, NULL, 'likely', NULL, 1.5, ?)",
            (number, *key, new),
        )
        connection.execute("COMMIT")

    return edit


def _sizes() -> list[Figure]:
    first, second = len(build_image(large_document(200))), len(build_image(large_document(2200)))
    return [
        Figure(
            name="file of 100 × 50 × 5 with notes and 200 revisions",
            value=first / 2**20,
            unit="MB",
            aim="value <= 2",
        ),
        Figure(
            name="each further edit",
            value=(second - first) / 2000,
            unit="bytes",
            aim="value <= 150",
        ),
    ]


def _opening(folder: Path) -> list[Figure]:
    path = folder / "large.poise"
    path.write_bytes(build_image(large_document()))
    pair = paired(lambda: read(path), lambda: _plain_read(path), rounds=7)
    return [
        Figure(
            name="100 × 50 × 5 opened through the gate in its worker",
            value=pair.work,
            unit="s",
            reference=pair.reference,
            ratio=pair.ratio,
            aim="value <= 1",
        )
    ]


def _plain_read(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for name in [*tables(), "session", "revision", "change"]:
            connection.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608


def _publishing(folder: Path) -> list[Figure]:
    """Publishing, beside the same rows written to a fresh file by hand and synced."""
    document = large_document()
    path = folder / "published.poise"
    stamps = [publish(document, path, None)]
    image = path.read_bytes()

    def publish_again() -> None:
        stamps.append(publish(document, path, stamps.pop(), keep=folder / "kept"))

    rows = stored_rows(document, assign_keys(document))
    pair = paired(publish_again, lambda: _plain_write(folder / "plain.db", rows), rounds=7)
    return [
        Figure(
            name="100 × 50 × 5 published",
            value=pair.work * 1e3,
            unit="ms",
            reference=pair.reference * 1e3,
            ratio=pair.ratio,
            aim="value <= 250",
        ),
        Figure(
            name="of which: built fresh",
            value=_milliseconds(lambda: build_image(document)),
            unit="ms",
        ),
        Figure(
            name="of which: read back through the gate",
            value=_milliseconds(lambda: _read_back(image, path, document)),
            unit="ms",
        ),
    ]


def _plain_write(path: Path, rows: StoredRows) -> None:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(format_statements(FORMAT))
        connection.execute("BEGIN")
        for name, added in rows.items():
            if added:
                places = ", ".join("?" * len(added[0]))
                connection.executemany(f'INSERT INTO "{name}" VALUES ({places})', added)  # noqa: S608
        connection.execute("COMMIT")


def _merging(folder: Path) -> Figure:
    """Two copies of the large assessment with 500 edits each, beside reading both plainly."""
    copies = [edited_copy(500, seed=4), edited_copy(500, seed=5)]
    paths = [folder / "mine.poise", folder / "theirs.poise"]
    for path, document in zip(paths, copies, strict=True):
        path.write_bytes(build_image(document))

    def read_both() -> None:
        for path in paths:
            _plain_read(path)

    pair = paired(lambda: merge(*copies), read_both, rounds=5)
    return Figure(
        name="two of 100 × 50 × 5 merged, 500 edits each",
        value=pair.work,
        unit="s",
        reference=pair.reference,
        ratio=pair.ratio,
        aim="value <= 1",
    )


def _read_back(image: bytes, path: Path, document: Document) -> None:
    assert document_in(image, path) == document


def _milliseconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times) * 1e3
