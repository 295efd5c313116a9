"""What a refused edit carries."""

from app.edits import EditRefused


def test_a_refusal_reads_as_a_sentence_and_keeps_its_key_for_translation():
    refused = EditRefused("“{name}” is a branch.", name="Safety")
    assert str(refused) == "“Safety” is a branch."
    assert refused.message == "“{name}” is a branch."
    assert refused.arguments == {"name": "Safety"}


def test_braces_in_what_was_typed_are_text():
    assert str(EditRefused("“{name}” is taken.", name="{0} {x}")) == "“{0} {x}” is taken."
