"""What an officer does in the dialogs about weights."""

from app.desktop.elicitation.ways import ways
from app.edits.weights import swings
from db.model import Elicitation

WAYS = [way.id for way in ways()]


def weights_of(window):
    value = window.workspace.value
    return swings(value, value.decision.assessor)


def perspective_of(window):
    value = window.workspace.value
    return value.perspective_by_id[value.decision.assessor]


def answer_as(dialog, shares, most=60):
    """Answer the questions as somebody with these shares would."""
    dialog._job.wait()
    for _turn in range(most):
        if dialog.question is None:
            return
        asked = dialog.question
        yes = shares[asked.first] > asked.ratio * shares[asked.second]
        dialog.give("yes" if yes else "no")
        dialog._job.wait()


def choose(choice, key):
    """Choose as an officer would."""
    choice.show_choice(key)
    choice.activated.emit(choice.currentIndex())


def fill(dialog):
    """Answer so much that there are weights."""
    kind = dialog.kind
    if kind is Elicitation.SWING:
        next(iter(dialog.choices.values())).click()
        dialog.next_button.click()
    elif kind is Elicitation.PAIRWISE:
        for row in dialog.rows:
            row.set_ratio(2.0)
    elif kind is Elicitation.VERBAL:
        for number, choice in enumerate(dialog.alone):
            choose(choice, 1 + number % 6)
        dialog._job.wait()
    elif hasattr(dialog, "measure"):
        for (first, _other), field in dialog.fields.items():
            if first == dialog.measure.key:
                field.setText("40")
                field.commit()
    elif kind is Elicitation.TRADE_OFF:
        answer_as(dialog, dialog.case.shares, most=2)
