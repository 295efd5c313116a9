"""`counterpoise import`: an assessment from a table, XMCDA documents or JSON."""

import argparse
from pathlib import Path

from app.wording import _
from db.model import Assessment

from . import files
from .failure import Failure
from .other_documents import read_bytes
from .targets import is_same


def run(arguments: argparse.Namespace) -> None:
    """Write the new assessment, put a table into one, or say what it would give."""
    sources: list[Path] = arguments.sources
    target: Path | None = arguments.output
    if target is None and arguments.into is None and not arguments.preview:
        if len(sources) < 2:
            raise Failure(_("say with -o where the new assessment goes."), status=2)
        *sources, target = sources
    for source in sources:
        if target is not None and is_same(source, target):
            raise Failure(_("the assessment would replace its source. Choose another name for it."))
    read = [read_bytes(source) for source in sources]
    _import(arguments, sources, read, target)


def _import(
    arguments: argparse.Namespace, sources: list[Path], read: list[bytes], target: Path | None
) -> None:
    from app.exchange.xmcda import is_xmcda

    is_document = is_xmcda(read[0]) or _is_json(sources[0], read[0])
    if not is_document:
        from .import_table import import_table

        _refuse_several(sources)
        import_table(arguments, sources[0], read[0], target)
        return
    if target is None:
        raise Failure(_("only a table can be previewed or put into an assessment. Say -o."))
    assessment = _documents(arguments, sources, read)
    files.write_new(assessment, target, force=arguments.force)
    print(_("{path} is ready.").format(path=target))


def _documents(arguments: argparse.Namespace, sources: list[Path], read: list[bytes]) -> Assessment:
    if _is_json(sources[0], read[0]):
        from .import_json import read_document

        _refuse_several(sources)
        return read_document(sources[0], read[0])
    from .import_xmcda import read_documents

    return read_documents(arguments, sources, read)


def _is_json(source: Path, data: bytes) -> bool:
    head = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip()
    return source.suffix.lower() == ".json" or head.startswith(b"{")


def _refuse_several(sources: list[Path]) -> None:
    if len(sources) > 1:
        raise Failure(_("only XMCDA documents can be read together. Name one file."), status=2)
