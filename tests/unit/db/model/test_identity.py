"""New keys."""

import msgspec

from db.model import Option, new_id


def test_new_keys_are_valid_and_never_alike():
    keys = {new_id() for _ in range(1_000)}
    assert len(keys) == 1_000
    for key in keys:
        msgspec.convert({"id": key, "name": "A"}, Option)
