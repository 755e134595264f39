"""The list of episodes, of any length: its outline from an index, and the lines of one page; and days without any."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, String, bindparam, cast, exists, func, select, type_coerce
from sqlalchemy.orm import Session

from workjournal.domain.entity import PlainText
from workjournal.domain.episode import Episode, Kind, deserves_reflection
from workjournal.domain.label import Tag
from workjournal.domain.links import EPISODE_TAG, REFLECTION_EPISODE
from workjournal.domain.reflection import Reflection
from workjournal.journal.episode_filter import EpisodeFilter, Order, key_of, walk
from workjournal.journal.outline import Outline
from workjournal.store.store import Store

EXCERPT = 600
"""So many letters of a story are read for a line; the rest stays encrypted."""
LOOKED_THROUGH = dt.timedelta(days=120)
"""How many days are read at once in the search for one without an entry."""


@dataclass(frozen=True)
class Line:
    """What a list shows of an episode; `story` and `result` only begin here."""

    id: UUID
    date: dt.date
    time: dt.time | None
    title: str
    story: str
    result: str
    kind: Kind
    difficulty: int | None
    reflected: bool
    tags: tuple[str, ...]

    def deserves_reflection(self) -> bool:
        """Whether a reflection is worth offering."""
        return deserves_reflection(self.kind, self.difficulty)


class Timeline:
    """The verbs of the list."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def outline(self, wanted: EpisodeFilter, order: Order = Order.NEWEST) -> Outline:
        """How the whole list is divided; read from an index alone, for a Task: 100,000 take some 40 ms."""
        way = walk(wanted)
        key = key_of(way, order)
        read = key if order is Order.HARDEST else type_coerce(key, String)
        keys = (
            way.ids.with_only_columns(read.label("key"), func.count().label("number"))
            .group_by(key)
            .subquery()
        )
        # In one text: fetched row by row, they would hold up the window, whose Python runs in turn with a Task's.
        pairs = func.group_concat(cast(keys.c.key, String) + " " + cast(keys.c.number, String), "\n")
        with self.store.reading() as session:
            told = session.scalar(select(pairs)) or ""
        counts = (pair.split(" ") for pair in told.splitlines())
        if order is Order.HARDEST:
            return Outline(order, [(int(difficulty), int(number)) for difficulty, number in counts])
        return Outline(
            order, [(dt.date.fromisoformat(day).toordinal(), int(number)) for day, number in counts]
        )

    def begin(
        self, wanted: EpisodeFilter, order: Order = Order.NEWEST, *, limit: int = 64
    ) -> tuple[list[Line], Outline]:
        """The first lines and the outline of no more than them: at once, however long the list is."""
        with self.store.reading() as session:
            lines = _lines(session, session.scalars(walk(wanted).sorted(order).limit(limit)).all())
        return lines, Outline(order, _counted(lines, order))

    def page(self, wanted: EpisodeFilter, outline: Outline, first: int, limit: int) -> list[Line]:
        """Up to `limit` lines from a place on: a walk from the day, or the difficulty, at that place."""
        ids: list[UUID] = []
        with self.store.reading() as session:
            end = min(first + limit, len(outline))
            while first < end:
                found = _some_ids(session, wanted, outline, first, end - first)
                if not found:
                    break  # another program took something away; the list is about to be read again
                ids += found
                first += len(found)
            return _lines(session, ids)

    def place(self, wanted: EpisodeFilter, outline: Outline, episode_id: UUID) -> int | None:
        """Where in the list an episode is; None if it is not in it."""
        with self.store.reading() as session:
            known = session.execute(
                select(Episode.date, Episode.difficulty).where(Episode.id == episode_id)
            ).one_or_none()
            if known is None:
                return None
            key = _key(outline.order, *known)
            if not outline.has(key):
                return None
            start = outline.place_of_key(key)
            number = outline.starts[outline.index_at(start) + 1] - start
            ids = _some_ids(session, wanted, outline, start, number)
        return start + ids.index(episode_id) if episode_id in ids else None

    def days(self, wanted: EpisodeFilter, start: dt.date, end: dt.date) -> dict[dt.date, int]:
        """How many of the wanted episodes each day has; days without any are absent."""
        way = walk(wanted)
        day = way.place[0]
        query = way.ids.with_only_columns(day, func.count()).where(day.between(start, end)).group_by(day)
        with self.store.reading() as session:
            return dict(iter(session.execute(query)))

    def day_without(
        self, beside: dt.date, today: dt.date, workdays: Collection[int], *, later: bool = False
    ) -> dt.date | None:
        """The nearest working day before (or after) a day that has no episode, between the first one and today.

        Args:
            beside: the day one is at; it does not count itself.
            today: nothing after it is looked at.
            workdays: 1 Monday to 7 Sunday.
            later: look forward.
        """
        with self.store.reading() as session:
            first = session.scalar(select(func.min(Episode.date)).where(Episode.trashed_at.is_(None)))
        step = dt.timedelta(days=1 if later else -1)
        edge = today if later else first
        day = beside + step if later else min(beside + step, today)
        while edge is not None and (day <= edge if later else day >= edge):
            end = min(day + LOOKED_THROUGH, edge) if later else max(day - LOOKED_THROUGH, edge)
            taken = self.days(EpisodeFilter(), min(day, end), max(day, end))
            while day != end + step:
                if day.isoweekday() in workdays and day not in taken:
                    return day
                day += step
        return None


def _key(order: Order, day: dt.date, difficulty: int | None) -> int:
    if order is Order.HARDEST:
        return -1 if difficulty is None else difficulty
    return day.toordinal()


def _counted(lines: Sequence[Line], order: Order) -> list[tuple[int, int]]:
    counts: dict[int, int] = {}
    for line in lines:
        key = _key(order, line.date, line.difficulty)
        counts[key] = counts.get(key, 0) + 1
    return list(counts.items())


def _some_ids(
    session: Session, wanted: EpisodeFilter, outline: Outline, first: int, limit: int
) -> Sequence[UUID]:
    """Ids from a place on: those of one difficulty, or of as many days as it takes."""
    way = walk(wanted)
    at = outline.index_at(first)
    key, skip = outline.keys[at], first - outline.starts[at]
    if outline.order is Order.HARDEST:
        difficulty = None if key < 0 else key
        query = way.sorted(Order.NEWEST).where(Episode.difficulty.is_(difficulty))
        limit = min(limit, outline.starts[at + 1] - first)
    else:
        day, of = dt.date.fromordinal(key), way.place[0]
        query = way.sorted(outline.order).where(of >= day if outline.order is Order.OLDEST else of <= day)
    return session.scalars(query.limit(limit).offset(skip)).all()


def _told() -> Select[*tuple[Any, ...]]:
    link, tag = REFLECTION_EPISODE.c, EPISODE_TAG.c
    tags = select(func.group_concat(Tag.name, "\n")).join(EPISODE_TAG, tag.tag_id == Tag.id)
    looked_back = exists().where(
        link.episode_id == Episode.id,
        Reflection.id == link.reflection_id,
        Reflection.trashed_at.is_(None),
    )
    return select(
        *(Episode.id, Episode.date, Episode.time, Episode.title),
        func.substr(Episode.story, 1, EXCERPT, type_=PlainText()),
        func.substr(Episode.result, 1, EXCERPT, type_=PlainText()),
        *(Episode.kind, Episode.difficulty, looked_back),
        tags.where(tag.episode_id == Episode.id).scalar_subquery(),
    ).where(Episode.id.in_(bindparam("ids", expanding=True)))


_TOLD = _told()
"""What lines are made of, by one query, put together once: that would take as long as running it."""


def _lines(session: Session, ids: Sequence[UUID]) -> list[Line]:
    """The lines of those ids, in that order."""
    if not ids:
        return []
    rows = session.execute(_TOLD, {"ids": ids})
    lines = {row[0]: _line(tuple(row)) for row in rows}
    return [lines[each] for each in ids if each in lines]


def _line(row: tuple[Any, ...]) -> Line:
    episode_id, day, time, title, story, result, kind, difficulty, reflected, tags = row
    names = tuple(sorted((tags or "").splitlines()))
    return Line(episode_id, day, time, title, story, result, kind, difficulty, reflected, names)
