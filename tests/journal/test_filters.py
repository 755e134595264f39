"""The filters of episodes and all their combinations, against a filter that is written in Python."""

import datetime as dt
import random
from collections import Counter
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workjournal.domain.episode import Episode, Kind
from workjournal.domain.goal import Goal
from workjournal.domain.label import Person, Skill, Tag
from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.journal import Journal

FIRST = dt.date(2026, 10, 20)
NAMES = {
    "tag": ["depot", "Über uns", "rollout"],
    "person": ["Ada Holm", "Øyvind", "Bo"],
    "skill": ["Planning", "Listening", "Émile"],
}
days = st.dates(FIRST - dt.timedelta(days=2), FIRST + dt.timedelta(days=32))


@pytest.fixture
def episodes(journal: Journal) -> list[Episode]:
    """Sixty episodes of one month with every mixture of fields; a sixth of them in the trash."""
    dice = random.Random(11)
    goals = [journal.goals.add(Goal(title=title)).id for title in ("One", "Two")]
    made = []
    for _ in range(60):
        episode = Episode(
            date=FIRST + dt.timedelta(days=dice.randrange(30)),
            time=dice.choice([None, dt.time(9), dt.time(14, 30)]),
            title="Something",
            kind=dice.choice(list(Kind)),
            goal_id=dice.choice([None, *goals]),
        )
        tags, people, skills = (dice.sample(names, dice.randrange(3)) for names in NAMES.values())
        journal.episodes.add(episode, tags=tags, people=people, skills=skills)
        if dice.random() < 1 / 6:
            episode = journal.episodes.trash(episode.id)
        made.append(episode)
    return made


def is_wanted(episode: Episode, wanted: EpisodeFilter) -> bool:
    labels: dict[str, Sequence[Tag | Person | Skill]] = {
        "tag": episode.tags,
        "person": episode.people,
        "skill": episode.skills,
    }
    return (
        (episode.trashed_at is not None) == wanted.trashed
        and (wanted.start is None or episode.date >= wanted.start)
        and (wanted.end is None or episode.date <= wanted.end)
        and (wanted.kind is None or episode.kind is wanted.kind)
        and (wanted.goal is None or episode.goal_id == wanted.goal)
        and all(
            (name := getattr(wanted, key)) is None
            or name.casefold() in {label.name.casefold() for label in labels[key]}
            for key in labels
        )
    )


def place(episode: Episode) -> tuple[Any, ...]:
    """Its place in the list: by day, those without a time before those with one, by id."""
    return (episode.date, episode.time is not None, episode.time or dt.time(), episode.id)


@st.composite
def filters(draw: st.DrawFn, goals: list[UUID]) -> EpisodeFilter:
    def maybe(strategy: st.SearchStrategy[Any]) -> Any:
        return draw(st.none() | strategy)

    def name(key: str) -> st.SearchStrategy[str]:
        names = [*NAMES[key], NAMES[key][1].upper(), NAMES[key][0].swapcase(), "nobody"]
        return st.sampled_from(names)

    return EpisodeFilter(
        start=maybe(days),
        end=maybe(days),
        tag=maybe(name("tag")),
        person=maybe(name("person")),
        skill=maybe(name("skill")),
        kind=maybe(st.sampled_from(Kind)),
        goal=maybe(st.sampled_from(goals)),
        trashed=draw(st.booleans()),
    )


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_combination_lists_and_counts_what_python_finds(
    journal: Journal, episodes: list[Episode], data: st.DataObject
) -> None:
    goals = sorted({episode.goal_id for episode in episodes if episode.goal_id})
    wanted = data.draw(filters(goals))
    expected = sorted((e for e in episodes if is_wanted(e, wanted)), key=place, reverse=True)
    found = journal.episodes.newest(wanted, limit=1000)
    assert [episode.id for episode in found] == [episode.id for episode in expected]
    assert journal.episodes.count(wanted) == len(expected)
    limit, skip = data.draw(st.integers(0, 5)), data.draw(st.integers(0, 5))
    page = journal.episodes.newest(wanted, limit=limit, skip=skip)
    assert [episode.id for episode in page] == [episode.id for episode in expected[skip : skip + limit]]


def test_the_example_has_what_it_is_to_show(episodes: list[Episode]) -> None:
    assert {is_wanted(episode, EpisodeFilter(tag="depot", person="bo")) for episode in episodes} == {
        True,
        False,
    }
    assert 3 < sum(episode.trashed_at is not None for episode in episodes) < 20


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=days, end=days)
def test_days_are_counted_without_the_trash(
    journal: Journal, episodes: list[Episode], start: dt.date, end: dt.date
) -> None:
    live = [episode.date for episode in episodes if episode.trashed_at is None]
    assert journal.episodes.per_day(start, end) == Counter(day for day in live if start <= day <= end)


def test_a_day_is_listed_whole_latest_first(journal: Journal, episodes: list[Episode]) -> None:
    for day in {episode.date for episode in episodes}:
        expected = [e for e in episodes if e.date == day and e.trashed_at is None]
        found = journal.episodes.on(day)
        assert [e.id for e in found] == [e.id for e in sorted(expected, key=place, reverse=True)]


def test_history_is_what_is_not_in_the_trash_oldest_first(journal: Journal, episodes: list[Episode]) -> None:
    live = sorted((episode for episode in episodes if episode.trashed_at is None), key=place)
    history = journal.growth.history(FIRST, FIRST + dt.timedelta(days=40))
    assert [point.id for point in history.episodes] == [episode.id for episode in live]
    assert [point.kind for point in history.episodes] == [episode.kind for episode in live]
    assert journal.growth.first_day() == live[0].date


def test_more_than_one_batch_comes_in_one_order(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(7):
        journal.episodes.save(Episode(date=FIRST + dt.timedelta(days=number), title=str(number)))
    monkeypatch.setattr("workjournal.journal.episodes.BATCH", 3)
    assert [episode.title for episode in journal.episodes.newest()] == list("6543210")
