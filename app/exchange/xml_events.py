"""XML from others, read event by event within bounds: no entities, no depth or size without end."""

from collections.abc import Mapping
from typing import Any, Protocol

DEPTH_LIMIT = 60
ELEMENT_LIMIT = 400_000


class XmlRefused(ValueError):
    """The bytes are not XML that may be read; the message says why, for whoever words it."""


class Listener(Protocol):
    """What is told of each element by its name without a prefix."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, content: str) -> None:
        """A piece of the text inside an element."""


def listen(data: bytes, listener: Listener, most: int = ELEMENT_LIMIT) -> None:
    """Tell a listener of every element in order; what the listener raises passes through.

    Attributes lose their prefixes, too. Raises `XmlRefused` for a document type declaration,
    nesting deeper than `DEPTH_LIMIT`, more than `most` elements, and broken XML.
    """
    from xml.sax import SAXException
    from xml.sax.handler import ContentHandler

    import defusedxml.sax
    from defusedxml import DefusedXmlException

    class Handler(ContentHandler):
        """Counts while it passes on."""

        depth = 0
        count = 0

        def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802 - SAX's name
            self.depth += 1
            self.count += 1
            if self.depth > DEPTH_LIMIT or self.count > most:
                raise XmlRefused("nested too deep or too many elements")
            plain = {key.rpartition(":")[2]: value for key, value in attrs.items()}
            listener.start(name.rpartition(":")[2], plain)

        def endElement(self, name: str) -> None:  # noqa: N802 - SAX's name
            self.depth -= 1
            listener.end(name.rpartition(":")[2])

        def characters(self, content: str) -> None:
            listener.text(content)

    try:
        defusedxml.sax.parseString(data, Handler(), forbid_dtd=True)
    except (SAXException, DefusedXmlException, UnicodeError, LookupError) as error:
        raise XmlRefused(str(error)) from error
