"""What an item of another journal is called here, and which of its fields become fields."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workjournal.domain.day_span import DayOutOfReach
from workjournal.domain.episode import Kind, Setting
from workjournal.importers.item import Item
from workjournal.journal.importing.building import Empty, built, headline
from workjournal.journal.importing.wishes import Wishes

DAY = dt.date(2024, 6, 16)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Counted the depot. Forty too many.", "Counted the depot"),
        ("# Header 1\n\n## Header 2", "Header 1"),
        ("### Tagesziel\n- [ ] call", "Tagesziel"),
        ("- [x] **Call** Priya", "Call Priya"),
        ("> *Quoted* by `him`", "Quoted by him"),
        ("![a.png](a.png)\n\nAt the lake", "At the lake"),
        ("See [the plan](https://example.org/a) first", "See the plan first"),
        ("2 * 3 and snake_case_name", "2 * 3 and snake_case_name"),
        ("---\n***\n", ""),
        ("![a.png](a.png)", ""),
        ("去年的计划。", "去年的计划。"),
        ("", ""),
    ],
)
def test_the_first_words_are_the_title(text: str, title: str) -> None:
    assert headline(text) == title


@given(st.text(max_size=300))
def test_no_text_is_lost(text: str) -> None:
    item = Item(key="1", place="1", text=text.replace("\0", ""), date=DAY)
    try:
        episode = built(item, Wishes(), DAY).episode
    except Empty:
        assert not item.text.strip()
        return
    assert episode.title.strip()
    assert item.text.strip() in {episode.story.strip(), episode.title}


def test_a_day_from_which_none_can_be_reckoned_is_refused() -> None:
    with pytest.raises(DayOutOfReach):
        built(Item(key="1", place="1", text="x", date=dt.date.max), Wishes(), DAY)


def test_of_long_marks_it_is_quickly_made() -> None:
    for letter in ("[", "![", "*", "`", "> ", "- ", "# ", "[a]("):
        headline(letter * 200_000)


def test_what_has_a_field_goes_there_and_what_has_none_is_kept() -> None:
    values = {
        "result": "Two days saved",
        "setting": "complex",
        "difficulty": 60,
        "energy": 33,
        "moment": "now",
        "mood": "fine",
    }
    item = Item(key="1", place="1", text="x", kind=Kind.WIN, values=values, unknown={"weather": "rain"})
    new = built(item, Wishes(), DAY)
    episode = new.episode
    assert (episode.result, episode.setting, episode.difficulty, episode.energy, episode.kind) == (
        "Two days saved", Setting.COMPLEX, 60, None, Kind.WIN,
    )  # fmt: skip
    assert new.unknown == {"weather": "rain", "energy": 33, "moment": "now", "mood": "fine"}
