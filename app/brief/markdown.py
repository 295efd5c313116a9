"""A document as Markdown (CommonMark with pipe tables), in which no user text is markup."""

import re
from collections.abc import Iterator
from functools import singledispatch

from app.brief import blocks
from app.brief.charts_as_tables import figure_in_words
from app.brief.clean import clean, safe_link
from app.wording import speaking

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~$&@{}]|(?<=www)\.|:(?=//))")
_LEADING = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))(?=[.)\s=-]|$)")


def write_markdown(document: blocks.Document) -> str:
    """Return `document` as Markdown; characters that could be markup are escaped."""
    with speaking(document.language):
        parts = []
        if document.marking:
            parts.append(f"**{escape(document.marking)}**")
        number = 0
        for block in document.blocks:
            if isinstance(block, blocks.Paragraph) and block.numbered:
                number += 1
                parts.append(f"{number}\\. {_inline(block.runs)}")
            else:
                parts.extend(_lines(block))
        return "\n\n".join(part for part in parts if part) + "\n"


def escape(text: str) -> str:
    """Text in which nothing is markup, on one line."""
    return _shielded(clean(text).strip())


def _shielded(text: str) -> str:
    """Text with a bar before everything that could be markup where it stands."""
    return _LEADING.sub(_shield_start, _MARKUP.sub(r"\\\1", text, count=0), count=1)


def _shield_start(found: re.Match[str]) -> str:
    """What would start a list or a rule, without its power."""
    space, mark = found.groups()
    return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"


def _inline(runs: blocks.Runs) -> str:
    """Runs on one line; neighbours of one style are marked together."""
    joined: list[blocks.Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last is not None and _style(last) == _style(run):
            joined[-1] = blocks.Run(
                last.text + run.text, bold=run.bold, italic=run.italic, link=run.link
            )
        elif run.text:
            joined.append(run)
    return "".join(_run(run) for run in joined)


def _style(run: blocks.Run) -> tuple[bool, bool, str]:
    return run.bold, run.italic, run.link


def _run(run: blocks.Run) -> str:
    text = clean(run.text)
    inner = text.strip()
    if not inner:
        return text
    before, after = text[: text.index(inner)], text[text.index(inner) + len(inner) :]
    said = _shielded(inner)
    link = safe_link(run.link) if run.link else ""
    if link:
        # Brackets would end the address.
        said = f"[{said}]({link.replace('(', '%28').replace(')', '%29')})"
    mark = "**" if run.bold else "*" if run.italic else ""
    return f"{before}{mark}{said}{mark}{after}"


@singledispatch
def _lines(block: blocks.Block) -> Iterator[str]:
    """Yield the paragraphs of one block."""
    raise TypeError(f"no Markdown for {type(block).__name__}")


@_lines.register
def _(block: blocks.Heading) -> Iterator[str]:
    yield f"{'#' * min(6, max(1, block.level))} {escape(block.text)}"


@_lines.register
def _(block: blocks.Paragraph) -> Iterator[str]:
    yield _inline(block.runs)


@_lines.register
def _(block: blocks.ListBlock) -> Iterator[str]:
    yield "\n".join(
        f"{f'{number}.' if block.ordered else '-'} {_inline(item)}"
        for number, item in enumerate(block.items, start=1)
    )


@_lines.register
def _(block: blocks.Table) -> Iterator[str]:
    if block.caption:
        yield f"**{escape(block.caption)}**"
    header = [escape(column.header) for column in block.columns]
    rules = ["---:" if column.align == "end" else "---" for column in block.columns]
    rows = [header, rules]
    for row in block.rows:
        texts: list[str] = []
        for cell in row:
            texts += [_inline(cell.runs), *[""] * (cell.span - 1)]
        rows.append(texts)
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)
    if block.note:
        yield _inline(block.note)


@_lines.register
def _(block: blocks.KeyValues) -> Iterator[str]:
    yield "\n".join(f"- **{escape(label)}:** {_inline(runs)}" for label, runs in block.rows)


@_lines.register
def _(block: blocks.Figure) -> Iterator[str]:
    yield from _lines(figure_in_words(block))


@_lines.register
def _(block: blocks.Note) -> Iterator[str]:
    yield f"{escape(block.label)} {_inline(block.runs)}"


@_lines.register
def _(block: blocks.Callout) -> Iterator[str]:
    texts = ([f"**{escape(block.title)}**"] if block.title else []) + [
        _inline(runs) for runs in block.paragraphs
    ]
    yield "\n>\n".join(f"> {text}" for text in texts)


@_lines.register
def _(block: blocks.Choices) -> Iterator[str]:
    yield "\n".join(f"- \\[ \\] {escape(option)}" for option in block.options)
    if block.fields:
        yield " ".join(f"{escape(field)}: \\_\\_\\_\\_\\_\\_\\_\\_" for field in block.fields)


@_lines.register
def _(_block: blocks.Contents) -> Iterator[str]:
    yield ""


@_lines.register
def _(_block: blocks.PageBreak) -> Iterator[str]:
    yield "---"
