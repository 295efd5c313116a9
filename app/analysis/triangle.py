"""The weight triangle: who leads as three parts of the tree share their weight in all ways.

Totals are linear over the triangle, so each option leads on a convex polygon, found exactly by
cutting the triangle along the lines where two options are level (Belton & Stewart 2002, ch. 5).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.analysis.additive import PartialValues, weigh
from app.analysis.arrays import TIE, BoolArray, FloatArray
from app.analysis.weights import proportions


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """Where an option leads: corners (corners, 3), each its parts' shares of their joint weight.

    The corners go round the polygon; area is its share of the triangle, 0-1.
    """

    option: int
    corners: FloatArray
    area: float


@dataclass(frozen=True, slots=True, eq=False)
class Triangle:
    """Regions of all leading options, the present point (3,), corner totals (3, options).

    Corner k gives all of the joint weight to part k; joint is that weight, a share of 1.
    """

    regions: tuple[Region, ...]
    present: FloatArray
    corner_totals: FloatArray
    joint: float


def find_triangle(
    prepared: PartialValues,
    shares: FloatArray,
    parts: tuple[BoolArray, BoolArray, BoolArray],
) -> Triangle:
    """Divide the weight that three parts hold together among them in every way.

    parts: three masks (criteria,) without a leaf in common. Proportions inside each part, and all
    weights outside the three, stay as they are. Parts that hold no weight at all together divide
    the whole weight. Raises ValueError when parts overlap or are empty.
    """
    if (np.sum(parts, axis=0) > 1).any() or not all(part.any() for part in parts):
        raise ValueError("A weight triangle needs three parts without a common criterion.")
    held = np.array([float(shares[part].sum()) for part in parts])
    joint = float(held.sum())
    if joint <= 0.0:
        joint, held, rest = 1.0, np.full(3, 1.0 / 3.0), np.zeros_like(shares)
    else:
        rest = np.where(np.any(parts, axis=0), 0.0, shares)
    corners = np.array(
        [weigh(prepared, rest + joint * proportions(shares, part))[1] for part in parts]
    )
    regions = []
    for option in range(prepared.options):
        region = _cut(corners, option)
        if region is not None:
            regions.append(region)
    return Triangle(tuple(regions), held / held.sum(), corners, joint)


def _cut(corners: FloatArray, option: int) -> Region | None:
    """Return where `option` is at least level with all others, or None without an area."""
    polygon = np.eye(3)
    for rival in range(corners.shape[1]):
        leads = corners[:, option] - corners[:, rival]
        leads[np.abs(leads) <= TIE] = 0.0
        polygon = _keep_side(polygon, polygon @ leads)
        if len(polygon) < 3:
            return None
    area = _area(polygon)
    return Region(option, polygon, area) if area > TIE else None


def _keep_side(polygon: FloatArray, heights: FloatArray) -> FloatArray:
    """Return the part of a convex polygon where heights are not negative (Sutherland & Hodgman)."""
    kept = []
    for k in range(len(polygon)):
        here, there = heights[k], heights[(k + 1) % len(polygon)]
        if here >= 0:
            kept.append(polygon[k])
        if (here > 0 > there) or (here < 0 < there):
            along = here / (here - there)
            kept.append(polygon[k] + along * (polygon[(k + 1) % len(polygon)] - polygon[k]))
    return np.array(kept)


def _area(polygon: FloatArray) -> float:
    """Return a polygon's share of the triangle, from its first two coordinates."""
    x, y = polygon[:, 0], polygon[:, 1]
    return abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1)))
