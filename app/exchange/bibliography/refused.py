"""Why a bibliography was not read."""


class BibliographyRefused(ValueError):
    """The file cannot be read; the message is a sentence for the officer."""
