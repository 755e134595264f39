"""An episode: a title out of what was typed without a word lost, and when a look back is worth it."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workjournal.domain.episode import Episode, Kind, titled

LONG = "We moved the whole cold store to the other hall over one long weekend, " * 3


@pytest.mark.parametrize(
    ("words", "title", "story"),
    [
        ("", "", ""),
        ("  ", "", ""),
        ("Moved the depot", "Moved the depot", ""),
        ("  Moved the depot.  ", "Moved the depot.", ""),
        ("Moved the depot. It took all day.", "Moved the depot", "Moved the depot. It took all day."),
        ("Why so late? Nobody knew.", "Why so late", "Why so late? Nobody knew."),
        ("First line\nsecond line", "First line", "First line\nsecond line"),
        ("Version 3.5 is out", "Version 3.5 is out", ""),
        ("...", "...", ""),
        (". later", ". later", ""),
        (".\nOnly then", ".", ".\nOnly then"),
        ("Well. ", "Well.", ""),
    ],
)
def test_title_and_story(words: str, title: str, story: str) -> None:
    assert titled(words) == (title, story)


def test_a_long_first_sentence_is_shortened_at_a_word_and_kept_whole() -> None:
    title, story = titled(LONG)
    assert title == "We moved the whole cold store to the other hall over one long weekend, We…"
    assert story == LONG.strip()


def test_a_long_word_is_shortened_too() -> None:
    title, story = titled("x" * 200)
    assert (len(title), title[-1], story) == (80, "…", "x" * 200)


@given(st.text())
@example(". a")
@example("a. ")
@example("…" * 90)
@example(", " * 60)
def test_nothing_is_cut_off(words: str) -> None:
    title, story = titled(words)
    assert len(title) <= 80
    assert "\n" not in title
    assert bool(title) == bool(words.strip())
    # All that was typed is in the story, or is the title but for the stops at its end.
    assert story == words.strip() or (not story and words.strip().rstrip(". ") in {title, title.rstrip(". ")})


@given(st.sampled_from(Kind), st.none() | st.sampled_from(range(0, 101, 5)))
def test_challenges_decisions_and_hard_work_deserve_a_look_back(kind: Kind, difficulty: int | None) -> None:
    episode = Episode(date=dt.date(2026, 11, 19), title="x", kind=kind, difficulty=difficulty)
    hard = difficulty is not None and difficulty >= 60
    assert episode.deserves_reflection() == (kind in {Kind.CHALLENGE, Kind.DECISION} or hard)
