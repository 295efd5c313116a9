"""What a brief made here is made from: the fingerprint, the versions, and the copy it may carry."""

import zlib
from importlib.metadata import version
from pathlib import Path

from app.brief.blocks import Attachment
from app.brief.house import ReadStyle, StyleRefused, read_style
from app.brief.origin import Origin
from app.wording import _
from db.digest import content_digest
from db.document import FILE_SUFFIX, Document
from db.image import build_image
from db.model import Assessment

from .failure import Failure
from .version import VERSION

_MIME = "application/vnd.sqlite3"


def origin_of(assessment: Assessment, since: Assessment | None = None) -> Origin:
    """The fingerprint of an assessment without its history, and the versions at work here."""
    return Origin(
        fingerprint=_digest(assessment),
        since="" if since is None else _digest(since),
        versions=(
            f"Counterpoise {VERSION}",
            f"ReportLab {version('reportlab')}",
            f"uharfbuzz {version('uharfbuzz')}",
            f"NumPy {version('numpy')}",
            f"zlib {zlib.ZLIB_RUNTIME_VERSION}",
        ),
    )


def house_style(path: Path | None) -> ReadStyle | None:
    """The house style in a file; None where none is asked for."""
    if path is None:
        return None
    try:
        return read_style(path)
    except StyleRefused as refused:
        raise Failure(str(refused)) from refused
    except OSError as error:
        sentence = _("{path} cannot be read: {reason}.")
        raise Failure(sentence.format(path=path, reason=error.strerror)) from error


def shared_copy(assessment: Assessment, path: Path) -> Attachment:
    """A freshly built copy of the assessment, without its history and the names in it."""
    return Attachment(
        name=path.with_suffix(FILE_SUFFIX).name,
        data=build_image(Document(assessment=assessment)),
        mime=_MIME,
        description=_("The assessment behind this brief, without its history"),
    )


def _digest(assessment: Assessment) -> str:
    return content_digest(Document(assessment=assessment))
