"""What an assessor is called who has not given a name, in any of the languages."""

from app.wording.language import LANGUAGES, _, speaking


def unnamed() -> str:
    """What an assessor is called who has not given a name."""
    return _("Assessor")


def is_unnamed(name: str) -> bool:
    """Whether a name only stands for one that was never given, whatever language was spoken."""
    for code in LANGUAGES:
        with speaking(code):
            if name == unnamed():
                return True
    return False
