"""What a PDF says about itself: XMP metadata that claims PDF/UA-1 and PDF/A, equal to its Info."""

from datetime import UTC, datetime
from xml.sax.saxutils import escape

from msgspec import Struct

from app.brief.blocks import Document
from app.brief.clean import shortened

PRODUCER = "Counterpoise"


class Facts(Struct, frozen=True):
    """A document's metadata, cleaned; `part` is the part of PDF/A that it claims at level A."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    identifier: str
    date: datetime
    part: int

    @classmethod
    def of(cls, document: Document, part: int) -> "Facts":
        """Return the facts of `document`."""
        return cls(
            title=_tidy(document.title) or PRODUCER,
            author=_tidy(document.author),
            subject=_tidy(document.subject),
            keywords=_tidy(document.keywords),
            language=document.language,
            identifier=_tidy(document.identifier),
            date=document.date.astimezone(UTC).replace(microsecond=0),
            part=part,
        )


def _tidy(text: str) -> str:
    """Return `text` clean and without spaces that XML would not keep."""
    return " ".join(shortened(text).split())


def write_xmp(facts: Facts) -> bytes:
    """Return the XMP packet (ISO 16684-1; ISO 14289-1, 5; ISO 19005-2, 6.6.2)."""
    body = "".join([_describe(facts), _CLAIM_UA, _claim_archive(facts.part), _UA_SCHEMA])
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f"{body}</rdf:RDF>\n</x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    ).encode()


def _describe(facts: Facts) -> str:
    date = facts.date.isoformat()
    lines = [
        "<dc:format>application/pdf</dc:format>",
        f"<dc:title>{_alternative(facts.title)}</dc:title>",
        f"<dc:creator><rdf:Seq><rdf:li>{escape(facts.author)}</rdf:li></rdf:Seq></dc:creator>",
        f"<dc:description>{_alternative(facts.subject)}</dc:description>",
        f"<dc:language><rdf:Bag><rdf:li>{escape(facts.language)}</rdf:li></rdf:Bag></dc:language>",
        f"<dc:identifier>{escape(facts.identifier)}</dc:identifier>" if facts.identifier else "",
        f"<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>",
        f"<xmp:CreateDate>{date}</xmp:CreateDate>",
        f"<xmp:ModifyDate>{date}</xmp:ModifyDate>",
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>",
        f"<pdf:Keywords>{escape(facts.keywords)}</pdf:Keywords>",
    ]
    return (
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">\n'
        + "\n".join(line for line in lines if line)
        + "\n</rdf:Description>\n"
    )


def _alternative(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'


_CLAIM_UA = (
    '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    "<pdfuaid:part>1</pdfuaid:part></rdf:Description>\n"
)


def _claim_archive(part: int) -> str:
    return (
        '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
        f"<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
        "</rdf:Description>\n"
    )


# PDF/A wants every property described that it does not know itself.
_UA_SCHEMA = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
