"""The document level of an accessible, archival PDF: catalogue entries, colour, attached file."""

from functools import cache
from hashlib import md5
from pathlib import Path

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString, PDFText

from app.brief.blocks import Attachment
from app.brief.clean import file_name, shortened
from app.brief.pdf.canvas import TaggedCanvas
from app.brief.pdf.metadata import PRODUCER, Facts, write_xmp
from app.brief.pdf.streams import compressed, plain

_PROFILE = Path(__file__).parents[3] / "resources" / "color" / "srgb.icc"
_COLOUR_SPACE = "sRGB IEC61966-2.1"


@cache
def _read_profile() -> bytes:
    return _PROFILE.read_bytes()


def finish(canvas: TaggedCanvas, facts: Facts, attachment: Attachment | None) -> None:
    """Complete the document on `canvas`, whose pages are all drawn."""
    document = canvas._doc  # noqa: SLF001  # ReportLab offers no public way to the catalogue
    catalogue = document.Catalog
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents", "AF"]
    _write_information(canvas, facts)
    catalogue.StructTreeRoot = canvas.tree.write(document)
    catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
    catalogue.Lang = PDFString(facts.language)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    catalogue.OutputIntents = PDFArray(
        [
            PDFDictionary(
                {
                    "Type": PDFName("OutputIntent"),
                    "S": PDFName("GTS_PDFA1"),
                    "OutputConditionIdentifier": PDFString(_COLOUR_SPACE),
                    "Info": PDFString(_COLOUR_SPACE),
                    "DestOutputProfile": document.Reference(compressed(_read_profile(), N=3)),
                }
            )
        ]
    )
    if attachment:
        _attach(canvas, attachment, facts)
    xmp = plain(write_xmp(facts), Type=PDFName("Metadata"), Subtype=PDFName("XML"))
    catalogue.Metadata = document.Reference(xmp)


def _write_information(canvas: TaggedCanvas, facts: Facts) -> None:
    canvas.setTitle(facts.title)
    canvas.setAuthor(facts.author)
    canvas.setSubject(facts.subject)
    canvas.setKeywords(facts.keywords)
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    stamp = canvas._doc._timeStamp  # noqa: SLF001  # the only place that ReportLab keeps its date
    stamp.YMDhms = facts.date.timetuple()[:6]
    stamp.t = facts.date.timestamp()


def _attach(canvas: TaggedCanvas, attachment: Attachment, facts: Facts) -> None:
    """Attach a file as PDF/A-3 asks (ISO 19005-3, 6.8)."""
    document = canvas._doc  # noqa: SLF001  # as above
    name = file_name(attachment.name)
    # PDF asks for MD5 here; it guards against accidents, not against anybody.
    digest = md5(attachment.data, usedforsecurity=False).digest()
    file = compressed(
        attachment.data,
        Type=PDFName("EmbeddedFile"),
        Subtype="/" + attachment.mime.replace("/", "#2F"),
        Params=PDFDictionary(
            {
                "Size": len(attachment.data),
                "ModDate": PDFString(facts.date.strftime("D:%Y%m%d%H%M%S+00'00'")),
                "CheckSum": PDFText(digest, enc="raw"),
            }
        ),
    )
    reference = document.Reference(file)
    specification = PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(name),
            "UF": PDFString(name),
            "Desc": PDFString(shortened(attachment.description)),
            "AFRelationship": PDFName("Source"),
            "EF": PDFDictionary({"F": reference, "UF": reference}),
        }
    )
    entry = document.Reference(specification)
    names = PDFArray([PDFString(name), entry])
    catalogue = document.Catalog
    catalogue.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": names})})
    catalogue.AF = PDFArray([entry])
