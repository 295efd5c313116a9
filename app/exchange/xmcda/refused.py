"""Why an XMCDA document was not read."""


class XmcdaRefused(ValueError):
    """The documents are no decision that can be taken; the message is a sentence."""
