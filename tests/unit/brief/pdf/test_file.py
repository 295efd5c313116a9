"""The file as a file: equal bytes, honest metadata, embedded fonts, the attachment."""

import hashlib
import io
import os
import re
import subprocess
import sys
from datetime import timedelta, timezone
from pathlib import Path

import pypdf
import pytest
from msgspec import structs

from app.brief.blocks import Attachment
from app.brief.pdf import missing_characters, render
from app.brief.pdf.faces import FONTS, load_family
from tests.unit.brief.pdf.documents import DATE, document, full_document, paragraph

ATTACHED = Attachment("decision.poise", bytes(range(256)) * 9 + b"\r", "application/x-poise", "It")
IN_ANOTHER_PROCESS = """
import hashlib, sys
from app.brief.pdf import render
from tests.unit.brief.pdf.documents import document, full_document, paragraph
for other in sys.argv[1:]:
    render(document(paragraph(other)))
print(hashlib.sha256(render(full_document())).hexdigest())
"""


@pytest.fixture(scope="module")
def data() -> bytes:
    return render(full_document())


@pytest.fixture(scope="module")
def reader(data) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def xmp_of(reader) -> str:
    return reader.root_object["/Metadata"].get_data().decode()


def test_equal_documents_give_equal_bytes(data):
    assert render(full_document()) == data


@pytest.mark.parametrize(
    ("zone", "seed", "before"),
    [("Asia/Kabul", "1", []), ("America/St_Johns", "2", ["سلام another document"])],
)
def test_equal_documents_give_equal_bytes_in_another_process(data, zone, seed, before):
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
    root = Path(__file__).parents[4]
    done = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS, *before],
        capture_output=True,
        check=True,
        cwd=root,
        env=environment,
        text=True,
    )
    assert done.stdout.strip() == hashlib.sha256(data).hexdigest()


def test_the_date_is_the_documents_own_in_utc():
    kabul = DATE.astimezone(timezone(timedelta(hours=4, minutes=30)))
    here, there = (render(structs.replace(document(), date=date)) for date in (DATE, kabul))
    assert here == there
    info = pypdf.PdfReader(io.BytesIO(here)).metadata
    assert info.creation_date == info.modification_date == DATE


def test_metadata_in_both_places_say_the_same(reader):
    xmp, info = xmp_of(reader), reader.metadata
    assert f">{info.title}<" in xmp
    assert f">{info.author}<" in xmp
    assert f">{info.subject}<" in xmp
    assert f"<pdf:Producer>{info.producer}<" in xmp
    assert f"<pdf:Keywords>{info['/Keywords']}<" in xmp
    assert f"<xmp:CreateDate>{DATE.isoformat()}<" in xmp


def test_the_file_claims_what_it_is(reader):
    xmp, root = xmp_of(reader), reader.root_object
    assert "<pdfuaid:part>1<" in xmp
    assert "<pdfaid:part>2<" in xmp
    assert "<pdfaid:conformance>A<" in xmp
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"


def test_markup_in_metadata_stays_text():
    reader = pypdf.PdfReader(io.BytesIO(render(document(title="<b>&amp;</b>", author="a<b"))))
    assert reader.metadata.title == "<b>&amp;</b>"
    assert "&lt;b&gt;&amp;amp;&lt;/b&gt;" in xmp_of(reader)


def test_every_font_is_embedded_as_a_subset(reader):
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            descendant = font["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in descendant["/FontDescriptor"]
            assert re.fullmatch(r"/[A-Z]{6}\+\w+-\w+", font["/BaseFont"])


def test_streams_end_on_a_line_of_their_own(data):
    for match in re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", data):
        end = match.end() + int(match[1])
        assert data[end : end + 11] == b"\r\nendstream"


def test_an_attached_file_travels_unchanged_and_is_declared():
    reader = pypdf.PdfReader(io.BytesIO(render(full_document(), ATTACHED)))
    assert reader.attachments == {"decision.poise": [ATTACHED.data]}
    assert "<pdfaid:part>3<" in xmp_of(reader)
    specification = reader.root_object["/AF"][0]
    assert specification["/AFRelationship"] == "/Source"
    assert specification["/EF"]["/F"]["/Subtype"] == "/application/x-poise"
    expected = hashlib.md5(ATTACHED.data, usedforsecurity=False).digest()
    checksum = specification["/EF"]["/F"]["/Params"]["/CheckSum"]
    assert checksum.original_bytes == expected


def test_page_sizes_are_those_asked_for():
    for size, points in (("A4", (595.28, 841.89)), ("Letter", (612, 792))):
        page = pypdf.PdfReader(io.BytesIO(render(document(page_size=size)))).pages[0]
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
            points, abs=0.01
        )


def test_characters_that_no_font_has_are_named_before_export():
    whole = document(paragraph("a😀b 漢 😀"), header="ͷ \ue000")
    assert missing_characters(whole) == ("😀", "漢", "\ue000")
    assert missing_characters(full_document()) == ()


def test_fonts_are_the_ones_that_were_checked_in():
    listed = dict(
        reversed(line.split()) for line in (FONTS / "SHA256SUMS").read_text().splitlines()
    )
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.ttf")
    }
    assert listed == found


def test_every_font_has_its_licence_beside_it():
    licences = {path.name.removesuffix("-OFL.txt") for path in (FONTS / "licences").iterdir()}
    families = {path.name.split("_")[0] for path in FONTS.glob("*.ttf")}
    assert licences == families


def test_faces_of_a_cut_are_read_once():
    family = load_family()
    assert family.main("bold") is family.main("bold")
    assert load_family() is family
