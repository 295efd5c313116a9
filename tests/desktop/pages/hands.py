"""What an officer's hands do on a page."""

from PySide6.QtCore import Qt


def typed(qtbot, field, text):
    """Replace what stands in a field and press Enter."""
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def pick(choice, key):
    """Choose something from a drop-down list."""
    choice.show_choice(key)
    choice.chosen.emit(key)


def refusals(page):
    """Collect the sentences with which edits are refused from now on."""
    said = []
    page.workspace.refused.connect(said.append)
    return said
