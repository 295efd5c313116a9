"""Full stops of sentences that hold names with a full stop of their own."""

import re

_TWO = re.compile(r"(?<!\.)\.\.(?!\.)")


def with_one_stop(text: str) -> str:
    """One full stop where a name that ends in one ends the sentence, as after “etc.”."""
    return _TWO.sub(".", text)
