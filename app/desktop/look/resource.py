"""Where the data files that come with the application are."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
