"""The names of the things that can be chosen."""

import enum

import pytest

import db.model
from app.wording.terms import term

CHOICES = [
    choice for kind in vars(db.model).values() if isinstance(kind, enum.EnumType) for choice in kind
]


@pytest.mark.parametrize("choice", CHOICES, ids=repr)
def test_every_choice_of_the_model_has_its_word(choice):
    assert term(choice).strip()


@pytest.mark.parametrize(
    "kind", {type(choice) for choice in CHOICES}, ids=lambda kind: kind.__name__
)
def test_no_two_choices_of_a_kind_have_the_same_word(kind):
    words = [term(choice) for choice in kind]
    assert len(set(words)) == len(words)
