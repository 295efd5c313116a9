"""The brief: tagged and archival beside the same words untagged, sixty pages, size and memory."""

import datetime
import io
import subprocess
import sys
import time
from collections.abc import Iterator

from app.brief.blocks import Document, Heading, Paragraph, said
from app.brief.compose import compose_memo
from app.brief.pdf import render
from app.exchange.samples import read_sample
from tests.benchmarks.figures import Figure
from tests.benchmarks.launch import ROOT
from tests.benchmarks.timing import paired

TODAY = datetime.date(2026, 3, 1)
PAGES, MEMOS = 60, 3
PEAK = """
import pathlib, re
from tests.benchmarks.bench_brief import example, long_document, render
render(example()), render(long_document())
# What the kernel calls maxrss would count the process that started this one as well.
status = pathlib.Path("/proc/self/status").read_text()
print(int(re.search(r"VmHWM:\\s+(\\d+) kB", status)[1]) / 1024)
"""


def measure() -> Iterator[Figure]:
    """Measure time, size and memory of an export."""
    from tests.benchmarks.untagged_memo import render_untagged

    memo = example()
    pair = paired(lambda: render(memo), lambda: render_untagged(memo), rounds=9)
    yield Figure(
        name=f"memo of the worked example, {count_pages(render(memo))} pages, tagged",
        value=pair.work * 1000,
        unit="ms",
        reference=pair.reference * 1000,
        ratio=pair.ratio,
        aim="ratio <= 4",
    )
    yield from _beside_weasyprint(memo)
    yield Figure(
        name="memo of the worked example, size",
        value=len(render(memo)) / 1000,
        unit="KB",
        reference=len(render_untagged(memo)) / 1000,
        aim="value <= 200",
    )
    yield _long_export()
    if sys.platform == "linux":
        yield Figure(name="export, peak memory", value=_peak(), unit="MB", aim="value <= 120")


def _beside_weasyprint(memo: Document) -> Iterator[Figure]:
    from tests.benchmarks.weasy_memo import render_by_weasyprint, why_not

    reason = why_not()
    if reason:
        print(f"The memo is not set beside WeasyPrint: {reason}.", file=sys.stderr)
        return
    pair = paired(lambda: render(memo), lambda: render_by_weasyprint(memo), rounds=3)
    yield Figure(
        name="memo of the worked example, beside WeasyPrint",
        value=pair.work * 1000,
        unit="ms",
        reference=pair.reference * 1000,
        ratio=pair.ratio,
        aim="ratio <= 0.5",
    )


def example() -> Document:
    """Return the memo of the worked example."""
    return compose_memo(read_sample(), TODAY)


def long_document() -> Document:
    """Return the example's memo over and over, enough for the pages wanted."""
    memo = example()
    again = (Heading(2, "Again"), Paragraph((said("The same once more."),)), *memo.blocks[1:])
    blocks = (*memo.blocks, *again * (MEMOS - 1))
    return Document(memo.title, blocks, memo.date, marking=memo.marking)


def count_pages(data: bytes) -> int:
    """Return the number of pages of a PDF."""
    # Imported here, so that it does not count as the export's memory.
    import pypdf

    return len(pypdf.PdfReader(io.BytesIO(data)).pages)


def _long_export() -> Figure:
    document = long_document()
    start = time.perf_counter()
    data = render(document)
    seconds = time.perf_counter() - start
    # Brought to the length that the aim speaks of.
    per_sixty = seconds * PAGES / count_pages(data)
    return Figure(name=f"{PAGES} pages", value=per_sixty, unit="s", aim="value <= 3")


def _peak() -> float:
    done = subprocess.run(
        [sys.executable, "-c", PEAK], capture_output=True, check=True, cwd=ROOT, text=True
    )
    return float(done.stdout)
