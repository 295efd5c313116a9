"""A house style: letterhead, arms, accent colour, paper and portion marks, read from a small file.

The file is TOML. Everything in it is bounded and checked; fonts are the brief's own and fixed.
"""

import re
import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from app.brief.blocks import Logo, PageSize
from app.brief.clean import is_visible
from app.brief.contrast import LEAST, contrast_on_white, parts_of
from app.wording import _
from app.wording.numbers import points

LARGEST_FILE = 64_000
LARGEST_PICTURE = 2_000_000
MOST_PIXELS = 2_000
"""A picture's longer side: ample for a letterhead in print."""

Line = Annotated[str, Meta(min_length=1, max_length=120)]


class StyleRefused(ValueError):
    """A house style that cannot be used; its message is one sentence for the officer."""


class HouseStyle(Struct, frozen=True, forbid_unknown_fields=True):
    """How a house wants its briefs to look; empty values leave a brief as it is.

    `logo` names a PNG or JPEG file beside the style's own, `logo_text` says what it shows.
    `portion_marks` puts the brief's marking, or what `portions` has for it, before each paragraph.
    """

    letterhead: Annotated[tuple[Line, ...], Meta(max_length=3)] = ()
    accent: Annotated[str, Meta(pattern="^#[0-9a-fA-F]{6}$")] | None = None
    paper: PageSize | None = None
    logo: Annotated[str, Meta(max_length=120)] = ""
    logo_text: Annotated[str, Meta(max_length=300)] = ""
    portion_marks: bool = False
    portions: Annotated[dict[Line, Line], Meta(max_length=20)] = {}


class ReadStyle(Struct, frozen=True):
    """A house style with its picture and the fingerprint of both."""

    style: HouseStyle
    logo: Logo | None = None
    fingerprint: str = ""


def read_style(path: Path) -> ReadStyle:
    """Read and check a house style.

    Raises:
        StyleRefused: it cannot be read or asks for what a brief cannot be.
        OSError: the file or its picture is not there.
    """
    data = _bytes_of(path, LARGEST_FILE)
    try:
        style = msgspec.convert(tomllib.loads(data.decode()), HouseStyle)
    except (ValueError, RecursionError) as error:
        text = _("{name} is no house style: {reason}.")
        raise StyleRefused(text.format(name=path.name, reason=str(error).rstrip("."))) from error
    _check_accent(style, path)
    if not style.logo:
        return ReadStyle(style, fingerprint=sha256(data).hexdigest())
    picture = _bytes_of(_beside(path, style.logo), LARGEST_PICTURE)
    if not is_visible(style.logo_text):
        text = _("{name} shows a picture without words for it. Say in logo_text what it shows.")
        raise StyleRefused(text.format(name=path.name))
    logo = _decoded(picture, style)
    return ReadStyle(style, logo, sha256(data + picture).hexdigest())


def _check_accent(style: HouseStyle, path: Path) -> None:
    if style.accent is None:
        return
    contrast = contrast_on_white(parts_of(style.accent))
    if contrast < LEAST:
        text = _(
            "the accent {colour} in {name} is too pale to read on white: its contrast is "
            "{contrast}, and text needs {least}. Choose a darker one."
        )
        raise StyleRefused(
            text.format(
                colour=style.accent,
                name=path.name,
                contrast=points(contrast, 1),
                least=points(LEAST, 1),
            )
        )


def _beside(path: Path, name: str) -> Path:
    """The file of that name in the folder of the style; nothing leads out of it."""
    if not re.fullmatch(r"[\w. -]+\.(png|jpe?g)", name, re.IGNORECASE) or name.startswith("."):
        text = _("{logo} is no name of a PNG or JPEG file beside {name}.")
        raise StyleRefused(text.format(logo=name, name=path.name))
    return path.parent / name


def _bytes_of(path: Path, limit: int) -> bytes:
    """Read a file of at most `limit` bytes, which must be an ordinary one."""
    if path.exists() and not path.is_file():
        raise StyleRefused(_("{name} is a folder or a device.").format(name=path.name))
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        text = _("{name} is larger than {limit} KB.")
        raise StyleRefused(text.format(name=path.name, limit=limit // 1000))
    return data


def _decoded(data: bytes, style: HouseStyle) -> Logo:
    """The picture's pixels on white, without anything else that its file may hold."""
    from io import BytesIO

    from PIL import Image

    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if max(picture.size) > MOST_PIXELS:
                text = _("{name} has more than {most} pixels on a side.")
                raise StyleRefused(text.format(name=style.logo, most=MOST_PIXELS))
            drawn = picture.convert("RGBA")
    except (OSError, SyntaxError, ValueError) as error:
        if isinstance(error, StyleRefused):
            raise
        text = _("{name} cannot be read as a PNG or JPEG picture.")
        raise StyleRefused(text.format(name=style.logo)) from error
    paper = Image.new("RGBA", drawn.size, "white")
    paper.alpha_composite(drawn)
    width, height = drawn.size
    return Logo(width, height, paper.convert("RGB").tobytes(), style.logo_text)
