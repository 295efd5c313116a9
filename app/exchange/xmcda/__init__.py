"""XMCDA, the exchange format of the Decision Deck: written in version 3.1.1, read from 2 to 4."""

from .building import make_assessment
from .reading import is_xmcda, read_documents
from .refused import XmcdaRefused
from .writing import write_xmcda

__all__ = ["XmcdaRefused", "is_xmcda", "make_assessment", "read_documents", "write_xmcda"]
