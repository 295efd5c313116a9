"""Random sequences of edit, undo, redo, merge, reopening and kills, beside a plain model."""

import random
from datetime import UTC, datetime
from pathlib import Path

from db.continuing import continued
from db.document import Document
from db.gate import document_in
from db.image import build_image
from db.merge import merge
from db.model import Assessment
from db.revisions import undo_steps
from db.store import Store
from tests.strategies import edited, grown

NOW = datetime(2026, 11, 22, tzinfo=UTC)


class Model:
    """What a window would know: the states so far, and where one stands among them."""

    def __init__(self, start: Assessment) -> None:
        self.states = [start]
        self.at = 0
        self.mailed: Document | None = None
        """What a colleague made of a copy that was mailed to them."""

    @property
    def value(self) -> Assessment:
        """The state where one stands."""
        return self.states[self.at]

    def edit(self, value: Assessment) -> None:
        """Go on from here; what was undone is forgotten."""
        self.states[self.at + 1 :] = [value]
        self.at += 1


def live_through(folder: Path, sequences: int, seed: int, steps: int = 25) -> list[str]:
    """Troubles found in so many sequences."""
    troubles: list[str] = []
    for number in range(sequences):
        chance = random.Random(seed * 1_000_003 + number)
        model = Model(grown(chance.getrandbits(32), chance.randint(1, 4)))
        store = Store.create(folder, model.value)
        for at in range(steps):
            step = chance.choice(STEPS)
            store = _take(step, store, model, chance, folder)
            # Reading all of it back takes longest; what is wrong on the disk stays so.
            looked_at = at == steps - 1 or at % 4 == 0 or step == "merge"
            if looked_at and store.load() != model.value:
                troubles.append(f"sequence {number}: after “{step}” another state is on the disk")
            troubles += [f"sequence {number}: {one}" for one in _undo_troubles(store, model)]
        store.discard()
    return troubles


STEPS = (
    *("edit", "edit", "edit", "edit", "undo", "undo", "undo", "redo", "redo"),
    *("crash", "send", "mail", "merge"),
)


def _take(step: str, store: Store, model: Model, chance: random.Random, folder: Path) -> Store:
    before = model.value
    if step == "edit":
        model.edit(edited(before, chance))
        store.commit("Edit", before, model.value, author="Rosa", when=NOW)
    elif step == "undo" and model.at > 0:
        number = undo_steps(store.document()).done[-1].number
        model.at -= 1
        store.commit("Undo", before, model.value, author="Rosa", when=NOW, undoes=number)
    elif step == "redo" and model.at < len(model.states) - 1:
        number = undo_steps(store.document()).undone[-1].number
        model.at += 1
        store.commit("Redo", before, model.value, author="Rosa", when=NOW, undoes=number)
    elif step == "mail":
        after = edited(before, chance)
        document = store.document()
        model.mailed = continued(document, after, author="Wei", when=NOW, label="Edit")
    elif step == "merge" and model.mailed is not None:
        _merge(store, model, model.mailed)
    elif step == "crash":
        store._database._connection.invalidate()  # what a killed process leaves: no farewell
        store._database._engine.dispose()
        return Store.open(store.path)
    elif step == "send":
        document = document_in(build_image(store.document()), Path("a.poise"))
        store.discard()
        return Store.create(folder, document)
    return store


def _merge(store: Store, model: Model, mailed: Document) -> None:
    """Take a colleague's copy in, as one step."""
    merged = merge(store.document(), mailed)
    if merged.brings_anything:
        store.merge(merged, label="Merge", author="Rosa", when=NOW)
        model.edit(merged.assessment)


def _undo_troubles(store: Store, model: Model) -> list[str]:
    steps = undo_steps(store.document())
    done = [step.before for step in steps.done] + [model.value]
    undone = [model.value] + [step.after for step in reversed(steps.undone)]
    troubles = []
    if done != model.states[: model.at + 1]:
        troubles.append("undo leads elsewhere")
    if undone != model.states[model.at :]:
        troubles.append("redo leads elsewhere")
    return troubles
