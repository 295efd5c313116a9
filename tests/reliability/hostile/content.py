# ruff: noqa: S608  (building dangerous SQL is what this module is for)
"""Content that no edit could have made, under checksums that fit it.

Each entry is what somebody does who has our documentation and the `sqlite3` shell.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Final

from tests.reliability.hostile.making import MAKERS, restamp, rewrite_schema, run

FIRST_CHANGE: Final = "(revision, step) IN (SELECT revision, step FROM change LIMIT 1)"
A_CELL: Final = (
    "(revision, step) IN (SELECT revision, step FROM change"
    " WHERE column_name IS NOT NULL AND column_name <> 'position' LIMIT 1)"
)
A_ROW: Final = (
    "(revision, step) IN (SELECT revision, step FROM change WHERE column_name IS NULL LIMIT 1)"
)

TEXTS: Final[Mapping[str, str]] = {
    "half_a_surrogate": "CAST(x'61eda08062' AS TEXT)",
    "a_letter_spelled_too_long": "CAST(x'61c08062' AS TEXT)",
    "a_letter_beyond_all_letters": "CAST(x'f4908080' AS TEXT)",
    "a_text_that_ends_within_a_letter": "CAST(x'61e282' AS TEXT)",
    "a_zero_byte_at_the_end": "'a' || char(0)",
    "nothing_but_a_zero_byte": "char(0)",
    "a_bell": "'a' || char(7)",
    "an_escape_to_the_terminal": "char(27) || '[31mred'",
    "a_carriage_return": "'a' || char(13) || 'b'",
    "two_lines_in_a_name": "'a' || char(10) || 'b'",
    "a_separator_of_lines_in_a_name": "'a' || char(8232) || 'b'",
    "a_separator_of_paragraphs_in_a_name": "'a' || char(8233) || 'b'",
    "text_embedded_from_the_right": "'a' || char(8235) || 'b'",
    "text_of_the_left_over_all": "'a' || char(8237) || 'b'",
    "an_accent_apart_from_its_letter": "'e' || char(769)",
    "nothing_but_spaces": "'   '",
    "one_letter_too_many": "substr(hex(zeroblob(200)), 1, 201)",
    "a_control_sign_of_the_second_row": "'a' || char(133) || 'b'",
}
"""Names of options, each an expression."""

NUMBERS: Final[Mapping[str, str]] = {
    "more_than_any_number": "9e999",
    "less_than_any_number": "-9e999",
    "a_number_beyond_all_scales": "1e16",
    "the_largest_number": "1.7976931348623157e308",
    "a_hair_below_nought": "-5e-324",
    "nothing_where_a_number_must_be": "-0.1",
}
"""Swings of weights."""

ALTERATIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "a_scale_without_length": (
        "UPDATE criteria SET scale = 'numeric', worst = 3, best = 3",
        "DELETE FROM levels",
    ),
    "an_endless_scale": ("UPDATE criteria SET scale = 'numeric', worst = -9e999",),
    "a_scale_of_percent_to_a_thousand": ("UPDATE criteria SET scale = 'direct', best = 1000",),
    "a_score_with_a_range_and_no_value": ("UPDATE scores SET low = 1, likely = NULL, high = 2",),
    "a_level_off_its_scale": (
        "UPDATE criteria SET scale = 'direct', worst = 0, best = 100",
        (
            "UPDATE levels SET at = 101 + rowid_of.n FROM"
            " (SELECT criterion AS c, at AS a, row_number() OVER () AS n FROM levels) AS rowid_of"
            " WHERE criterion = c AND at = a"
        ),
    ),
    "criteria_in_a_larger_circle": (
        "UPDATE criteria SET parent = (SELECT max(key) FROM criteria) WHERE key = 1",
        "UPDATE criteria SET parent = 1 WHERE key = (SELECT max(key) FROM criteria)",
        "UPDATE criteria SET parent = 1 WHERE key NOT IN (1, (SELECT max(key) FROM criteria))",
    ),
    "sources_that_cite_each_other": ("UPDATE sources SET cited_in = key",),
    "an_assessor_of_record_who_is_an_actor": (
        "DELETE FROM score_evidence",
        "DELETE FROM scores",
        "UPDATE perspectives SET kind = 'actor'",
        "UPDATE decision SET assessor = 1",
    ),
    "evidence_for_a_score_that_is_not_there": ("DELETE FROM scores",),
    "an_id_of_other_letters": ("UPDATE options SET id = 'Ö' || key",),
    "an_id_with_a_line_end": ("UPDATE options SET id = id || char(10)",),
    "an_id_of_nothing": ("UPDATE options SET id = '' WHERE key = 1",),
    "an_id_that_is_too_long": ("UPDATE options SET id = substr(hex(zeroblob(32)), key)",),
    "a_place_before_the_first": ("UPDATE options SET position = position - 1",),
    "two_rows_in_the_same_place": ("UPDATE options SET position = 0",),
    "a_place_at_the_end_of_all_numbers": (
        "UPDATE options SET position = 9223372036854775807 WHERE position > 0",
    ),
    "a_row_under_key_nought": (
        "UPDATE weights SET perspective = 0 WHERE perspective = 1",
        "UPDATE perspectives SET key = 0 WHERE key = 1",
    ),
    "a_decision_under_another_key": ("UPDATE decision SET key = 2",),
    "a_meta_under_another_key": ("UPDATE meta SET key = 2",),
    "two_metas": (
        "INSERT INTO meta SELECT 2, format, min_reader, min_writer, head, content_sha256 FROM meta",
    ),
    "a_format_that_the_header_does_not_say": ("UPDATE meta SET format = 99",),
    "a_day_of_a_thirteenth_month": ("UPDATE brief SET dated = '2026-13-01'",),
    "a_day_with_a_time": ("UPDATE brief SET dated = '2026-11-22T00:00:00'",),
    "a_day_in_other_digits": ("UPDATE brief SET dated = '٢٠٢٦-١١-٢٢'",),
    "a_day_of_a_far_year": ("UPDATE brief SET dated = '12026-11-22'",),
    "a_day_before_all_years": ("UPDATE brief SET dated = '0000-01-01'",),
    "a_day_with_a_space": ("UPDATE brief SET dated = ' 2026-11-22'",),
    "a_word_in_capitals": ("UPDATE perspectives SET kind = upper(kind)",),
    "a_marking_scheme_of_nobody": ("UPDATE decision SET marking_scheme = 'nato'",),
    "a_credibility_of_nought": ("UPDATE extracts SET credibility = 0",),
    "a_session_without_an_id": ("UPDATE session SET id = x''",),
    "a_session_with_half_an_id": ("UPDATE session SET id = substr(id, 1, 8)",),
    "a_session_with_more_than_an_id": ("UPDATE session SET id = CAST(id || x'00' AS BLOB)",),
    "a_session_that_counts_backwards": ("UPDATE session SET seen = -1",),
    "a_session_that_counts_too_far": ("UPDATE session SET seen = 9223372036854775807",),
    "an_author_without_end": ("UPDATE session SET author = hex(zeroblob(300))",),
    "an_author_in_broken_letters": ("UPDATE session SET author = CAST(x'c3' AS TEXT)",),
    "revisions_that_begin_at_nought": (
        "UPDATE change SET revision = revision - 1",
        "UPDATE revision SET parent = parent - 1, number = number - 1",
    ),
    "a_gap_between_revisions": (
        "UPDATE change SET revision = -2 * revision",
        "UPDATE change SET revision = -revision",
        "UPDATE revision SET number = -2 * number, parent = 2 * parent",
        "UPDATE revision SET number = -number",
    ),
    "a_revision_that_continues_itself": ("UPDATE revision SET parent = number",),
    "a_revision_that_merges_the_future": (
        "UPDATE revision SET merged = number + 1 WHERE number = 1",
    ),
    "a_revision_that_undoes_itself": ("UPDATE revision SET undoes = number",),
    "a_revision_before_all_time": ("UPDATE revision SET time = -1",),
    "a_revision_whose_count_stands_still": ("UPDATE revision SET counter = 1",),
    "a_label_without_end": ("UPDATE revision SET label = hex(zeroblob(300))",),
    "a_name_of_a_version_without_end": ("UPDATE revision SET name = hex(zeroblob(300))",),
    "a_history_without_its_beginning": (
        "DELETE FROM change WHERE revision = 1",
        "DELETE FROM revision WHERE number = 1",
    ),
    "a_history_without_its_end": (
        "DELETE FROM change WHERE revision = (SELECT max(number) FROM revision)",
        "DELETE FROM revision WHERE number = (SELECT max(number) FROM revision)",
    ),
    "a_change_in_another_place": (
        f"UPDATE change SET position = -5 WHERE {FIRST_CHANGE}",
        f"UPDATE change SET key1 = 987654 WHERE {FIRST_CHANGE}",
    ),
    "a_change_to_more_than_any_number": (f"UPDATE change SET after = 9e999 WHERE {A_CELL}",),
    "a_change_to_bytes": (f"UPDATE change SET after = x'00ff' WHERE {A_CELL}",),
    "a_change_to_broken_letters": (
        f"UPDATE change SET after = CAST(x'c3' AS TEXT) WHERE {A_CELL}",
    ),
    "a_change_of_no_row": (f"UPDATE change SET before = NULL, after = NULL WHERE {A_ROW}",),
    "a_change_that_says_a_thing_twice": (
        """UPDATE change SET after = '{"name":"a","name":"b"}', before = NULL WHERE """ + A_ROW,
    ),
    "a_change_that_is_no_object": (
        f"UPDATE change SET after = '[1]', before = NULL WHERE {A_ROW}",
    ),
    "a_change_with_a_number_of_no_kind": (
        """UPDATE change SET after = '{"name":NaN}', before = NULL WHERE """ + A_ROW,
    ),
    "a_change_of_a_key_of_bytes": (f"UPDATE change SET key1 = x'01' WHERE {FIRST_CHANGE}",),
    "a_change_of_a_key_of_text": (f"UPDATE change SET key1 = '1' WHERE {FIRST_CHANGE}",),
    "a_change_of_a_key_in_parts": (f"UPDATE change SET key4 = 1 WHERE {FIRST_CHANGE}",),
    "an_order_of_strangers": (
        (
            "UPDATE change SET table_name = 'options', column_name = 'position', key1 = NULL,"
            f" key2 = NULL, key3 = NULL, key4 = NULL, before = '[987]', after = '[987]'"
            f" WHERE {FIRST_CHANGE}"
        ),
    ),
    "an_order_that_is_no_list": (
        (
            "UPDATE change SET table_name = 'options', column_name = 'position', key1 = NULL,"
            f" key2 = NULL, key3 = NULL, key4 = NULL, before = '7', after = 'x'"
            f" WHERE {FIRST_CHANGE}"
        ),
    ),
    "a_former_row_of_no_table": ("INSERT INTO former VALUES ('sqlite_schema', 99, 'x')",),
    "a_former_row_with_no_id": (
        "INSERT INTO former VALUES ('options', 99, '../..')",
        f"UPDATE change SET table_name = 'options', key1 = 99 WHERE {A_ROW}",
    ),
}

UNTYPED: Final[Mapping[str, tuple[str, str]]] = {
    "a_number_as_a_name": ("options", "UPDATE options SET name = 42"),
    "bytes_as_an_id": ("options", "UPDATE options SET id = CAST(id AS BLOB)"),
    "a_text_as_a_place": ("options", "UPDATE options SET position = 'first'"),
    "half_a_place": ("options", "UPDATE options SET position = position + 0.5"),
    "nothing_as_a_name": ("sources", "UPDATE sources SET note = x''"),
    "a_text_as_a_range": ("scores", "UPDATE scores SET low = '1e3', likely = '2e3'"),
    "a_text_as_an_id_of_a_session": ("session", "UPDATE session SET id = hex(id)"),
    "a_number_as_an_author": ("session", "UPDATE session SET author = 7"),
    "a_text_as_a_time": ("revision", "UPDATE revision SET time = 'now'"),
    "a_fraction_as_a_time": ("revision", "UPDATE revision SET time = 0.5"),
}
"""Values of another kind than their column, put in while the table did not look."""


def altered(path: Path, statements: tuple[str, ...]) -> None:
    """Change what the file says and make its checksums fit, where its text can be read at all."""
    run(path, *statements)
    with suppress(sqlite3.OperationalError, ValueError):
        restamp(path)


def mistyped(path: Path, table: str, statement: str) -> None:
    """Put values of another kind into a table and make the checksums fit."""
    with closing(sqlite3.connect(path)) as connection:
        ((text,),) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,))
    untyped = text.replace("STRICT", "").rstrip(" \n,").replace(" TEXT", " BLOB")
    rewrite_schema(path, table, text, untyped, statement)
    rewrite_schema(path, table, untyped, text)
    restamp(path)


MAKERS |= {name: partial(altered, statements=done) for name, done in ALTERATIONS.items()}
MAKERS |= {
    name: partial(altered, statements=(f"UPDATE options SET name = {text}",))
    for name, text in TEXTS.items()
}
MAKERS |= {
    name: partial(altered, statements=(f"UPDATE weights SET swing = {number}",))
    for name, number in NUMBERS.items()
}
MAKERS |= {
    name: partial(mistyped, table=table, statement=statement)
    for name, (table, statement) in UNTYPED.items()
}
