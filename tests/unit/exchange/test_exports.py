"""Everything that an assessment can be written as, and what is said to be lost."""

import io
import zipfile

import pytest

from app.analysis.examination import examine
from app.analysis.outcome import find_outcome
from app.brief.pictures import as_png, as_svg
from app.edits.start import new_assessment
from app.exchange.charts import list_pictures
from app.exchange.exports import list_exports, write_bundle
from app.exchange.json_document import read_json
from app.exchange.samples import read_sample
from app.exchange.xml_tree import parse


@pytest.fixture(scope="module")
def pictures():
    return list_pictures(examine(find_outcome(read_sample()), samples=1000))


def test_every_export_has_a_name_a_title_and_an_ending_of_its_own():
    exports = list_exports()
    assert [export.name for export in exports] == ["xlsx", "csv", "xmcda", "json"]
    assert len({export.suffix for export in exports}) == len(exports)


@pytest.mark.parametrize("export", list_exports(), ids=lambda export: export.name)
def test_an_empty_assessment_is_written_too(export):
    assert export.write(new_assessment("Empty", "Me"))


def test_json_loses_nothing_and_everything_else_says_what_it_loses():
    sample = read_sample()
    lost = {export.name: export.lost(sample) for export in list_exports()}
    assert lost.pop("json") == ()
    assert read_json(list_exports()[-1].write(sample)) == sample
    assert any("ranges of scores" in sentence for sentence in lost["csv"])
    assert not any("ranges of scores" in sentence for sentence in lost["xmcda"])
    assert all(any("Sources" in sentence for sentence in said) for said in lost.values())


def test_an_assessment_that_a_format_holds_loses_little():
    plain = new_assessment("Plain", "Me")
    assert [len(export.lost(plain)) for export in list_exports()] == [0, 1, 1, 0]


def test_the_archive_holds_every_format_and_every_chart(pictures):
    files = {f"{p.name}.svg": as_svg(p.chart, p.text) for p in pictures}
    data = write_bundle(read_sample(), files)
    assert data == write_bundle(read_sample(), files)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
        told = archive.read("README.txt").decode()
    assert {"decision.xlsx", "decision.csv", "decision.xml", "decision.json"} <= names
    assert {f"charts/{name}" for name in files} <= names
    assert "Not in this file:" in told
    assert "TLP:" in told


def test_charts_are_drawn_without_a_screen(pictures):
    assert [p.name for p in pictures] == ["ranking", "weight", "ranks", "ranges", "stable-weights"]
    for picture in pictures:
        png, svg = as_png(picture.chart), as_svg(picture.chart, picture.text)
        assert png.startswith(b"\x89PNG")
        assert (png, svg) == (as_png(picture.chart), as_svg(picture.chart, picture.text))
        root = parse(svg)
        assert root.words("title") == picture.text
        assert not {"script", "a", "image", "foreignObject"} & {node.name for node in root.walk()}


def test_a_chart_that_is_exported_bears_its_caption(pictures):
    decision = read_sample().decision
    for picture in pictures:
        bare = as_svg(picture.chart, picture.text).decode()
        drawn = as_svg(picture.chart, picture.text, picture.caption).decode()
        said = {node.text for node in parse(drawn.encode()).walk() if node.name == "text"}
        assert {decision.marking, decision.title} <= said
        assert any(picture.caption.title.startswith(line) for line in said if line)
        assert len(bare) < len(drawn)
        assert len(as_png(picture.chart, picture.caption)) > len(as_png(picture.chart))


def test_a_chart_of_names_that_look_like_markup_is_plain_text(pictures):
    from app.charts.specs import RankedBar, Ranking

    name = "<script>alert(1)</script> & “more”"
    chart = Ranking((RankedBar(name, (50.0,), 50.0, "50", 50.0, 50.0),), ("aim",), "Value")
    root = parse(as_svg(chart, name))
    assert root.words("title") == name
    assert "script" not in {node.name for node in root.walk()}
