"""The list of episodes by outline and page, in every order, against lists that are made in Python."""

import datetime as dt
import itertools
import random
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workjournal.domain.episode import Episode, Kind
from workjournal.domain.reflection import Reflection
from workjournal.journal.episode_filter import EpisodeFilter, Order
from workjournal.journal.journal import Journal
from workjournal.journal.outline import Outline

FIRST = dt.date(2026, 10, 5)
A_MONDAY = FIRST
WORKDAYS = {1, 2, 3, 4, 5}


@pytest.fixture
def episodes(journal: Journal) -> list[Episode]:
    """Fifty episodes of three weeks, some rated, some reflected on, some in the trash."""
    dice = random.Random(5)
    made = []
    for _ in range(50):
        episode = Episode(
            date=FIRST + dt.timedelta(days=dice.randrange(21)),
            time=dice.choice([None, dt.time(9), dt.time(14, 30)]),
            title="Something",
            story="x" * dice.choice([0, 10, 2000]),
            kind=dice.choice(list(Kind)),
            difficulty=dice.choice([None, 0, 40, 100]),
        )
        journal.episodes.add(episode, tags=dice.sample(["depot", "rollout"], dice.randrange(3)))
        if dice.random() < 0.15:
            episode = journal.episodes.trash(episode.id)
        made.append(episode)
    kept = Reflection(date=FIRST, method="aar-short", answers={"why": "It was late."})
    journal.reflections.keep(kept, episodes=[episode.id for episode in made[::3]])
    gone = Reflection(date=FIRST, method="aar-short", answers={"why": "It was early."})
    journal.reflections.keep(gone, episodes=[made[1].id])
    journal.reflections.trash(gone.id)
    return made


def listed(episodes: list[Episode], wanted: EpisodeFilter, order: Order) -> list[Episode]:
    """What the list has to hold, in its order."""
    found = [
        episode
        for number, episode in enumerate(episodes)
        if episode.trashed_at is None
        and (wanted.kind is None or episode.kind is wanted.kind)
        and (wanted.tag is None or wanted.tag in {tag.name for tag in episode.tags})
        and (wanted.reflected is None or wanted.reflected == (number % 3 == 0))
    ]

    def place(episode: Episode) -> tuple[Any, ...]:
        time = (episode.time is not None, episode.time or dt.time())
        return (episode.date, *time, episode.id)

    if order is Order.OLDEST:
        return sorted(found, key=place)
    newest = sorted(found, key=place, reverse=True)
    if order is Order.NEWEST:
        return newest
    return sorted(newest, key=lambda each: -1 if each.difficulty is None else each.difficulty, reverse=True)


wants = st.builds(
    EpisodeFilter,
    kind=st.none() | st.sampled_from(Kind),
    tag=st.sampled_from([None, "depot", "rollout", "nowhere"]),
    reflected=st.sampled_from([None, True, False]),
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=wants, order=st.sampled_from(Order), first=st.integers(0, 50), limit=st.integers(1, 30))
def test_any_page_is_what_python_lists(
    journal: Journal, episodes: list[Episode], wanted: EpisodeFilter, order: Order, first: int, limit: int
) -> None:
    expected = [episode.id for episode in listed(episodes, wanted, order)]
    outline = journal.timeline.outline(wanted, order)
    assert len(outline) == len(expected) == journal.episodes.count(wanted)
    if first < len(expected):
        page = journal.timeline.page(wanted, outline, first, limit)
        assert [line.id for line in page] == expected[first : first + limit]
    lines, begun = journal.timeline.begin(wanted, order, limit=limit)
    assert [line.id for line in lines] == expected[:limit]
    assert len(begun) == len(lines)
    if limit >= len(expected):
        assert begun == outline


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=wants, order=st.sampled_from(Order), number=st.integers(0, 49))
def test_an_episode_is_found_where_it_stands(
    journal: Journal, episodes: list[Episode], wanted: EpisodeFilter, order: Order, number: int
) -> None:
    expected = [episode.id for episode in listed(episodes, wanted, order)]
    outline, sought = journal.timeline.outline(wanted, order), episodes[number].id
    place = expected.index(sought) if sought in expected else None
    assert journal.timeline.place(wanted, outline, sought) == place


def test_a_line_says_what_the_episode_says(journal: Journal, episodes: list[Episode]) -> None:
    lines, _ = journal.timeline.begin(EpisodeFilter(), limit=100)
    for line in lines:
        episode = journal.episodes.get(line.id)
        assert (line.date, line.time, line.title) == (episode.date, episode.time, episode.title)
        assert (line.kind, line.difficulty) == (episode.kind, episode.difficulty)
        assert line.tags == tuple(tag.name for tag in episode.tags)
        assert episode.story.startswith(line.story)
        assert len(line.story) == min(600, len(episode.story))
        assert line.reflected == bool(journal.episodes.reflected([episode]))
        assert line.deserves_reflection() == episode.deserves_reflection()


def test_days_are_counted_of_what_is_wanted(journal: Journal, episodes: list[Episode]) -> None:
    wanted = EpisodeFilter(tag="depot", reflected=False)
    days = Counter(episode.date for episode in listed(episodes, wanted, Order.NEWEST))
    assert journal.timeline.days(wanted, FIRST, FIRST + dt.timedelta(days=30)) == days
    assert journal.timeline.days(wanted, FIRST, FIRST) == {
        day: number for day, number in days.items() if day == FIRST
    }


def test_an_outline_leads_to_the_day_or_to_what_follows() -> None:
    counts = [(10, 2), (12, 1), (15, 3)]
    newest, oldest = Outline(Order.NEWEST, counts), Outline(Order.OLDEST, counts)
    assert [newest.place_of_key(key) for key in (16, 15, 14, 12, 11, 10, 9)] == [0, 0, 3, 3, 4, 4, 5]
    assert [oldest.place_of_key(key) for key in (9, 10, 11, 12, 13, 15, 16)] == [0, 0, 2, 2, 3, 3, 5]
    assert [newest.keys[newest.index_at(place)] for place in range(6)] == [15, 15, 15, 12, 10, 10]
    assert newest.has(12)
    assert not newest.has(11)
    assert not Outline(Order.NEWEST, ()).has(11)


def test_a_working_day_without_an_entry_is_found(journal: Journal) -> None:
    today = A_MONDAY + dt.timedelta(days=11)  # a Friday
    for back in (11, 10, 8, 7, 4, 3, 1, 0):
        journal.episodes.save(Episode(date=today - dt.timedelta(days=back), title="x"))

    def found(beside: dt.date, *, later: bool = False) -> int | None:
        day = journal.timeline.day_without(beside, today, WORKDAYS, later=later)
        return None if day is None else (today - day).days

    assert found(today) == 2
    assert found(today - dt.timedelta(days=2)) == 9
    assert found(today - dt.timedelta(days=9)) is None  # before the first entry nothing is missed
    assert found(today - dt.timedelta(days=9), later=True) == 2
    assert found(today - dt.timedelta(days=2), later=True) is None
    assert journal.timeline.day_without(today, today, {6}) == today - dt.timedelta(days=6)


def test_it_is_found_however_far_away(journal: Journal) -> None:
    for back in itertools.chain(range(300), [302]):
        journal.episodes.save(Episode(date=A_MONDAY - dt.timedelta(days=back), title="x"))
    day = journal.timeline.day_without(A_MONDAY, A_MONDAY, range(1, 8))
    assert day == A_MONDAY - dt.timedelta(days=300)


def test_an_empty_journal_misses_nothing(journal: Journal) -> None:
    assert journal.timeline.day_without(FIRST, FIRST, WORKDAYS) is None
    assert journal.timeline.begin(EpisodeFilter()) == ([], Outline(Order.NEWEST, ()))
