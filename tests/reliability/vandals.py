"""Somebody who moves, cuts, replaces and removes a published file while we have it open."""

import os
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from db.document import Document
from db.errors import PublishConflict, PublishFailed
from db.gate import document_in
from db.image import build_image
from db.model import Assessment, Decision
from db.publish import publish
from db.store import Store
from tests.reliability.kills import numbered
from tests.strategies import edited, grown

NOW = datetime(2026, 11, 22, tzinfo=UTC)
FOREIGN = build_image(Document(assessment=Assessment(decision=Decision(id="X", title="Foreign"))))


@dataclass
class Outcome:
    """What was seen over all acts."""

    acts: int = 0
    refused: int = 0
    troubles: list[str] = field(default_factory=list)


def remove_file(path: Path) -> None:
    """The file is deleted."""
    path.unlink()


def rename_file(path: Path) -> None:
    """The file gets another name."""
    path.rename(path.with_name("renamed.poise"))


def empty_file(path: Path) -> None:
    """All of the file is cut off."""
    os.truncate(path, 0)


def cut_file(path: Path) -> None:
    """Half of the file is cut off."""
    os.truncate(path, path.stat().st_size // 2)


def write_over(path: Path) -> None:
    """Another assessment is written into the same file."""
    path.write_bytes(FOREIGN)


def replace_file(path: Path) -> None:
    """Another assessment takes the file's name."""
    other = path.with_name("other.poise")
    other.write_bytes(FOREIGN)
    other.replace(path)


def put_letter(path: Path) -> None:
    """A letter takes the file's name."""
    path.write_text("Dear colleague", encoding="utf-8")


def put_folder(path: Path) -> None:
    """A folder takes the file's name."""
    path.unlink()
    path.mkdir()


def put_link(path: Path) -> None:
    """A link to somebody's file takes the file's name."""
    other = path.with_name("other.poise")
    other.write_bytes(FOREIGN)
    path.unlink()
    path.symlink_to(other)


def put_dead_link(path: Path) -> None:
    """A link to nothing takes the file's name."""
    path.unlink()
    path.symlink_to(path.with_name("nowhere"))


def rename_folder(path: Path) -> None:
    """The folder gets another name."""
    path.parent.rename(path.parent.with_name("moved"))


def remove_folder(path: Path) -> None:
    """The folder is deleted, as when a share goes away."""
    shutil.rmtree(path.parent)


def put_file_for_folder(path: Path) -> None:
    """A file takes the folder's name."""
    shutil.rmtree(path.parent)
    path.parent.write_bytes(FOREIGN)


ACTS: tuple[Callable[[Path], None], ...] = (
    remove_file,
    rename_file,
    empty_file,
    cut_file,
    write_over,
    replace_file,
    put_letter,
    put_folder,
    put_link,
    put_dead_link,
    rename_folder,
    remove_folder,
    put_file_for_folder,
)


def everything_below(folder: Path) -> dict[str, bytes | str]:
    """Every file and link with its content or aim, except what is ours for a moment."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            found[str(path)] = f"-> {path.readlink()}"
        elif path.is_file():
            found[str(path)] = path.read_bytes()
    return found


def act_once_each(folder: Path) -> Outcome:
    """After each act nothing is published over it, and every edit can be saved elsewhere."""
    outcome = Outcome()
    for act in ACTS:
        place = folder / act.__name__
        share = place / "share"
        share.mkdir(parents=True)
        path, keep = share / "a.poise", place / "kept"
        store = Store.create(place / "work", numbered(grown(5, 4), 0))
        stamp = publish(store.document(), path, None, keep=keep)
        chance = random.Random(act.__name__)
        _edit(store, chance)
        act(path)
        before = everything_below(place)
        try:
            publish(store.document(), path, stamp, keep=keep)
            outcome.troubles.append(f"{act.__name__}: it says that it published")
        except (PublishFailed, PublishConflict):
            outcome.refused += 1
        if everything_below(place) != before:
            outcome.troubles.append(f"{act.__name__}: something was changed")
        outcome.troubles += _not_safe(store, place / "elsewhere.poise", act.__name__)
        outcome.acts += 1
    return outcome


def _edit(store: Store, chance: random.Random) -> None:
    before = store.document().assessment
    after = numbered(edited(before, chance), store.revision + 1)
    store.commit("Edit", before, after, author="Rosa", when=NOW)


def _not_safe(store: Store, elsewhere: Path, name: str) -> list[str]:
    """Whether the work is anywhere but in the working copy, and in a file saved elsewhere."""
    promised = store.document()
    publish(promised, elsewhere, None)
    store.close()
    found = Store.open(store.path)
    troubles = [] if found.document() == promised else [f"{name}: an edit is lost"]
    if document_in(elsewhere.read_bytes(), elsewhere) != promised:
        troubles.append(f"{name}: another state was saved elsewhere")
    found.discard()
    return troubles
