"""What has been loaded when the first window is on the screen."""

import pytest

from tests.benchmarks.bench_first_paint import BARE, heavy_modules, make_sample
from tests.benchmarks.launch import Paint, paint

pytestmark = pytest.mark.needs_qt


def test_the_bare_window_loads_nothing_of_ours():
    first = paint(BARE)
    assert first.seconds > 0
    assert "PySide6.QtWidgets" in first.modules
    assert "app" not in first.modules


def test_the_start_window_is_painted_before_anything_heavy_is_loaded():
    assert heavy_modules(paint("-m", "app")) == []


def test_the_worked_example_is_painted_before_its_file_is_written_to(tmp_path):
    loaded = heavy_modules(paint("-m", "app", str(make_sample(tmp_path))))
    assert not {"sqlalchemy", "pypdfium2", "uharfbuzz"} & set(loaded)


def test_a_heavy_module_is_recognised():
    assert heavy_modules(Paint(0.2, frozenset({"sys", "numpy"}))) == ["numpy"]
