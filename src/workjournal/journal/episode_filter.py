"""Which episodes are wanted, and the walk along an index that finds them."""

import datetime as dt
import enum
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, Table, exists, func, select

from workjournal.domain.episode import Episode, Kind
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.links import EPISODE_PERSON, EPISODE_SKILL, EPISODE_TAG, REFLECTION_EPISODE
from workjournal.domain.reflection import Reflection
from workjournal.journal.service import label_id

UNRATED = -1
"""Where the difficulty was left open: below all that were rated."""


class Order(enum.StrEnum):
    """In which order episodes are listed."""

    NEWEST = "newest"
    OLDEST = "oldest"
    HARDEST = "hardest"
    """By difficulty, the highest first and those not rated last; among equals the newest first."""


@dataclass(frozen=True, kw_only=True)
class EpisodeFilter:
    """Which episodes: inclusive days, label names, a kind, a goal, reflected on or not. None means any.

    `trashed` lists what is in the trash instead.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    tag: str | None = None
    person: str | None = None
    skill: str | None = None
    kind: Kind | None = None
    goal: UUID | None = None
    reflected: bool | None = None
    trashed: bool = False


class Walk(NamedTuple):
    """Ids along the index of the first label asked for, or of the timeline; and the day, time and id in that index."""

    ids: Select[UUID]
    place: tuple[Any, ...]

    def sorted(self, order: Order) -> Select[UUID]:
        """The ids in the order of the list."""
        if order is Order.OLDEST:
            return self.ids.order_by(*(column.asc() for column in self.place))
        newest = tuple(column.desc() for column in self.place)
        return self.ids.order_by(*((key_of(self, order).desc(),) if order is Order.HARDEST else ()), *newest)


_LABELS: tuple[tuple[str, type[Tag | Person | Skill], Table], ...] = (
    ("tag", Tag, EPISODE_TAG),
    ("person", Person, EPISODE_PERSON),
    ("skill", Skill, EPISODE_SKILL),
)


def walk(wanted: EpisodeFilter) -> Walk:
    """The way to the wanted episodes that reads no text of any."""
    labels = [
        (table, table.c[f"{key}_id"] == label_id(label, name))
        for key, label, table in _LABELS
        if (name := getattr(wanted, key)) is not None
    ]
    place: tuple[Any, ...]
    if labels:
        table, labelled = labels.pop(0)
        place = (table.c.date, table.c.time, table.c.episode_id)
        query = select(table.c.episode_id).where(labelled).join(Episode, Episode.id == table.c.episode_id)
    else:
        place = (Episode.date, Episode.time, Episode.id)
        query = select(Episode.id)
    for table, labelled in labels:
        query = query.where(exists().where(table.c.episode_id == Episode.id, labelled))
    query = query.where(Episode.trashed_at.is_not(None) if wanted.trashed else Episode.trashed_at.is_(None))
    return Walk(query.where(*_conditions(wanted, place[0])), place)


def newest_ids(wanted: EpisodeFilter) -> Select[UUID]:
    """The ids of the wanted episodes, newest first."""
    return walk(wanted).sorted(Order.NEWEST)


def key_of(way: Walk, order: Order) -> SQLColumnExpression[Any]:
    """By what a list in that order is divided first: its days, or how difficult they were (0–100, or UNRATED)."""
    return func.coalesce(Episode.difficulty, UNRATED) if order is Order.HARDEST else way.place[0]


def _conditions(wanted: EpisodeFilter, day: SQLColumnExpression[Any]) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.start is not None:
        conditions.append(day >= wanted.start)
    if wanted.end is not None:
        conditions.append(day <= wanted.end)
    if wanted.kind is not None:
        conditions.append(Episode.kind == wanted.kind)
    if wanted.goal is not None:
        conditions.append(Episode.goal_id == wanted.goal)
    if wanted.reflected is not None:
        link = REFLECTION_EPISODE.c
        found = exists().where(
            link.episode_id == Episode.id,
            Reflection.id == link.reflection_id,
            Reflection.trashed_at.is_(None),
        )
        conditions.append(found if wanted.reflected else ~found)
    return conditions
