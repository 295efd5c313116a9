"""What a mark of a chart says of itself."""

from app.wording import _
from app.wording.numbers import points


def named(name: str, text: str) -> str:
    """A number with what it is, such as “Value: 53.6”."""
    return _("{column}: {values}").format(column=name, values=text)


def span_of(low: float, high: float) -> str:
    """Two values as the ends of a range."""
    return _("{low} to {high}").format(low=points(low), high=points(high))
