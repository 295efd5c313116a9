"""An assessment from XMCDA documents, for `counterpoise import`."""

import argparse
import sys
from pathlib import Path

from app.exchange import xmcda
from app.wording import _
from db.model import Assessment

from .failure import Failure


def read_documents(
    arguments: argparse.Namespace, sources: list[Path], read: list[bytes]
) -> Assessment:
    """The assessment in documents that belong together; what was assumed is said."""
    first = sources[0]
    title, assessor = arguments.title or first.stem, arguments.assessor or _("Assessor")
    try:
        content = xmcda.read_documents(read)
        built = xmcda.make_assessment(content, title, assessor, first.name)
    except xmcda.XmcdaRefused as refused:
        raise Failure(f"{first}: {refused}") from refused
    for remark in built.remarks:
        print(f"counterpoise: {remark}", file=sys.stderr)
    return built.assessment
