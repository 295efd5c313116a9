"""Everything that an assessment can be written as: what a menu or a command offers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.wording import _
from db.model import Assessment

from .json_document import write_json
from .losses import Format, lost
from .packing import pack


@dataclass(frozen=True, slots=True)
class Export:
    """A format: the name that is typed, its title, the ending of its files, and its writer."""

    name: str
    title: str
    suffix: str
    write: Callable[[Assessment], bytes]
    loses: Format | None = None

    def lost(self, assessment: Assessment) -> tuple[str, ...]:
        """Sentences on what of an assessment is not in such a file."""
        return () if self.loses is None else lost(assessment, self.loses)


def list_exports() -> tuple[Export, ...]:
    """Every format in the reader's language."""
    return (
        Export("xlsx", _("Workbook with live formulas"), ".xlsx", _write_workbook, "xlsx"),
        Export("csv", _("Decision table as CSV"), ".csv", _write_csv, "csv"),
        Export("xmcda", _("XMCDA document"), ".xml", _write_xmcda, "xmcda"),
        Export("json", _("Everything as JSON"), ".json", write_json),
    )


def write_bundle(assessment: Assessment, pictures: Mapping[str, bytes]) -> bytes:
    """A ZIP archive with every format and these pictures, by the names of their files.

    A text beside them says what which format does not hold. Equal input gives equal bytes.
    """
    exports = list_exports()
    parts = {f"decision{export.suffix}": export.write(assessment) for export in exports}
    charts = {f"charts/{name}": data for name, data in pictures.items()}
    told = {"README.txt": _told(assessment, exports).encode()}
    return pack({**parts, **charts, **told})


def _told(assessment: Assessment, exports: tuple[Export, ...]) -> str:
    lines = [text for text in (assessment.decision.title, assessment.decision.marking) if text]
    for export in exports:
        missing = export.lost(assessment)
        lines += ["", f"decision{export.suffix}: {export.title}"]
        if missing:
            lines += [_("Not in this file:"), *(f"- {sentence}" for sentence in missing)]
    return "\n".join(lines) + "\n"


def _write_workbook(assessment: Assessment) -> bytes:
    from .sheets import write_workbook

    return write_workbook(assessment)


def _write_csv(assessment: Assessment) -> bytes:
    from .sheets import write_csv

    return write_csv(assessment)


def _write_xmcda(assessment: Assessment) -> bytes:
    from .xmcda import write_xmcda

    return write_xmcda(assessment)
