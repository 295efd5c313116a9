"""The sample assessments that come with the program."""

from pathlib import Path

from db.model import Assessment

from .json_document import read_json

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "samples"
WORKED_EXAMPLE = "afghanistan"


def read_sample(name: str = WORKED_EXAMPLE) -> Assessment:
    """A sample assessment; `fresh_copy` makes a document of its own of it."""
    return read_json((FOLDER / f"{name}.json").read_bytes())
