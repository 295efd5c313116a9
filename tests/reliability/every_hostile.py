"""All hostile files together."""

from tests.reliability import hostile_content, hostile_pages, hostile_places
from tests.reliability.hostile import MAKERS

FAMILIES = (hostile_content, hostile_pages, hostile_places)

__all__ = ["FAMILIES", "MAKERS"]
