"""JSON made to do harm is refused, or is nothing but text."""

import json

import pytest

from app.exchange.json_document import read_json, write_json
from db.model import InvalidAssessment
from tests.cases import small_case
from tests.unit.exchange.hostile.watching import harmless

GOOD = write_json(small_case())


def altered(change):
    document = json.loads(GOOD)
    change(document)
    return json.dumps(document).encode()


def field(table, name, value, row=0):
    def change(document):
        document["assessment"][table][row][name] = value

    return altered(change)


def decision(name, value):
    return altered(lambda document: document["assessment"]["decision"].update({name: value}))


def rows(table, make, count):
    def change(document):
        document["assessment"][table] += [make(i) for i in range(count)]

    return altered(change)


def raw(text):
    return GOOD.replace(b'"likely": 20.0', b'"likely": ' + text)


def chain(count):
    def change(document):
        criteria = document["assessment"]["criteria"]
        criteria += [
            {"id": f"n{i}", "name": f"n{i}", **({"parent": f"n{i - 1}"} if i else {})}
            for i in range(count)
        ]

    return altered(change)


REFUSED = {
    "empty": b"",
    "zeros": b"\x00" * 1000,
    "random": bytes(range(256)) * 40,
    "cut": GOOD[:-20],
    "two documents": GOOD + GOOD,
    "null": b"null",
    "a number": b"1e999",
    "a list": b"[]",
    "deep lists": b"[" * 200_000,
    "deep objects": b'{"a":' * 200_000,
    "deep and closed": b"[" * 100_000 + b"]" * 100_000,
    "deep inside": GOOD.replace(b'"assessment": {', b'"assessment": {"x": ' + b"[" * 100_000),
    "another format": GOOD.replace(b"counterpoise-assessment", b"something-else"),
    "a later version": GOOD.replace(b'"version": 1', b'"version": 2'),
    "a version as text": GOOD.replace(b'"version": 1', b'"version": "1"'),
    "utf-16": GOOD.decode().encode("utf-16"),
    "utf-32": GOOD.decode().encode("utf-32"),
    "latin letters": GOOD.replace(b"Hold back", b"Hold b\xe4ck"),
    "overlong encoding": GOOD.replace(b"Hold back", b"Hold \xc0\xaf"),
    "half a character": GOOD.replace(b"Hold back", b"Hold \\ud800"),
    "control characters": GOOD.replace(b"Hold back", b"Hold \\u0007"),
    "zero in text": GOOD.replace(b"Hold back", b"Hold \\u0000"),
    "an override": GOOD.replace(b"Hold back", b"Hold \\u202e"),
    "not composed": field("options", "name", "e\u0301"),
    "line ends in a name": field("options", "name", "a\nb"),
    "an empty name": field("options", "name", ""),
    "a blank name": field("options", "name", "   "),
    "a name without end": field("options", "name", "x" * 1_000_000),
    "prose without end": field("options", "description", "x" * 5_000_000),
    "a field nobody knows": field("options", "__class__", "os.system"),
    "a table nobody knows": altered(lambda d: d["assessment"].update({"__reduce__": []})),
    "an id with a path": field("options", "id", "../../x"),
    "an id with a line end": field("options", "id", "x\n"),
    "an id without end": field("options", "id", "x" * 33),
    "a list as a name": field("options", "name", ["x"]),
    "an object as a name": field("options", "name", {"$ref": "file:///etc/passwd"}),
    "a text as a score": field("scores", "likely", "1"),
    "a truth as a score": field("scores", "likely", value=True),
    "not a number": raw(b"NaN"),
    "infinite": raw(b"Infinity"),
    "below all numbers": raw(b"-Infinity"),
    "beyond numbers": raw(b"1e400"),
    "beyond what is kept": raw(b"1e300"),
    "digits without end": raw(b"9" * 1_000_000),
    "hexadecimal": raw(b"0x10"),
    "a comment": raw(b"1 /* x */"),
    "a trailing comma": GOOD.replace(b"}", b",}", 1),
    "single quotation marks": b"{'format': 'counterpoise-assessment'}",
    "a date that is none": decision("taken_on", "2025-02-31"),
    "a date beyond time": decision("taken_on", "99999-01-01"),
    "a kind nobody knows": decision("marking_scheme", "x" * 100_000),
    "a reference to nothing": decision("baseline", "nothing"),
    "a weight below nought": field("weights", "swing", -1.0),
    "options without end": rows("options", lambda i: {"id": f"o{i}", "name": f"o{i}"}, 50_000),
    "criteria in a chain without end": chain(5_000),
    "a circle of criteria": field("criteria", "parent", "peace"),
    "the same key twice": altered(
        lambda d: d["assessment"]["scores"].append(d["assessment"]["scores"][0])
    ),
}
PLAIN = {
    "a formula": "=cmd|' /C calc'!A0",
    "markup": "<img src=x onerror=alert(1)>",
    "a template": "{{7*7}} ${7*7} %s {0}",
    "a path": "../../etc/passwd",
}


@pytest.fixture(scope="module", autouse=True)
def _ready():
    """Load what is loaded when the first document is read."""
    read_json(GOOD)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_assessment_is_refused_with_a_short_sentence(name):
    assert REFUSED[name] != GOOD
    with harmless(), pytest.raises(InvalidAssessment, match=r"\w+ \w+") as refused:
        read_json(REFUSED[name])
    assert len(str(refused.value)) < 600


@pytest.mark.parametrize("name", PLAIN)
def test_what_would_run_elsewhere_is_text_here(name):
    with harmless():
        assessment = read_json(field("options", "name", PLAIN[name]))
    assert assessment.options[0].name == PLAIN[name]


def test_there_are_fifty():
    assert len(PLAIN) + len(REFUSED) >= 50
