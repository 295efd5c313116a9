"""The parts of a DOCX file packed so that equal parts give equal bytes."""

import zipfile
from io import BytesIO

_NO_TIME = (1980, 1, 1, 0, 0, 0)


def repack(data: bytes) -> bytes:
    """Return the same archive without the time at which it was made."""
    packed = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()
