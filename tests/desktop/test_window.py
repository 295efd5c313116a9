"""The window remembers, follows the system's colours, and lets go of what it made."""

import gc
import tomllib

import pytest
from PySide6.QtWidgets import QDialog

from app.desktop.completeness import completeness
from app.desktop.files.recent import recent_files, remember_file
from app.desktop.jobs import LatestJob
from app.desktop.look.painter import BOLD, PLAIN, measure
from app.desktop.look.theme import DARK, LIGHT, THEMES, current_theme, read_theme
from app.desktop.preferences.settings import RECENT_LIMIT
from app.desktop.steps import STEPS
from app.desktop.widgets.text import plain_tip
from tests.desktop.sample import read_sample


def luminance(colour):
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("text", "window", 12),
        ("text", "surface", 12),
        ("text", "accent_soft", 9),
        ("muted", "window", 4.5),
        ("muted", "surface", 4.5),
        ("muted", "sunken", 4.5),
        ("accent", "surface", 7),
        ("accent_text", "accent", 7),
        ("bad", "surface", 4.5),
        ("text", "bad_soft", 7),
        ("text", "warn_soft", 7),
        ("focus", "window", 3),
        ("control_line", "surface", 3),
    ],
)
def test_colours_can_be_read(name, ink, ground, least):
    theme = read_theme(name)

    assert contrast(theme.colour(ink), theme.colour(ground)) >= least


@pytest.mark.parametrize("name", [LIGHT, DARK])
def test_a_theme_is_read_as_the_toml_that_it_is(name):
    data = tomllib.loads((THEMES / f"{name}.toml").read_text("utf-8"))

    assert read_theme(name) == (data["name"], data["colours"])


def test_both_themes_name_the_same_colours():
    assert read_theme(LIGHT).colours.keys() == read_theme(DARK).colours.keys()


def test_a_chosen_theme_is_put_on_and_remembered(window, open_window):
    window.actions_by_id["theme_dark"].trigger()
    assert current_theme().name == DARK
    assert open_window().settings.value("theme") == DARK
    window.actions_by_id["theme_system"].trigger()


def test_the_size_of_the_window_is_remembered(open_window):
    first = open_window()
    first.resize(1111, 666)
    first.close()

    assert (open_window().settings.contains("window/geometry")) is True


def test_recent_files_are_few_and_the_last_comes_first(window, home):
    for number in range(RECENT_LIMIT + 3):
        remember_file(window.settings, home / f"{number}.poise")
    remember_file(window.settings, home / "5.poise")

    found = recent_files(window.settings)

    assert found[0] == home / "5.poise"
    assert len(found) == len(set(found)) == RECENT_LIMIT


def test_a_recent_file_is_opened_from_the_start_page(open_window, sample_file):
    first = open_window()
    first.commands.open(sample_file)
    first.close()
    second = open_window()

    second.start.recent_buttons[0].click()

    assert second.workspace.path == sample_file


def test_every_step_of_the_worked_example_is_complete():
    states = completeness(read_sample())

    assert [spec.id for spec in STEPS] == list(states)
    begun = {step: state for step, state in states.items() if state.total}
    assert {step for step, state in begun.items() if not state.complete} == set()
    assert states.keys() - begun.keys() <= {"challenge", "history", "robustness"}


def test_an_empty_assessment_says_what_each_step_lacks(window):
    window.actions_by_id["new"].trigger()

    for state in completeness(window.workspace.value).values():
        assert not state.complete
        assert state.missing.endswith(".")


def test_closing_windows_leaves_no_dialog_behind(open_window, sample_file, qapp):
    window = open_window()
    window.commands.open(sample_file)
    for spec in STEPS:
        window.show_step(spec.id)
    window.close()
    qapp.processEvents()
    gc.collect()

    dialogs = [widget for widget in qapp.topLevelWidgets() if isinstance(widget, QDialog)]
    assert dialogs == []


def test_every_control_that_takes_the_keyboard_has_a_name(sample_window):
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

    nameless = []
    for spec in STEPS:
        sample_window.show_step(spec.id)
        page = sample_window.page(spec.id)
        for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit):
            for control in page.findChildren(kind):
                takes = control.focusPolicy() & Qt.FocusPolicy.TabFocus
                said = control.accessibleName() or getattr(control, "text", str)()
                inner = isinstance(control.parentWidget(), QComboBox)
                if takes and not inner and control.isVisibleTo(page) and not said:
                    nameless.append((spec.id, type(control).__name__, control.objectName()))

    assert nameless == []


def test_the_window_fits_a_small_screen(sample_window):
    for spec in STEPS:
        sample_window.show_step(spec.id)
        assert sample_window.minimumSizeHint().width() <= 1280, spec.id
        assert sample_window.minimumSizeHint().height() <= 680, spec.id


def test_of_waiting_jobs_only_the_last_is_run(qapp, qtbot):
    from threading import Event

    job, gate, ran = LatestJob(), Event(), []
    job.request(lambda: (gate.wait(5), ran.append("first")))
    job.request(lambda: ran.append("overtaken"))
    job.request(lambda: ran.append("last"))
    with qtbot.waitSignal(job.done):
        gate.set()

    assert ran == ["first", "last"]


def test_a_failing_job_hands_its_error_over(qapp, qtbot):
    job = LatestJob()

    def fail():
        raise OSError(28, "No space left on device")

    with qtbot.waitSignal(job.failed) as caught:
        job.request(fail)

    assert isinstance(caught.args[0], OSError)


def test_waiting_for_a_job_announces_it_once(qapp, qtbot):
    job, told = LatestJob(), []
    job.done.connect(told.append)
    job.request(lambda: 7)
    job.wait()
    qapp.processEvents()

    assert told == [7]
    assert not job.busy


def test_bold_text_is_measured_wider(qapp):
    assert measure("Conditional membership", BOLD, 8.5) > measure(
        "Conditional membership", PLAIN, 8.5
    )


def test_a_tooltip_never_holds_markup_of_the_officers():
    assert plain_tip("<img src=x> & y") == "<qt><span>&lt;img src=x&gt; &amp; y</span></qt>"


def test_a_recent_file_is_opened_from_its_menu(window, sample_file):
    remember_file(window.settings, sample_file.with_name("R&D <b>.poise"))
    remember_file(window.settings, sample_file)
    menu = window.recent_menu._menu
    menu.aboutToShow.emit()

    assert [action.text() for action in menu.actions()] == [
        "afghanistan.poise",
        "R&&D <b>.poise",
    ]
    menu.actions()[0].trigger()
    assert window.workspace.path == sample_file


def test_a_step_reached_by_its_shortcut_takes_the_keyboard_along(sample_window, qtbot):
    sample_window.document.rail.setFocus()
    sample_window.actions_by_id["go_options"].trigger()
    page = sample_window.document.page("options")
    qtbot.waitUntil(lambda: page.isAncestorOf(sample_window.focusWidget()))


def test_letters_typed_on_the_rail_do_not_lead_to_another_step(sample_window, qtbot):
    sample_window.show_step("decision")
    rail = sample_window.document.rail
    rail.setFocus()
    qtbot.keyClicks(rail, "weights")
    assert sample_window.document.step == "decision"
