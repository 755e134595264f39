"""What a readable export has a page for, and what each is called: found without reading the texts."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import null, select
from sqlalchemy.orm import Session

from workjournal.domain import methods as shipped
from workjournal.domain.action import Action
from workjournal.domain.entity import Entity
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.label import Person, Skill
from workjournal.domain.lesson import Lesson
from workjournal.domain.links import REFLECTION_EPISODE
from workjournal.domain.measure import MarkedChange, Measure
from workjournal.domain.own_method import OwnMethod
from workjournal.domain.pack import Pack
from workjournal.domain.pulse import Pulse
from workjournal.domain.reflection import Reflection
from workjournal.domain.role_profile import RoleProfile
from workjournal.exporters.record import Entry, Noun
from workjournal.journal.exporting.choice import Ids
from workjournal.journal.exporting.matching import among

PAGES: Mapping[type[Entity], Noun] = {
    Episode: Noun("episode", "episodes", dated=True),
    Reflection: Noun("reflection", "reflections", dated=True),
    Lesson: Noun("lesson", "lessons", dated=True),
    Goal: Noun("goal", "goals"),
    Action: Noun("action", "actions", dated=True),
    Pack: Noun("pack", "packs", dated=True),
    Pulse: Noun("pulse", "pulses", dated=True),
    MarkedChange: Noun("change", "changes", dated=True),
    Measure: Noun("measure", "measures"),
    Skill: Noun("skill", "skills"),
    RoleProfile: Noun("profile", "profiles"),
    Person: Noun("person", "people"),
    OwnMethod: Noun("method", "methods"),
}
"""In their order. What is part of these (check-ins, readings, recalls …) stands on their pages."""
TOLD = (Episode, Goal, Lesson, Action)
"""What can be told to somebody else."""
_CALLED: Mapping[type[Entity], Any] = {
    **{noun: noun.title for noun in (Episode, Goal)},
    **{noun: noun.text for noun in (Lesson, Action, MarkedChange)},
    **{noun: noun.name for noun in (Measure, Skill, RoleProfile, Person, OwnMethod)},
    Pack: Pack.audience,
    Pulse: null(),
}
_REFERRED = (Goal, Measure, Skill, Person)
"""What chosen things may refer to without having it with them; then its title is told."""


def entries(session: Session, chosen: Mapping[str, Ids | None]) -> Iterator[Entry]:
    """The chosen things that have a page and are not in the trash: noun by noun, the oldest first, else by name."""
    for kind, noun in PAGES.items():
        ids = chosen[kind.__tablename__]
        if ids is not None and not ids:
            continue
        found = [Entry(noun, *row) for row in _rows(session, kind, ids)]
        yield from sorted(found, key=_place)


def titles(session: Session) -> dict[UUID, str]:
    """Of what may be referred to from outside the choice."""
    found: dict[UUID, str] = {}
    for kind in _REFERRED:
        rows = session.execute(select(kind.id, _CALLED[kind]).where(kind.trashed_at.is_(None)))
        found |= {thing: title for thing, title in rows}  # noqa: C416 - rows are tuples only to SQLAlchemy
    return found


def _place(entry: Entry) -> tuple[dt.date, dt.time, str, UUID]:
    named = "" if entry.noun.dated else entry.title.casefold()
    return entry.date or dt.date.min, entry.time or dt.time.min, named, entry.id


def _rows(session: Session, kind: type[Entity], ids: Ids | None) -> Iterator[tuple[Any, ...]]:
    """Id, title, day and time."""
    living = [kind.trashed_at.is_(None), *([] if ids is None else [among(kind.id, ids)])]
    if kind is Reflection:
        yield from _reflections(session, living)
        return
    day = getattr(kind, "date", null())
    time = Episode.time if kind is Episode else null()
    for thing, called, *when in session.execute(select(kind.id, _CALLED[kind], day, time).where(*living)):
        yield thing, _title(kind, called), *when


def _title(kind: type[Entity], called: Any) -> str:
    if kind is Pulse:
        return "Pulse"
    if kind is Pack:
        return {"manager": "Review pack", "next-job": "Portfolio", "own": "Year in review"}[called.value]
    return " ".join(called.split())


def _reflections(session: Session, living: list[Any]) -> Iterator[tuple[Any, ...]]:
    """By their method, and by what they are about."""
    names = {method.key: method.name for method in shipped.METHODS}
    names |= {str(own): name for own, name in session.execute(select(OwnMethod.id, OwnMethod.name))}
    link, about = REFLECTION_EPISODE.c, dict[UUID, str]()
    on_goals = select(Reflection.id, Goal.title).join(Goal, Goal.id == Reflection.goal_id)
    on_episodes = (
        select(link.reflection_id, Episode.title)
        .join(Episode, Episode.id == link.episode_id)
        .where(Episode.trashed_at.is_(None))
        .order_by(Episode.date, Episode.time, Episode.id)
    )
    for reflection, title in (
        *session.execute(on_goals.where(Goal.trashed_at.is_(None))),
        *session.execute(on_episodes),
    ):
        about.setdefault(reflection, title)
    asked = Reflection.asked["name"].as_string()
    wanted = (
        Reflection.id,
        Reflection.method,
        asked,
        Reflection.period_start,
        Reflection.period_end,
        Reflection.date,
    )
    for thing, method, name, start, end, day in session.execute(select(*wanted).where(*living)):
        what = about.get(thing) or (f"{start} to {end}" if start and end else "")
        yield (
            thing,
            " – ".join(filter(None, (name or names.get(method, method), " ".join(what.split())))),
            day,
        )
