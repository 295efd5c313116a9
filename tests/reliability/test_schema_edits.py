"""A schema that differs in anything is refused for that alone."""

from tests.reliability.schema_edits import edit_schemas


def test_a_schema_with_one_thing_altered_is_refused_before_its_content_is_looked_at(tmp_path):
    outcome = edit_schemas(tmp_path, number=60, seed=20261122)
    assert outcome.troubles == []
    assert outcome.refused == 60
