"""The common scale of value, and what counts as level on it."""

LOWEST, HIGHEST = 0.0, 100.0
MIDDLE = (LOWEST + HIGHEST) / 2

TIE = 1e-9
"""Two total values closer than this are equal: far below anything an officer could mean."""
