"""Files under a password on their way through the gate."""

from pathlib import Path

from db.errors import PasswordNeeded
from db.layout import SEALED_MAGIC

from .container import LARGEST, shown


def opened(path: Path, data: bytes, password: str | None) -> bytes:
    """The image in a file: the very bytes, or what is under the password.

    Raises:
        PasswordNeeded: there is a password and it was not given, or is another.
    """
    if not data.startswith(SEALED_MAGIC):
        return data
    if password is None:
        raise PasswordNeeded("“{name}” is under a password. Enter it to open it.", name=shown(path))
    from db.sealed import Unsealable, unseal  # cryptography, for the few files that need it

    try:
        return unseal(data, password, LARGEST)
    except Unsealable as error:
        raise PasswordNeeded(
            "“{name}” does not open with this password: it is another one, or the file was damaged"
            " on its way. Check capitals and the keyboard, or ask the sender for a new copy.",
            name=shown(path),
        ) from error
