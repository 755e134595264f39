"""Which things match a choice themselves: by their day, a tag, a tick or their id; nothing that is in the trash."""

import json
from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Text, and_, false, func, or_, select
from sqlalchemy.orm import Session

from workjournal.domain.action import Action
from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import Entity
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.label import Tag
from workjournal.domain.lesson import Lesson, Recall
from workjournal.domain.links import EPISODE_TAG
from workjournal.domain.measure import MarkedChange, Reading
from workjournal.domain.pack import Pack
from workjournal.domain.pulse import Pulse
from workjournal.domain.references import references
from workjournal.domain.reflection import Reflection
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.errors import JournalError
from workjournal.journal.exporting.choice import Choice

Noun = type[Entity]
_DAYS: dict[Noun, Any] = {
    **{noun: noun.date for noun in (Action, CheckIn, Episode, Lesson, MarkedChange, Pack, Pulse)},
    **{noun: noun.date for noun in (Reading, Recall, Reflection, SkillRating)},
    Credential: Credential.issued,
}
"""The own day of what has one."""
TICKED: tuple[Noun, ...] = (Action, Episode, Goal, Lesson)
"""What can be ticked for an audience."""


class NoSuchTag(JournalError):
    """There is no tag "{name}" in this journal, so nothing was exported."""


def among(column: Any, ids: Collection[UUID]) -> ColumnElement[bool]:
    """Whether a reference is one of these ids, however many: they are one parameter of the statement."""
    listed = func.json_each(json.dumps([each.hex for each in ids])).table_valued("value")
    found: ColumnElement[bool] = column.in_(select(listed.c.value))
    return found


def check_tags(session: Session, choice: Choice) -> None:
    """Raises: NoSuchTag."""
    names = {name.casefold() for name in session.scalars(select(Tag.name))} if choice.tags else set()
    for name in sorted(choice.tags):
        if name.casefold() not in names:
            raise NoSuchTag(name=name)


def matching(session: Session, choice: Choice, noun: Noun) -> Iterator[UUID]:
    """What was asked for itself."""
    conditions = [~is_gone(noun)]
    if choice.shared_with:
        if noun not in TICKED:
            return
        ticks = "," + noun.__table__.c.audiences.cast(Text) + ","
        conditions.append(ticks.contains(f",{choice.shared_with.value},"))
    if choice.ids:
        conditions.append(among(noun.id, choice.ids))
    if choice.tags:
        conditions.append(_is_tagged(noun, choice))
    if choice.has_period:
        conditions.append(is_of(noun, choice))
    yield from session.scalars(select(noun.id).where(*conditions))


def is_gone(noun: Noun) -> ColumnElement[bool]:
    """Whether it is in the trash, or something is without which it cannot be."""
    needed = (link for link in references(noun) if link.needed)
    gone = [
        noun.trashed_at.is_not(None),
        *(link.column.in_(select(link.target.id).where(is_gone(link.target))) for link in needed),
    ]
    return or_(*(func.coalesce(each, false()) for each in gone))


def _is_tagged(noun: Noun, choice: Choice) -> ColumnElement[bool]:
    if noun is not Episode:
        return false()
    wanted = func.casefold(Tag.name).in_([name.casefold() for name in choice.tags])
    link = EPISODE_TAG.c
    return Episode.id.in_(select(link.episode_id).join(Tag, Tag.id == link.tag_id).where(wanted))


def is_of(noun: Noun, choice: Choice) -> ColumnElement[bool]:
    """Whether it is of the period: by its own day; a goal where it was open on a day of it."""
    if noun is Goal:
        begun = func.coalesce(Goal.start, func.date(Goal.created_at))
        begins = [begun <= choice.end] if choice.end else []
        ends = [or_(Goal.closed.is_(None), Goal.closed >= choice.start)] if choice.start else []
        return and_(*begins, *ends)
    day = _DAYS.get(noun)
    if day is None:
        return false()
    return and_(
        day.is_not(None),
        *([day >= choice.start] if choice.start else ()),
        *([day <= choice.end] if choice.end else ()),
    )
