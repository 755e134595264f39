"""One text, address or day out of the many forms each can have in JSON-LD."""

import datetime as dt
import json

import pytest

from workjournal.domain.linked_json import (
    DEEPEST,
    LONGEST,
    NestedTooDeep,
    address,
    clean,
    day,
    kinds,
    leaves,
    parse,
    text_in,
    thing,
    things,
)

TEXTS = [
    ("TIG", "TIG"),
    (" TIG\r\nwelding ", "TIG\nwelding"),
    (3, "3"),
    (3.5, "3.5"),
    (True, "yes"),
    (None, ""),
    (["a", "b", 3], "a, b, 3"),
    ({"@value": "TIG", "@language": "en"}, "TIG"),
    ({"de": "WIG", "en": "TIG"}, "TIG"),
    ({"de": "WIG", "en-GB": "TIG, as here", "en": "TIG"}, "TIG"),
    ({"de": "WIG", "fr": "TIG-fr"}, "WIG"),
    ({"fr": "TIG-fr", "eng": "not English by its tag"}, "TIG-fr"),
    ({"id": "las TIG", "de": "WIG"}, "las TIG"),
    ({"id": "https://weir.example"}, ""),
    ({"lat": 4, "lng": 5}, ""),
    ({"name": "TIG"}, ""),
    ({}, ""),
    ([{"@value": "WIG", "@language": "de"}, {"@value": "TIG", "@language": "en"}], "TIG"),
    ([{"@value": "WIG", "@language": "de"}, {"@value": "TIG"}], "WIG, TIG"),
]


@pytest.mark.parametrize(("value", "text"), TEXTS)
def test_the_text_of_a_value(value: object, text: str) -> None:
    assert text_in(value) == text


def test_a_text_is_shown_without_what_is_not_seen_and_not_without_end() -> None:
    assert clean("a\0b\x1b[31m\u202ec\ud800d\te\u2069") == "ab[31mcd\te"
    assert clean("x" * (LONGEST + 1)) == "x" * LONGEST + "… (shortened)"
    assert (
        clean("data:image/png;base64," + "x" * 1978) == "data:image/png;base64 (2,000 characters, not shown)"
    )
    assert clean("data: a word") == "data: a word"


DAYS = [
    ("2026-03-14", dt.date(2026, 3, 14)),
    ("2026-03-14T23:59:59Z", dt.date(2026, 3, 14)),
    ("2026-03-14T23:59:59.123456789Z", dt.date(2026, 3, 14)),
    ("2026-03-14T23:59:59-11:30", dt.date(2026, 3, 14)),
    ({"@value": "2026-03-14", "@type": "xsd:date"}, dt.date(2026, 3, 14)),
    (1773532799, dt.date(2026, 3, 14)),
    (-1.5, dt.date(1969, 12, 31)),
    ("2026-02-29", None),
    ("14.3.2026", None),
    ("", None),
    (10**400, None),
    (1e300, None),
    (float("nan"), None),
    (True, None),
    ([], None),
]


@pytest.mark.parametrize(("value", "found"), DAYS, ids=range(len(DAYS)))
def test_the_day_of_a_time(value: object, found: dt.date | None) -> None:
    assert day(value) == found


def test_things_alone_in_lists_and_as_addresses() -> None:
    assert thing("urn:a") == {"id": "urn:a"}
    assert thing([1, {"id": "urn:b"}, "urn:c"]) == {"id": "urn:b"}
    assert thing(None) == thing(7) == thing([]) == {}
    assert things("urn:a") == [{"id": "urn:a"}]
    assert things(["urn:a", 7, {"name": "b"}]) == [{"id": "urn:a"}, {"name": "b"}]
    assert things(None) == []
    assert address({"id": "urn:a"}) == address({"@id": "urn:a"}) == "urn:a"
    assert (
        kinds({"type": "obi:Assertion"})
        == kinds({"@type": ["https://w3id.org/x#Assertion", 4]})
        == ["Assertion"]
    )


def test_every_text_has_its_place_and_its_label() -> None:
    document = {
        "@context": "x",
        "type": "T",
        "@id": "urn:a",
        "recipient": {"type": "email"},
        "alignment": [{"targetName": "one"}, {"targetName": "two"}],
        "tags": ["a", "b"],
        "mixed": ["a", {"b": "c"}, [["d"]]],
        "empty": [None, {}],
    }
    assert list(leaves(document)) == [
        (("id",), "Id", "urn:a"),
        (("recipient", "type"), "Recipient › type", "email"),
        (("alignment", "targetName"), "Alignment › 1 › target name", "one"),
        (("alignment", "targetName"), "Alignment › 2 › target name", "two"),
        (("tags",), "Tags", "a, b"),
        (("mixed",), "Mixed › 1", "a"),
        (("mixed", "b"), "Mixed › 2 › b", "c"),
        (("mixed",), "Mixed › 3", "d"),
    ]


def test_brackets_count_only_outside_of_texts() -> None:
    assert parse("[" * DEEPEST + "]" * DEEPEST) is not None
    assert parse(json.dumps(['["[{\\' * 100, "[" * 100])) == ['["[{\\' * 100, "[" * 100]
    assert parse("[" + "[]," * 1000 + "1]")
    with pytest.raises(NestedTooDeep):
        parse("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))
    with pytest.raises(NestedTooDeep):
        parse('"a" {"' + "b" * 9 + '":' + '{"a":' * DEEPEST)
