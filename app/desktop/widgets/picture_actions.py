"""What can be done with any picture: copy it, save it, read its numbers as a table."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.desktop.files.documents import documents_folder
from app.desktop.telling.messages import desk
from app.desktop.telling.trouble import sentence_of
from app.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.charts import Chart
    from app.charts.captions import Caption
    from db.model import Decision

KINDS = (".png", ".svg")
MOST_OF_A_NAME = 60
"""So many letters of each part of a proposed file name."""


class Pictured(Protocol):
    """A widget that shows a picture."""

    @property
    def chart(self) -> Chart | None:
        """What is shown; None before anything was."""

    @property
    def picture_width(self) -> float:
        """How wide the picture is on paper, in points."""

    @property
    def in_words(self) -> str:
        """What the picture shows, where it is not seen."""

    @property
    def title(self) -> str:
        """What the picture is called; empty where the card around it says so."""


class PictureActions(QObject):
    """The actions of one picture, in its menu, and by keys while it has the keyboard."""

    def __init__(self, shown: QWidget) -> None:
        """Give the actions to a widget that is `Pictured`."""
        super().__init__(shown)
        self.table_action = self._action(_("Show the &numbers as a table"), self.show_table)
        self._action(_("&Copy the picture"), self.copy, QKeySequence.StandardKey.Copy)
        self._action(_("&Save the picture…"), self.ask_file, "Ctrl+Alt+S")
        shown.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_table(self) -> None:
        """Show the picture's numbers as a table, which can be heard row by row."""
        picture = self._shown.chart
        if picture is not None:
            from app.desktop.widgets.chart_table import ChartTableDialog

            parent = cast("QWidget", self.parent())
            ChartTableDialog(picture, self._shown.in_words, parent).show()

    def copy(self) -> None:
        """Put the picture on the clipboard, for documents and slides."""
        picture = self._shown.chart
        if picture is not None:
            from app.desktop.widgets.chart_picture import as_clipboard

            width, said = self._shown.picture_width, self._shown.in_words
            data = as_clipboard(picture, width, self.caption(), said)
            QApplication.clipboard().setMimeData(data)

    def save(self, path: Path) -> None:
        """Write the picture as SVG or PNG, as the file's name says. Raises OSError."""
        picture = self._shown.chart
        if picture is not None:
            from app.desktop.widgets.chart_picture import as_png, as_svg

            width, caption = self._shown.picture_width, self.caption()
            if path.suffix.lower() == ".svg":
                path.write_bytes(as_svg(picture, width, caption, self._shown.in_words))
            else:
                path.write_bytes(as_png(picture, width, caption))

    def ask_file(self) -> None:
        """Ask where the picture is to be kept, and as what, and write it."""
        parent = cast("QWidget", self.parent())
        place = str(documents_folder() / self.proposed_name())
        kinds = f"{_('Picture')} (*.png);;{_('Drawing')} (*.svg)"
        chosen, kind = QFileDialog.getSaveFileName(parent, _("Save the picture"), place, kinds)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in KINDS:
            path = path.with_name(path.name + (".svg" if "svg" in kind else ".png"))
        try:
            self.save(path)
        except OSError as error:
            desk().inform(parent, _("The picture could not be saved"), sentence_of(error))

    def caption(self) -> Caption:
        """What stands over the picture when it leaves the window."""
        from app.charts.captions import Caption

        title = self._shown.title or next(filter(None, map(_card_title, self._around())), "")
        decision = self._decision()
        if decision is None:
            return Caption(title)
        return Caption(title, decision.title, decision.marking)

    def proposed_name(self) -> str:
        """The name of a file, made of what it is about and what it shows, without an ending."""
        from app.brief.clean import file_name

        caption = self.caption()
        said = (caption.subject, caption.title)
        parts = (shorten(part, MOST_OF_A_NAME, placeholder="") for part in said)
        return file_name(" – ".join(filter(None, parts))) or _("picture")

    def _decision(self) -> Decision | None:
        """The decision that the picture belongs to."""
        known = (getattr(widget, "workspace", None) for widget in self._around())
        workspace = next((found for found in known if found is not None), None)
        return workspace.value.decision if workspace is not None and workspace.is_open else None

    def _around(self) -> Iterator[QWidget]:
        """What the picture stands in, from the inside to the outside."""
        around = cast("QWidget", self.parent()).parentWidget()
        while around is not None:
            yield around
            around = around.parentWidget()

    @property
    def _shown(self) -> Pictured:
        return cast("Pictured", self.parent())

    def _action(
        self,
        text: str,
        run: Callable[[], None],
        keys: str | QKeySequence.StandardKey | None = None,
    ) -> QAction:
        shown = cast("QWidget", self.parent())
        made = QAction(text, shown)
        if keys is not None:
            made.setShortcut(QKeySequence(keys))
        made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        made.triggered.connect(run)
        shown.addAction(made)
        return made


def _card_title(around: QWidget) -> str:
    """What a card is headed by; empty for what is none."""
    return str(around.property("heading") or "")
