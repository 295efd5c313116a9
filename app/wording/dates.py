"""Dates in words that no reader can take for another."""

from datetime import date

from .language import _


def month_names() -> tuple[str, ...]:
    """The months from January on."""
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )


def long_date(day: date) -> str:
    """A date such as 1 March 2026."""
    values = {"day": day.day, "month": month_names()[day.month - 1], "year": day.year}
    if day.day == 1:  # some languages count this day alone: French 1er
        return _("1 {month} {year}").format(**values)
    return _("{day} {month} {year}").format(**values)
