"""Random sequences of edit, undo, redo, reopening and kills, beside a plain model of them."""

import random
from datetime import UTC, datetime
from pathlib import Path

from db.document import Document
from db.gate import document_in
from db.image import build_image
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
        for _ in range(steps):
            step = chance.choice(("edit", "edit", "edit", "undo", "undo", "redo", "crash", "send"))
            store = _take(step, store, model, chance, folder)
            if store.load() != model.value:
                troubles.append(f"sequence {number}: after “{step}” another state is on the disk")
            troubles += [f"sequence {number}: {one}" for one in _undo_troubles(store, model)]
        store.discard()
    return troubles


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
    elif step == "crash":
        store._database._connection.invalidate()  # what a killed process leaves: no farewell
        store._database._engine.dispose()
        return Store.open(store.path)
    elif step == "send":
        document: Document = document_in(build_image(store.document()), Path("a.poise"))
        store.discard()
        return Store.create(folder, document)
    return store


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
