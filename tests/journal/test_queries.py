"""No query of any verb scans the episodes: whatever does decrypts every text (exact, by SQLite's own plan)."""

import datetime as dt
import itertools
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine, event, select
from sqlalchemy.orm import Session

from examples import DAY, VERBS, Examples
from workjournal.domain.entity import new_id
from workjournal.domain.episode import Episode, Kind
from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.journal import Journal

SCANS_EPISODES = re.compile(r"\bSCAN episode(_\d+)?(?! USING (COVERING )?INDEX)\b")
SORTS = "USE TEMP B-TREE"
Query = tuple[str, Any]


@contextmanager
def recorded() -> Iterator[list[Query]]:
    """Every SELECT, UPDATE and DELETE with its parameters, while in it."""
    queries: list[Query] = []

    def record(_connection: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        if statement.startswith(("SELECT", "WITH", "UPDATE", "DELETE")):
            queries.append((statement, parameters[0] if isinstance(parameters, list) else parameters))

    event.listen(Engine, "before_cursor_execute", record)
    try:
        yield queries
    finally:
        event.remove(Engine, "before_cursor_execute", record)


def plans(journal: Journal, queries: list[Query]) -> dict[str, str]:
    """What SQLite means to do for each query, a line a step."""
    explained = {}
    with journal._store.reading() as session:
        for statement, parameters in dict(queries).items():
            rows = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            explained[statement] = "\n".join(str(row[3]) for row in rows)
    return explained


def scanning(
    journal: Journal, queries: list[Query], scan: re.Pattern[str] = SCANS_EPISODES
) -> dict[str, str]:
    """Those of the queries that scan the episodes, with their plans."""
    return {statement: steps for statement, steps in plans(journal, queries).items() if scan.search(steps)}


def test_a_scan_would_be_caught(journal: Journal, one: Examples) -> None:
    def like(session: Session) -> None:
        session.scalars(select(Episode.id).where(Episode.story.like("%depot%"))).all()

    with recorded() as queries, journal._store.reading() as session:
        like(session)
        session.scalars(select(Episode).where(Episode.role == "x")).all()
    assert len(scanning(journal, queries)) == 2


@pytest.mark.parametrize(
    ("step", "caught"),
    [
        ("SCAN episode", True),
        ("SCAN episode_1", True),
        ("SCAN episode USING INDEX ix_episode_kind", False),
        ("SCAN episode USING COVERING INDEX ix_episode_timeline", False),
        ("SEARCH episode USING INDEX x", False),
        ("SCAN episode_tag", False),
    ],
)
def test_what_counts_as_a_scan(step: str, caught: bool) -> None:
    assert bool(SCANS_EPISODES.search(step)) == caught


def test_no_verb_scans_the_episodes(journal: Journal, one: Examples) -> None:
    with recorded() as queries:
        for call, _ in VERBS.values():
            call(journal, one)
    assert len({statement for statement, _ in queries}) > 60
    assert scanning(journal, queries) == {}


FIELDS: dict[str, Any] = {
    "start": DAY - dt.timedelta(days=30),
    "end": DAY,
    "tag": "depot",
    "person": "ada holm",
    "skill": "Planning",
    "kind": Kind.CHALLENGE,
    "goal": None,  # that of the examples
    "trashed": True,
}
ALL_FILTERS = [names for size in range(len(FIELDS) + 1) for names in itertools.combinations(FIELDS, size)]


def wanted(names: tuple[str, ...], one: Examples) -> EpisodeFilter:
    fields: dict[str, Any] = {name: FIELDS[name] or one.goal.id for name in names}
    return EpisodeFilter(**fields)


def test_no_combination_of_filters_scans_the_episodes(journal: Journal, one: Examples) -> None:
    with recorded() as queries:
        for names in ALL_FILTERS:
            journal.episodes.newest(wanted(names, one))
            journal.episodes.count(wanted(names, one))
    assert len(ALL_FILTERS) == 256
    assert scanning(journal, queries) == {}


@pytest.mark.parametrize("name", ["", "tag", "person", "skill", "kind", "goal", "start"])
def test_the_newest_of_one_filter_are_walked_to_and_not_sorted(
    journal: Journal, one: Examples, name: str
) -> None:
    """A sort reads the whole of a journal before it shows the first line."""
    with recorded() as queries:
        journal.episodes.newest(wanted((name,) if name else (), one), limit=1)
    assert SORTS not in plans(journal, queries[:1])[queries[0][0]]


READERS: dict[str, Callable[[Journal, dt.date, dt.date], object]] = {
    "count": lambda journal, start, end: journal.episodes.count(EpisodeFilter(start=start, end=end)),
    "count of a kind": lambda journal, start, _: journal.episodes.count(
        EpisodeFilter(start=start, kind=Kind.WIN)
    ),
    "count of a goal": lambda journal, start, _: journal.episodes.count(
        EpisodeFilter(start=start, goal=new_id())
    ),
    "newest": lambda journal, start, end: journal.episodes.newest(EpisodeFilter(start=start, end=end)),
    "per day": lambda journal, start, end: journal.episodes.per_day(start, end),
    "history": lambda journal, start, end: journal.growth.history(start, end),
    "first day": lambda journal, _start, _end: journal.growth.first_day(),
}


@pytest.mark.parametrize("name", READERS)
def test_what_counts_and_draws_reads_an_index_alone(journal: Journal, one: Examples, name: str) -> None:
    with recorded() as queries:
        READERS[name](journal, DAY - dt.timedelta(days=3650), DAY)
    assert "USING COVERING INDEX" in plans(journal, queries[:1])[queries[0][0]]


def test_no_verb_scans_what_hangs_on_a_thing(journal: Journal, one: Examples) -> None:
    tables = (
        "reflection_episode|episode_tag|episode_person|episode_skill|application|attachment|check_in|forecast"
        "|recall|lesson_reflection|lesson_goal|lesson_skill|reading|credential"
    )
    scan = re.compile(rf"\bSCAN ({tables})(_\d+)?(?! USING (COVERING )?INDEX)\b")
    with recorded() as queries:
        for name, (call, _) in VERBS.items():
            if name != "trash.empty":  # which rewrites the whole database
                call(journal, one)
    assert scanning(journal, queries, scan) == {}
