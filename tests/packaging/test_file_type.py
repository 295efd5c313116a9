"""Every system is told the same about the file: its ending, its first bytes, its name."""

import configparser

import pytest
from defusedxml.ElementTree import parse

from app.cli import main
from app.desktop.preferences import settings
from db.document import FILE_SUFFIX
from db.layout import APPLICATION_ID
from tests.packaging.conftest import PACKAGING

KIND = "application/x-counterpoise"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
LINUX = PACKAGING / "linux"


@pytest.fixture
def type_description():
    return parse(LINUX / "counterpoise.mime.xml").find(f"{MIME}mime-type")


@pytest.fixture
def entry():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(LINUX / "counterpoise.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_type_is_known_by_its_ending(type_description):
    assert type_description.get("type") == KIND
    assert type_description.find(f"{MIME}glob").get("pattern") == f"*{FILE_SUFFIX}"


def test_the_type_is_known_by_its_first_bytes(type_description, tmp_path):
    path = tmp_path / "sample.poise"
    assert main(["new", str(path), "--sample"]) == 0
    data = path.read_bytes()
    matches = list(type_description.iter(f"{MIME}match"))
    assert len(matches) == 2
    for match in matches:
        start = int(match.get("offset"))
        value = match.get("value").encode().decode("unicode_escape").encode()
        assert data[start : start + len(value)] == value
    assert APPLICATION_ID.to_bytes(4, "big") == b"PoIs"


def test_the_menu_entry_opens_that_type_in_the_window_of_that_name(entry):
    assert entry["MimeType"] == f"{KIND};"
    assert entry["Exec"] == "counterpoise %f"
    assert f"{settings.APPLICATION}.desktop" == "counterpoise.desktop"
    assert entry["StartupWMClass"] == settings.APPLICATION


def test_the_other_systems_are_told_the_same():
    metainfo = parse(LINUX / "org.counterpoise.counterpoise.metainfo.xml")
    assert metainfo.findtext("provides/mediatype") == KIND
    assert metainfo.findtext("launchable") == "counterpoise.desktop"
    spec = (PACKAGING / "bundle" / "counterpoise.spec").read_text(encoding="utf-8")
    assert f'"public.mime-type": ["{KIND}"]' in spec
    assert f'"public.filename-extension": ["{FILE_SUFFIX[1:]}"]' in spec
    windows = (PACKAGING / "windows" / "counterpoise.iss").read_text(encoding="utf-8")
    assert rf"Software\Classes\{FILE_SUFFIX}" in windows
    assert KIND in windows
