"""Tables and documents of other programs come in by the window, and go out again."""

import zipfile
from io import BytesIO

import pytest
from PySide6.QtCore import Qt

from app.desktop.exchanging.exchange import Exchange
from app.exchange import tables, xmcda
from app.exchange.json_document import read_json, write_json

TABLE = "Option;Cost (million);Unity\nDirection;min;max\nOpen;12,5;60\nShut;3,0;20\n"


@pytest.fixture
def exchange(window):
    return Exchange(window)


@pytest.fixture
def table_file(tmp_path):
    path = tmp_path / "border.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def choose(choice, key):
    choice.show_choice(key)
    choice.activated.emit(choice.currentIndex())


def test_a_table_becomes_a_decision(exchange, window, table_file):
    exchange.import_file(table_file)
    dialog = exchange.dialog
    assert dialog.table is not None
    assert dialog.mark.key is tables.Mark.COMMA
    assert not dialog.present.isVisible()
    dialog.accept()
    value = window.workspace.value
    assert value.decision.title == "border"
    assert [row.name for row in value.options] == ["Open", "Shut"]
    assert len(value.scores) == 4
    assert window.page("scores").isVisibleTo(window)
    assert "Options: 2; criteria: 2; scores: 4." in window.notices.text


def test_a_wrong_cell_is_named_and_nothing_is_imported(exchange, window, table_file):
    table_file.write_text(TABLE.replace("3,0", "many"), encoding="utf-8")
    exchange.import_file(table_file)
    dialog = exchange.dialog
    assert dialog.table is None
    assert not dialog.accept_button.isEnabled()
    assert "B4" in dialog.problems.text()
    model = dialog.preview.cells
    said = model.data(model.index(3, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert "many" in said
    dialog.reject()
    assert not window.workspace.is_open


def test_a_row_that_is_left_out_mends_the_table(exchange, table_file):
    table_file.write_text(TABLE + "Later;many;5\n", encoding="utf-8")
    exchange.import_file(table_file)
    dialog = exchange.dialog
    assert dialog.table is None
    dialog.preview.setCurrentIndex(dialog.preview.cells.index(4, 0))
    choose(dialog.row_role, tables.RowRole.SKIP)
    assert dialog.table is not None
    assert [option.name for option in dialog.table.options] == ["Open", "Shut"]
    dialog.reject()


def test_options_in_columns_are_turned(exchange, tmp_path):
    path = tmp_path / "turned.csv"
    path.write_text("Criterion,Open,Shut\nUnity,60,20\nTrade,80,30\n", encoding="utf-8")
    exchange.import_file(path)
    dialog = exchange.dialog
    choose(dialog.options_in, "columns")
    assert [option.name for option in dialog.table.options] == ["Open", "Shut"]
    assert [row.name for row in dialog.table.criteria] == ["Unity", "Trade"]
    dialog.reject()


def test_a_table_goes_into_the_open_decision_as_one_step(exchange, sample_window, tmp_path):
    workspace = sample_window.workspace
    before = workspace.value
    path = tmp_path / "more.csv"
    path.write_text("Option,Speed\nNeutral corridor,70\n", encoding="utf-8")
    exchange = Exchange(sample_window)
    exchange.import_file(path)
    assert not exchange.dialog.into_present, "no name agrees, so decisions are not mixed unasked"
    exchange.dialog.present.setChecked(True)
    exchange.dialog.accept()
    assert "Neutral corridor" in [row.name for row in workspace.value.options]
    workspace.undo_stack.undo()
    assert workspace.value == before


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".xml", ".json", ".zip"])
def test_the_open_decision_is_written_for_other_programs(sample_window, tmp_path, suffix):
    path = tmp_path / f"out{suffix}"
    Exchange(sample_window).export_to(path)
    data = path.read_bytes()
    assert f"out{suffix} is written." in sample_window.notices.text
    if suffix == ".json":
        assert read_json(data) == sample_window.workspace.value
    elif suffix == ".xml":
        assert xmcda.is_xmcda(data)
    elif suffix == ".zip":
        names = zipfile.ZipFile(BytesIO(data)).namelist()
        assert "decision.xlsx" in names
        assert "charts/ranking.svg" in names
    else:
        assert tables.read_table(data)


def test_what_a_format_cannot_hold_is_said(sample_window, tmp_path):
    Exchange(sample_window).export_to(tmp_path / "out.csv")
    assert "Not in this file:" in sample_window.notices.text


def test_a_document_of_ours_in_json_comes_in_as_a_new_decision(exchange, window, tmp_path):
    from app.exchange.samples import read_sample

    path = tmp_path / "sample.json"
    path.write_bytes(write_json(read_sample()))
    exchange.import_file(path)
    assert len(window.workspace.value.options) == len(read_sample().options)


@pytest.mark.parametrize(
    ("name", "data"),
    [("x.json", b"{"), ("x.xml", b"<a/>"), ("x.xlsx", b"PK\x03\x04"), ("x.csv", b"\x00\x01")],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(exchange, window, tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    exchange.import_file(path)
    assert window.notices.text.startswith(name)
    assert exchange.dialog is None
    assert not window.workspace.is_open


def test_the_menu_asks_for_a_file_and_takes_it(window, table_file, monkeypatch):
    from PySide6.QtWidgets import QFileDialog

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(table_file), ""))
    window.actions_by_id["import"].trigger()
    dialog = window.findChild(Exchange).dialog
    assert dialog.isVisible()
    dialog.accept()
    assert window.workspace.value.decision.title == "border"


def test_the_menu_gives_a_file_the_ending_of_the_chosen_format(
    sample_window, tmp_path, monkeypatch
):
    from PySide6.QtWidgets import QFileDialog

    def choose_xmcda(_parent, _title, _name, kinds):
        return str(tmp_path / "given"), next(k for k in kinds.split(";;") if "XMCDA" in k)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose_xmcda)
    sample_window.actions_by_id["export"].trigger()
    assert xmcda.is_xmcda((tmp_path / "given.xml").read_bytes())


def test_a_table_that_names_an_option_of_the_open_decision_goes_into_it(sample_window, tmp_path):
    name = sample_window.workspace.value.options[0].name
    path = tmp_path / "same.csv"
    path.write_text(f'Option,Speed\n"{name}",70\n', encoding="utf-8")
    exchange = Exchange(sample_window)

    exchange.import_file(path)

    assert exchange.dialog.into_present
    exchange.dialog.reject()
