"""Texts out of bytes, values out of texts: nothing but plain values, and no more of them than a journal has."""

import datetime as dt
import math
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workjournal.importers import limits, safe_yaml, texts
from workjournal.importers.texts import NotReadable, check_size, cleaned, decoded, from_json, from_yaml, plain


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        ("Fähre 🙂".encode(), "Fähre 🙂"),
        ("\ufeffa".encode(), "a"),
        ("Fähre".encode("utf-16"), "Fähre"),
        ("\ufeffFähre".encode("utf-16-be"), "Fähre"),
        ("Fähre".encode("utf-32"), "Fähre"),
        ("Fähre – “so”".encode("cp1252"), "Fähre – “so”"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"a\0b", "a�b"),
        (b"\xff\xfea", "ÿþa"),
        (b"\x81\xff", "�ÿ"),
    ],
)
def test_bytes_become_a_text(content: bytes, text: str) -> None:
    assert decoded(content) == text


@given(st.binary(max_size=60))
def test_any_bytes_become_a_text_that_can_be_kept(content: bytes) -> None:
    text = decoded(content)
    assert "\0" not in text
    assert "\r" not in text
    text.encode()


def test_halves_of_letters_are_replaced() -> None:
    assert cleaned("a\ud83d b\ud83d\ude42") == "a� b🙂"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": [1, 2.5, null, true]}', {"a": [1, 2.5, None, True]}),
        ("[NaN, Infinity]", [None, None]),
        ('"\\ud800"', "\ud800"),
    ],
)
def test_json_becomes_its_value(text: str, value: Any) -> None:
    assert from_json(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1,]", "nul", "1" * 5000, "[" * 100_000, "[" * 60 + "]" * 60, '{"a":' * 60 + "1" + "}" * 60],
)
def test_another_text_is_no_json(text: str) -> None:
    with pytest.raises(NotReadable, match=r"not valid JSON|nested more than 40 deep"):
        from_json(text)


def test_more_values_than_a_journal_has_are_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "MOST_NODES", 100)
    assert from_json("[" + "1," * 50 + '"' + "," * 200 + '"]')[-1] == "," * 200
    for text in ("[" + "[]," * 120 + "1]", "[" + "{}," * 120 + "1]"):
        with pytest.raises(NotReadable, match="more than 100 values"):
            from_json(text)
    with pytest.raises(NotReadable, match="more than 100 values"):
        check_size(list(range(101)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 1\nb: [x, 2.5, null]\n", {"a": 1, "b": ["x", 2.5, None]}),
        ("!!python/unicode 'a': !!python/str 'b'", {"a": "b"}),
        ("day: 2026-03-02", {"day": dt.date(2026, 3, 2)}),
        ("day: 2026-13-02\nat: 2026-03-02 25:61:00", {"day": "2026-13-02", "at": "2026-03-02 25:61:00"}),
        (f"n: {'9' * 5000}\nf: 1.{'5' * 5000}", {"n": "9" * 5000, "f": "1." + "5" * 5000}),
        ("at: 10:30\nis: no", {"at": "10:30", "is": "no"}),
        ("", None),
    ],
)
def test_yaml_becomes_its_value(text: str, value: Any) -> None:
    assert from_yaml(text) == value


LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(24)
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LAUGHS, "refers to a part of itself"),
        ("a: &a\n  <<: *a", "refers to a part of itself"),
        ("!!python/object/apply:os.system ['true']", "not valid YAML in line 1"),
        ("a: !!python/name:os.system ''", "not valid YAML in line 1"),
        ("a: !secret b", "not valid YAML in line 1"),
        ("a: [", "not valid YAML"),
        ("a: \x07", "not valid YAML"),
        ("? [a]\n: b", "not valid YAML"),
        ("[" * 60 + "]" * 60, "nested more than 40 deep"),
        ("- " * 60 + "a", "nested more than 40 deep"),
        ("{" * 50_000, "nest"),
    ],
)
def test_yaml_that_is_none_or_does_something_is_refused(text: str, told: str) -> None:
    began = time.process_time()
    with pytest.raises(NotReadable, match=told):
        from_yaml(text)
    assert time.process_time() - began < 2


def test_yaml_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_yaml, "MOST_YAML_NODES", 50)
    with pytest.raises(NotReadable, match="more than 50 values"):
        from_yaml("- a\n" * 60)
    monkeypatch.setattr(safe_yaml, "LARGEST_YAML", limits.MEGABYTE)
    with pytest.raises(NotReadable, match="more than 1 MB of YAML"):
        from_yaml("a" * (limits.MEGABYTE + 1))


@settings(max_examples=80, deadline=None)
@given(st.text("ab:-[]{}&*!<> \n'\"#|0129.~?%@", max_size=40))
def test_any_text_is_yaml_or_refused(text: str) -> None:
    try:
        plain(from_yaml(text))
    except NotReadable:
        return


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ({1: dt.date(2026, 3, 2), "t": dt.time(9, 5)}, {"1": "2026-03-02", "t": "09:05:00"}),
        (dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC), "2026-03-02T09:00:00+00:00"),
        ((1, {2}, frozenset({3})), [1, [2], [3]]),
        ([True, None, 1.5, 2**62], [True, None, 1.5, 2**62]),
        ([2**63, -(2**70), 1e300], ["9223372036854775808", "-1180591620717411303424", "1e+300"]),
        ([math.inf, math.nan], ["inf", "nan"]),
        ([2**20_000], [hex(2**20_000)]),
        (b"\x01\xff", "01ff"),
        ("a\r\n\0\ud800", "a\n��"),
    ],
    ids=lambda _value: "value",
)
def test_a_value_is_kept_as_json_has_it(value: Any, kept: Any) -> None:
    assert plain(value) == kept
