"""Whatever the bytes are, reading a badge ends with a badge or with a trouble that a person can mend."""

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain import badge_samples as samples
from workjournal.domain.open_badge import Badge, is_badge, read
from workjournal.errors import JournalError

DOCUMENTS = [
    *(samples.ASSERTION, samples.LINKED, samples.WITHDRAWN, samples.BADGE_CLASS),
    *(samples.CREDENTIAL, samples.OLDER_CREDENTIAL, {"vc": samples.CREDENTIAL, "nbf": 5}),
]
FILES = [
    *map(samples.as_json, DOCUMENTS),
    *map(samples.signed, DOCUMENTS),
    *(samples.picture(samples.packed(samples.as_json(each))) for each in DOCUMENTS),
]
KEYS = ["@context", "type", "id", "@id", "@value", "@language", "en", "hashed", "vc", "nbf", "name", "badge"]
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["", "{what}", "Assertion"])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | st.text(), inner, max_size=4)
    ),
    max_leaves=12,
)


def tried(content: bytes) -> Badge | None:
    """The badge, if it is one. What it says can be kept as text, and so can what is told if it is none."""
    try:
        badge = read(content)
    except JournalError as trouble:
        str(trouble).encode()
        assert not is_badge(content)
        return None
    assert is_badge(content)
    texts = [text for field in badge.fields for text in field]
    texts += [badge.name, badge.issuer, badge.description, badge.criteria, badge.recipient, badge.url]
    assert not any("\0" in text for text in texts)
    "".join(texts).encode()
    return badge


def test_the_samples_themselves_are_badges() -> None:
    assert all(map(tried, FILES))


@given(st.binary(max_size=400))
@example(b"\xef\xbb\xbf{}")
def test_random_bytes(content: bytes) -> None:
    tried(content)


@given(st.binary(max_size=200))
def test_random_bytes_behind_every_beginning(content: bytes) -> None:
    for start in (samples.SIGNATURE, samples.SIGNATURE + samples.HEADER, b"{", b"e30.", b"https://", b"<"):
        tried(start + content)


@given(st.sampled_from(FILES), st.data())
def test_changed_bytes(content: bytes, data: st.DataObject) -> None:
    changed = bytearray(content)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(changed) - 1))
        length = data.draw(st.integers(0, 6))
        changed[place : place + length] = data.draw(st.binary(max_size=6))
        changed = changed or bytearray(b"{")
    tried(bytes(changed))
    tried(samples.picture(samples.international(bytes(changed))))
    tried(samples.picture(samples.international(bytes(changed), packing=b"\1\0")))
    tried(samples.picture(samples.plain(bytes(changed), b"openbadgecredential")))
    tried(
        samples.picture(
            samples.chunk(b"iTXt", bytes(changed[:60])), samples.chunk(b"iTXt", b"openbadges\0" + changed[:9])
        )
    )


def replaced(document: Any, data: st.DataObject) -> Any:
    """A document with one value, somewhere, made into another one."""
    places: list[tuple[Any, Any]] = []
    waiting = [document]
    while waiting:
        each = waiting.pop()
        inside = each.items() if isinstance(each, dict) else enumerate(each)
        places += [(each, key) for key, _ in inside]
        waiting += [
            value
            for value in (each.values() if isinstance(each, dict) else each)
            if isinstance(value, dict | list)
        ]
    holder, key = data.draw(st.sampled_from(places))
    holder[key] = data.draw(VALUES)
    return document


@given(st.sampled_from(DOCUMENTS), st.data())
def test_changed_values(document: dict[str, Any], data: st.DataObject) -> None:
    other = json.loads(json.dumps(document))
    for _ in range(data.draw(st.integers(1, 3))):
        other = replaced(other, data)
    text = json.dumps(other).encode()  # halves of characters as \ud800, and NaN as Python writes it
    tried(text)
    header, _, signature = samples.signed({}).split(b".")
    tried(b".".join((header, samples.part(text).encode(), signature)))


@given(VALUES)
def test_any_value_as_a_whole(value: object) -> None:
    tried(json.dumps(value).encode())
    tried(json.dumps({"type": "Assertion", "badge": value, "recipient": value, "evidence": value}).encode())
    tried(json.dumps({"type": "OpenBadgeCredential", "credentialSubject": value, "issuer": value}).encode())


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'[{"vc":', b"{{", b'"[", ['])
def test_nesting_without_end_does_not_bring_the_program_down(opening: bytes) -> None:
    for start in (b"", b'{"type": "Assertion", "badge": '):
        assert tried(start + opening * 100_000) is None
    assert tried(samples.picture(samples.packed(b'{"a":' + opening * 100_000))) is None
