"""Something in the place of a thing that is lost, so that what belongs to it is found again and can be read."""

import datetime as dt
from collections.abc import Callable, Iterable
from uuid import UUID

from workjournal.domain.entity import Entity
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.label import Skill
from workjournal.domain.lesson import Lesson
from workjournal.domain.measure import Measure
from workjournal.domain.methods import DEFAULT
from workjournal.domain.reflection import Reflection
from workjournal.domain.role_profile import RoleProfile
from workjournal.store.mending import Orphan
from workjournal.store.store import Store

TITLE = "[Lost: this part of the journal's file could not be read]"

NEW: dict[str, Callable[[UUID, dt.date], Entity]] = {
    "episode": lambda thing_id, day: Episode(id=thing_id, date=day, title=TITLE),
    "goal": lambda thing_id, _day: Goal(id=thing_id, title=TITLE),
    "lesson": lambda thing_id, day: Lesson(id=thing_id, date=day, text=TITLE),
    "measure": lambda thing_id, _day: Measure(id=thing_id, name=_told_apart(thing_id)),
    "role_profile": lambda thing_id, _day: RoleProfile(id=thing_id, name=_told_apart(thing_id)),
    "skill": lambda thing_id, _day: Skill(id=thing_id, name=_told_apart(thing_id)),
    "reflection": lambda thing_id, day: Reflection(
        id=thing_id, date=day, method=DEFAULT.key, answers={DEFAULT.prompts[0].key: TITLE}
    ),
}
"""For each table that rows of others point at, what says in its place that it is lost."""


def _told_apart(thing_id: UUID) -> str:
    """A name that no other thing has."""
    return f"{TITLE} {thing_id.hex[-8:]}"


def put_in_place(store: Store, orphans: Iterable[Orphan]) -> list[tuple[str, UUID]]:
    """Make a stand-in for each thing at which a kept row points; which they are: table and id.

    Raises:
        what saving raises.
    """
    lost = {(orphan.parent, orphan.parent_id) for orphan in orphans if not orphan.removed}
    wanted = [(table, _id(thing_id)) for table, thing_id in sorted(lost) if table in NEW]
    possible = [(table, thing_id) for table, thing_id in wanted if thing_id is not None]
    with store.writing() as session:
        for table, thing_id in possible:
            session.add(NEW[table](thing_id, _day_of(thing_id)))
    return possible


def _id(stored: str) -> UUID | None:
    try:
        return UUID(stored)
    except ValueError:
        return None


def _day_of(thing_id: UUID) -> dt.date:
    """When it was made, near enough: an id of version 7 begins with the time."""
    milliseconds = (thing_id.int >> 80) if thing_id.version == 7 else 0
    return dt.datetime.fromtimestamp(milliseconds / 1000, dt.UTC).astimezone().date()
