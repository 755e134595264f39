"""German has every word that English has, with the same places to fill."""

import dataclasses
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from workjournal.domain.entity import Audience
from workjournal.domain.pack import SECTIONS
from workjournal.exporters.wording import Wording, wording

ENGLISH, GERMAN = wording("en"), wording("de")
SAME = frozenset(
    {"n = {n}", "{month} {year}", "Portfolio", "Situation", "April", "August", "September", "November"}
)
"""Words that are the same in both languages."""


def words(value: object, where: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a Wording with the place it is in."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, Mapping):
        for key, held in value.items():
            yield from words(held, f"{where}.{key}")
    elif isinstance(value, tuple):
        for place, held in enumerate(value):
            yield from words(held, f"{where}.{place}")


def all_words(of: Wording) -> dict[str, str]:
    parts = {
        part.name: getattr(of, part.name)
        for part in dataclasses.fields(of)
        if not part.name.startswith("headings")
    }
    return dict(words(parts))


def test_german_has_every_word() -> None:
    english, german = all_words(ENGLISH), all_words(GERMAN)
    assert german.keys() == english.keys()
    assert {place for place, word in german.items() if not word} == {
        place for place, word in english.items() if not word
    }
    assert len(english) > 80


def test_the_same_places_are_filled() -> None:
    german = all_words(GERMAN)
    for place, word in all_words(ENGLISH).items():
        assert Counter(re.findall(r"\{\w+\}", word)) == Counter(re.findall(r"\{\w+\}", german[place])), place


def test_german_words_are_german() -> None:
    english, german = all_words(ENGLISH), all_words(GERMAN)
    alike = {word for place, word in english.items() if german[place] == word and word}
    assert alike <= SAME | {word for word in alike if word.startswith("{")}


@pytest.mark.parametrize("audience", SECTIONS)
def test_every_section_has_a_heading(audience: Audience) -> None:
    english = [section.heading for section in SECTIONS[audience]]
    told = [GERMAN.heading(audience, section.key, section.heading) for section in SECTIONS[audience]]
    assert [
        ENGLISH.heading(audience, section.key, section.heading) for section in SECTIONS[audience]
    ] == english
    assert not set(told) & set(english)
    assert len(set(told)) == len(told)


def test_days_and_times() -> None:
    day = dt.date(2026, 3, 3)
    assert (ENGLISH.day(day), ENGLISH.month(day)) == ("3 March 2026", "March 2026")
    assert (GERMAN.day(day), GERMAN.month(day)) == ("3. März 2026", "März 2026")
    assert [ENGLISH.times(number) for number in (1, 2, 3)] == ["once", "twice", "3 times"]
    assert [GERMAN.times(number) for number in (1, 2, 3)] == ["einmal", "zweimal", "3-mal"]


@pytest.mark.parametrize(
    ("tag", "page"), [("de-AT", "Seite"), ("DE", "Seite"), ("en-GB", "page"), ("fr", "page")]
)
def test_a_language_without_words_is_told_in_english(tag: str, page: str) -> None:
    assert wording(tag).page == page
