"""Taking in what other programs wrote, and writing what they read."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog

from app.desktop.telling.trouble import sentence_of
from app.desktop.waiting import Stopped, beside
from app.edits import EditRefused
from app.wording import _, refusal

if TYPE_CHECKING:
    from app.desktop.exchanging.table_dialog import TableDialog
    from app.desktop.window import MainWindow
    from app.exchange.exports import Export
    from app.exchange.tables import DecisionTable
    from db.model import Assessment

LARGEST = 17 * 2**20
"""Bytes that are read of a foreign file; every reader refuses less, in a sentence."""
TABLES = (".csv", ".tsv", ".txt", ".xlsx")


class Exchange(QObject):
    """What the actions about other programs' files do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.dialog: TableDialog | None = None
        self._source = ""

    # --- taking in

    def ask_import(self) -> None:
        """Let the officer choose a table or a document of another program."""
        known = " ".join(f"*{ending}" for ending in (*TABLES, ".xml", ".json"))
        kinds = _("Tables and documents ({patterns})").format(patterns=known)
        title = _("Import from another program")
        chosen, _kind = QFileDialog.getOpenFileName(
            self.window, title, self.window.commands.folder(), kinds
        )
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, path: Path) -> None:
        """Take a file in: a table by way of its mapping, a document at once as a new assessment."""
        self.window.commit_pending()
        try:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
            if path.suffix.lower() in (".xml", ".json"):
                self._begin(beside(partial(_read_document, data, path), _reading(path)))
            else:
                self._ask_mapping(data, path)
        except Stopped:
            return
        except OSError as error:
            self._refuse(sentence_of(error))
        except (EditRefused, ValueError) as refused:
            self._refuse(f"{path.name}: {_sentence(refused)}")

    def _ask_mapping(self, data: bytes, path: Path) -> None:
        from app.desktop.exchanging.table_dialog import TableDialog
        from app.exchange import tables

        sheets = beside(partial(tables.read_table, data), _reading(path), may_stop=True)
        workspace = self.window.workspace
        into = workspace.value if workspace.is_open else None
        self._source = path.name
        self.dialog = TableDialog(sheets, into, self.window)
        self.dialog.finished.connect(self._take)
        self.dialog.open()

    def _take(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None or result != QDialog.DialogCode.Accepted or dialog.table is None:
            return
        try:
            if dialog.into_present:
                self._put(dialog.table)
            else:
                self._begin_with(dialog.table)
        except (EditRefused, ValueError) as refused:
            self._refuse(_sentence(refused))

    def _put(self, table: DecisionTable) -> None:
        from app.exchange import tables

        remarks: list[str] = []

        def put(assessment: Assessment) -> Assessment:
            applied = tables.put_table(assessment, table, self._source)
            remarks[:] = applied.remarks
            return applied.assessment

        label = _("Table from {file}").format(file=self._source)
        if self.window.workspace.apply(label, put):
            self.window.show_step("scores")
            said = _("{file} is imported; one step of undo takes it back.")
            self.window.notices.show_message(" ".join([said.format(file=self._source), *remarks]))

    def _begin_with(self, table: DecisionTable) -> None:
        """Begin a decision, lead to what came in, and say how much it is."""
        if not self._begin(_made_of(table, self._source)):
            return
        self.window.show_step("scores")
        text = _("{file} is imported. Options: {options}; criteria: {criteria}; scores: {scores}.")
        said = text.format(
            file=self._source,
            options=len(table.options),
            criteria=len(table.criteria),
            scores=len(table.scores),
        )
        self.window.notices.show_message(said)

    def _begin(self, assessment: Assessment) -> bool:
        may = self.window.commands.trying.settle()
        if may:
            chosen = self.window.commands.setting_up.preferences
            self.window.workspace.new(chosen.marked(assessment))
        return may

    # --- giving out

    def ask_export(self) -> None:
        """Let the officer choose a format and a file."""
        from app.brief.clean import file_name
        from app.exchange.exports import list_exports

        self.window.commit_pending()
        exports = list_exports()
        kinds = [f"{export.title} (*{export.suffix})" for export in exports]
        kinds.append(f"{_('All of it in one archive')} (*.zip)")
        name = file_name(self.window.workspace.value.decision.title) + exports[0].suffix
        folder = Path(self.window.commands.folder())
        chosen, kind = QFileDialog.getSaveFileName(
            self.window, _("Export for another program"), str(folder / name), ";;".join(kinds)
        )
        if not chosen:
            return
        path = Path(chosen)
        endings = [*(export.suffix for export in exports), ".zip"]
        if path.suffix.lower() not in endings:
            path = path.with_name(path.name + endings[kinds.index(kind) if kind in kinds else 0])
        self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write the assessment in the format that the file's ending stands for."""
        from app.desktop.brief_making import write_whole

        value = self.window.workspace.value
        try:
            said = _("Writing {file} …").format(file=path.name)
            data, lost = beside(partial(_written, value, path.suffix.lower()), said, may_stop=True)
            write_whole(data, path)
        except Stopped:
            return
        except OSError as error:
            self._refuse(sentence_of(error))
            return
        told = [_("{file} is written.").format(file=path.name)]
        if lost:
            told += [_("Not in this file:"), *lost]
        self.window.notices.show_message(" ".join(told))

    def _refuse(self, sentence: str) -> None:
        self.window.notices.show_message(sentence, "bad")


def _reading(path: Path) -> str:
    return _("Reading {file} …").format(file=path.name)


def _read_document(data: bytes, path: Path) -> Assessment:
    """An XMCDA document or a JSON one as a new assessment. Raises ValueError."""
    from app.edits.start import fresh_copy
    from app.exchange import json_document, xmcda

    if xmcda.is_xmcda(data):
        found = xmcda.make_assessment(
            xmcda.read_documents([data]), path.stem, _("Assessor"), path.name
        )
        return found.assessment
    return fresh_copy(json_document.read_json(data))


def _made_of(table: DecisionTable, source: str) -> Assessment:
    from app.exchange import tables

    title = Path(source).stem
    return tables.make_assessment(table, title, _("Assessor"), source).assessment


def _written(assessment: Assessment, suffix: str) -> tuple[bytes, tuple[str, ...]]:
    """The bytes of an export, and sentences on what is not in them."""
    from app.exchange.exports import list_exports, write_bundle

    if suffix == ".zip":
        return write_bundle(assessment, _pictures(assessment)), ()
    export: Export = next(each for each in list_exports() if each.suffix == suffix)
    return export.write(assessment), export.lost(assessment)


def _pictures(assessment: Assessment) -> dict[str, bytes]:
    from app.analysis.examination import examine
    from app.analysis.outcome import find_outcome
    from app.brief.pictures import as_png, as_svg
    from app.exchange.charts import list_pictures

    outcome = find_outcome(assessment)
    drawn: dict[str, bytes] = {}
    for picture in list_pictures(examine(outcome)) if outcome is not None else ():
        drawn[f"{picture.name}.png"] = as_png(picture.chart, picture.caption)
        drawn[f"{picture.name}.svg"] = as_svg(picture.chart, picture.text, picture.caption)
    return drawn


def _sentence(refused: Exception) -> str:
    return refusal(refused) if isinstance(refused, EditRefused) else str(refused)
