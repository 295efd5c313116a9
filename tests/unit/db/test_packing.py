"""What is packed without the library is what the library packs."""

import subprocess
import sys

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.packing import MANY, array_head, map_head, pack_plainly, pack_rows
from tests.architecture.sources import ROOT

CELLS = st.one_of(
    st.none(),
    st.text(),
    st.binary(max_size=300),
    st.integers(-(2**63), 2**64 - 1),
    st.floats(),
)
EDGES = sorted({sign * 2**bits + by for bits in range(64) for by in (-1, 0, 1) for sign in (1, -1)})


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=40))
def test_rows_are_packed_into_the_same_bytes(rows):
    assert pack_plainly(rows) == msgspec.msgpack.encode(rows)


@pytest.mark.parametrize("number", [n for n in EDGES if -(2**63) <= n < 2**64])
def test_integers_are_in_the_shortest_form(number):
    assert pack_plainly(number) == msgspec.msgpack.encode(number)


@pytest.mark.parametrize("size", [0, 15, 16, 31, 32, 255, 256, 65_535, 65_536])
def test_lengths_are_in_the_shortest_form(size):
    values = ("a" * size, b"a" * size, [None] * size, {str(i): i for i in range(size)})
    for value in values:
        assert pack_plainly(value) == msgspec.msgpack.encode(value)
    assert pack_plainly(values[2]).startswith(array_head(size))
    assert pack_plainly(values[3]).startswith(map_head(size))


@pytest.mark.parametrize("value", [2**64, -(2**63) - 1, "\ud800", object(), True])
def test_what_has_no_form_in_a_file_is_not_packed(value):
    with pytest.raises((OverflowError, UnicodeEncodeError, TypeError)):
        pack_plainly([[value]])


@pytest.mark.parametrize(("count", "loads"), [(MANY, False), (MANY + 1, True)])
def test_the_library_is_loaded_for_many_rows_only(count, loads):
    program = (
        "import sys; from db.packing import pack_rows\n"
        f"pack_rows([(1, 'a')] * {count}); print('msgspec' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(loads)
    assert pack_rows([(1, "a")] * count) == msgspec.msgpack.encode([(1, "a")] * count)
