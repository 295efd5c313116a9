"""Copies of a good file, each with one thing wrong that both judges must see."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name, Pdf


def _unmark(pdf: Pdf) -> None:
    del pdf.Root.MarkInfo


def _uncolour(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def _silence(pdf: Pdf) -> None:
    del pdf.Root.Lang


def _hide_title(pdf: Pdf) -> None:
    del pdf.Root.ViewerPreferences


def _run_script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="1")


def _draw_untagged(pdf: Pdf) -> None:
    drawn = pdf.pages[0].Contents.read_bytes() + b"\nn 1 1 m 9 9 l S\n"
    pdf.pages[0].Contents = pdf.make_stream(drawn)


NOTHING = "nothing"
SPOILERS: dict[str, Callable[[Pdf], None]] = {
    NOTHING: lambda _pdf: None,
    "not marked": _unmark,
    "no output intent": _uncolour,
    "no language": _silence,
    "title not shown": _hide_title,
    "a script": _run_script,
    "something untagged": _draw_untagged,
}


def spoil(good: Path, folder: Path) -> list[Path]:
    """Write the spoiled copies of `good` into `folder` and return their paths."""
    written = []
    for name, spoiler in SPOILERS.items():
        path = folder / f"{name}.pdf"
        with pikepdf.open(good) as pdf:
            spoiler(pdf)
            pdf.save(path)
        written.append(path)
    return written
