"""ReportLab's shapes without their check of every attribute, which costs most of the time.

The switch is read when ReportLab's own module is imported, so charts take their shapes from here.
"""

# ruff: noqa: E402  # the switch comes before the import on purpose
from reportlab import rl_config

rl_config.shapeChecking = 0

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect, String

__all__ = ["Circle", "Drawing", "Line", "PolyLine", "Polygon", "Rect", "String"]
