"""The part of a text in which something was found."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.excerpt import LENGTH, Excerpt, Marker
from workjournal.domain.query import parse


def marker(line: str) -> Marker:
    return Marker(parse(line, dt.date(2026, 11, 19)).terms)


def marked(line: str, text: str) -> list[str]:
    return [text[start:end] for start, end in marker(line).marks(text)]


@pytest.mark.parametrize(
    ("line", "text", "found"),
    [
        ("depot", "The Depot, and depots", ["Depot"]),
        ("dep*", "The Depot, and depots", ["Depot", "depots"]),
        ('"the depot"', "At the\n depot the depots", ["the\n depot"]),
        ("strasse", "Die Straße", ["Straße"]),
        ("cafe", "Ein Café", ["Café"]),
        ("efficient", "so eﬃcient!", ["eﬃcient"]),
        ("会議", "明日会議を開く会議", ["会議", "会議"]),
        ("ชุม", "ประชุมวันนี้", ["ชุม"]),
        ("σοφος", "ο σοφός", ["σοφός"]),
        ("-depot plan", "depot plan", ["plan"]),
        ("tag:x", "x", []),
        ("a_b", "a b", ["a b"]),
    ],
)
def test_marks(line: str, text: str, found: list[str]) -> None:
    assert marked(line, text) == found


def test_an_excerpt_is_around_what_was_found() -> None:
    text = "word " * 100 + "the Depot at noon " + "more " * 100
    found = marker("depot").excerpt(text)
    assert found.text.startswith("…word ")
    assert found.text.endswith("…")
    assert [found.text[start:end] for start, end in found.marks] == ["Depot"]
    assert len(found.text) <= LENGTH + 2


def test_an_excerpt_of_a_short_text_is_all_of_it() -> None:
    assert marker("depot").excerpt("The\n depot") == Excerpt("The depot", ((4, 9),))
    assert marker("x").excerpt("The depot") == Excerpt("The depot")
    assert marker("x").excerpt("") == Excerpt("")


def test_a_text_without_spaces_is_cut_too() -> None:
    found = marker("会議").excerpt("日" * 300 + "会議" + "本" * 300)
    assert [found.text[start:end] for start, end in found.marks] == ["会議"]
    assert len(found.text) <= LENGTH + 2


@given(st.text(max_size=400), st.text(min_size=1, max_size=6))
def test_marks_lie_within(text: str, word: str) -> None:
    found = marker(f'"{word}" {word[:1]}*' if '"' not in word else "x").excerpt(text)
    end = 0
    for first, last in found.marks:
        assert end <= first < last <= len(found.text)
        end = last
