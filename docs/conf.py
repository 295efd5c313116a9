# ruff: noqa: INP001 - settings, not a package
"""How the pages in this folder become a site that works without a network: `make docs`."""

from pathlib import Path
from tomllib import loads

ROOT = Path(__file__).resolve().parents[1]
_stated = loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

project = "Counterpoise"
author = "The Counterpoise authors"
release = _stated["version"]
language = "en"

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["schema", "pictures"]
myst_heading_anchors = 3  # links to headings work here as they do in the application

html_theme = "furo"
html_title = f"{project} {release}"
html_favicon = "../resources/icons/counterpoise-32.png"
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
html_show_sourcelink = False
# Fonts of the reader's own system: nothing is fetched, from wherever the site is read.
html_theme_options = {"top_of_page_buttons": []}
