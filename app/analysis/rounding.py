"""The one rounding used wherever a number is shown."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

_NOISE = Decimal("1e-9")


def round_half_away(x: float, digits: int = 0) -> float:
    """Round `x` to `digits` decimals, halves away from zero, after rounding to 9 decimals.

    The first rounding removes the noise of binary arithmetic, so that 0.285 (stored as
    0.28499999999999998) shows as 0.29 and the same figure shows alike on every machine. Never
    returns negative zero. `digits` lies between 0 and 9; raises ValueError for anything else and
    for numbers that are not finite.
    """
    if not 0 <= digits <= 9:
        raise ValueError("A number is shown with 0 to 9 decimals.")
    exact = Decimal(float(x))
    if not exact.is_finite():
        raise ValueError("Only a finite number can be rounded.")
    if abs(exact) >= Decimal(2) ** 53:
        return float(x)  # a whole number already: nothing behind the point
    clean = exact.quantize(_NOISE, rounding=ROUND_HALF_EVEN)
    shown = clean.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    return float(shown) + 0.0
