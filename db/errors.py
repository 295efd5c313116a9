"""Known troubles with files: each is a sentence that names the cause and the remedy."""

from pathlib import Path


def gettext_noop(sentence: str) -> str:
    """Mark a sentence of a trouble that is translated where it is shown."""
    return sentence


class Trouble(Exception):
    """Something went wrong that an officer can understand and act upon.

    `message` is an English sentence with named places, `arguments` fills them: whoever shows the
    sentence may translate the one and fill in the other.
    """

    def __init__(self, message: str, **arguments: object) -> None:
        super().__init__(message, arguments)
        self.message = message
        self.arguments = arguments

    def __str__(self) -> str:
        return self.message.format(**self.arguments)


class FileRefused(Trouble):
    """A file cannot be let in; it was not touched."""


class PasswordNeeded(FileRefused):
    """A file is under a password, and none was given or it is not the one."""


class NewerVersion(FileRefused):
    """A file needs a newer Counterpoise."""


class StoreFailed(Trouble):
    """The private working database cannot be written; the edit was not kept."""


class StoreBusy(Trouble):
    """Another running Counterpoise has the working database open."""


class PublishFailed(Trouble):
    """A file cannot be put where the officer wants it; what was there is as it was."""


class PublishConflict(Trouble):
    """Somebody else's version stands where ours should go.

    `theirs` is where it can be read: the place itself, or where it was kept aside.
    """

    def __init__(self, message: str, *, name: str, theirs: Path) -> None:
        super().__init__(message, name=name)
        self.theirs = theirs


class MergeRefused(Trouble):
    """Two files cannot be merged; neither was changed."""


class ShareRefused(Trouble):
    """A copy cannot be shared in the way that was asked for."""


class SalvageRefused(Trouble):
    """Nothing can be recovered from a file, or nothing needs to be."""


class NameRefused(Trouble):
    """A version cannot have that name."""
