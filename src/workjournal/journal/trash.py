"""The trash: things by id alone, as the terminal knows them; what lies in it; and emptying it for good."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from workjournal.domain.action import Action
from workjournal.domain.attachment import Attachment
from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import Entity
from workjournal.domain.episode import Episode, title_of
from workjournal.domain.goal import Goal
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.lesson import Lesson
from workjournal.domain.measure import MarkedChange, Measure, Reading
from workjournal.domain.own_method import OwnMethod
from workjournal.domain.pack import Pack
from workjournal.domain.pulse import Pulse
from workjournal.domain.reflection import Reflection
from workjournal.domain.role_profile import RoleProfile, RoleTarget
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.errors import JournalError
from workjournal.journal import attachments, label_use
from workjournal.journal.destroying import destroy, nouns
from workjournal.journal.distinct import refuse_name
from workjournal.journal.labels import refuse_in_use
from workjournal.journal.profiles import refuse_twice
from workjournal.journal.service import NoSuchThing, called, identified
from workjournal.store import search_upkeep
from workjournal.store.compacting import rewrite
from workjournal.store.store import Store

KINDS: dict[type[Entity], Callable[[Any], str]] = {
    Episode: lambda episode: episode.title,
    Reflection: lambda reflection: title_of(next(filter(str.strip, reflection.answers.values()), "")),
    Lesson: lambda lesson: lesson.text,
    Goal: lambda goal: goal.title,
    Action: lambda action: action.text,
    OwnMethod: lambda own: own.name,
    Attachment: lambda attachment: attachment.name,
    Tag: lambda tag: tag.name,
    Skill: lambda skill: skill.name,
    Person: lambda person: person.name,
    CheckIn: lambda check_in: title_of(check_in.changed) or check_in.date.isoformat(),
    Measure: lambda measure: measure.name,
    Reading: lambda reading: f"{reading.value:g}, {reading.date}",
    MarkedChange: lambda change: change.text,
    SkillRating: lambda rating: f"{rating.level}, {rating.date}",
    Credential: lambda credential: credential.name,
    RoleProfile: lambda profile: profile.name,
    RoleTarget: lambda target: f"{target.level}",
    Pulse: lambda pulse: pulse.date.isoformat(),
    Pack: lambda pack: f"{pack.audience.value}, {pack.period_start} – {pack.period_end}",
}
"""What can be put into the trash and taken out again, and how each is called in one line."""


class TracesRemain(JournalError):
    """What was in the trash is gone from the journal, but traces of it may still be in the vault's encrypted files. {reason} Then empty the trash once more."""


@dataclass(frozen=True)
class Trashed:
    """A thing in the trash: its noun ("episode"), what it is called in one line, and since when it is there."""

    id: UUID
    noun: str
    title: str
    since: datetime


@dataclass(frozen=True)
class Emptied:
    """How many things that lay in the trash were destroyed; what hung on them is not counted."""

    things: int


class Trash:
    """Puts away and takes out whatever has the id; tells what is there; destroys it for good."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def identify(self, words: str) -> UUID:
        """The id a person means by `words`: all of it, or its end.

        Raises:
            NoSuchThing, AmbiguousId
        """
        with self.store.reading() as session:
            return identified(session, KINDS, words)

    def put(self, thing_id: UUID) -> Entity:
        """Into the trash.

        Raises:
            NoSuchThing; LabelInUse where it is a tag, skill or person that something has
        """
        return self._mark(thing_id, trashed=True)

    def restore(self, thing_id: UUID) -> Entity:
        """Out of the trash.

        Raises:
            NoSuchThing; NameExists where its name was given to another one meanwhile; NeededAlready of a level that a
            role needs, where it needs that skill with another one meanwhile
        """
        return self._mark(thing_id, trashed=False)

    def contents(self) -> list[Trashed]:
        """What is in the trash, the last put away first."""
        with self.store.reading() as session:
            found = [
                Trashed(thing.id, called(noun), _named(session, thing, title(thing)), thing.trashed_at)
                for noun, title in KINDS.items()
                for thing in _in_trash(session, noun)
                if thing.trashed_at
            ]
        return sorted(found, key=lambda thing: (thing.since, thing.id), reverse=True)

    def count(self) -> int:
        """How many things are in the trash."""
        with self.store.reading() as session:
            return sum(_count(session, noun, _is_trashed(noun)) for noun in KINDS)

    def empty(self, older_than: datetime | None = None) -> Emptied:
        """Destroy what is in the trash (put there before `older_than`), so that no byte of it remains in the vault.

        This cannot be undone: there is no way back but a backup made before, which still holds it. What hangs on a
        thing goes with it: a goal's forecast and check-ins, an episode's files, the uses of a lesson, earlier
        wordings, drafts. What is not in the trash stays, without its reference to what is gone. The name of a person
        destroyed here is no longer known, so a pack will not replace it in texts.

        Raises:
            TracesRemain: it is gone from the journal, but its bytes could not be cleared from the files.
        """
        with self.store.writing() as session:
            things = [thing for noun in nouns() for thing in _in_trash(session, noun, older_than)]
            destroy(session, things)
        emptied = Emptied(sum(type(thing) in KINDS for thing in things))
        if things or older_than is None:  # an empty trash is emptied once more where traces remained
            self._clear_traces()
        return emptied

    def _clear_traces(self) -> None:
        try:
            attachments.remove_unreferenced(self.store)
            with self.store.writing() as session:
                search_upkeep.forget(session)
            rewrite(self.store.keys)
        except JournalError as error:
            raise TracesRemain(reason=error) from error

    def _mark(self, thing_id: UUID, *, trashed: bool) -> Entity:
        with self.store.writing() as session:
            for kind in KINDS:
                thing = session.get(kind, thing_id)
                if thing is not None:
                    if isinstance(thing, Tag | Skill | Person):
                        refuse_in_use(session, thing) if trashed else label_use.put_back(session, thing)
                    if not trashed and isinstance(thing, Measure | RoleProfile):
                        refuse_name(session, thing)
                    if not trashed and isinstance(thing, RoleTarget):
                        refuse_twice(session, thing)
                    thing.trashed_at = (thing.trashed_at or self.store.clock()) if trashed else None
                    return thing
        raise NoSuchThing(noun="thing", id=thing_id)


def _named(session: Session, thing: Entity, title: str) -> str:
    """One line; a part that says too little by itself, such as "70", is named with what it belongs to."""
    owner: Skill | Measure | Goal | None = None
    if isinstance(thing, SkillRating | RoleTarget):
        owner = session.get(Skill, thing.skill_id)
    elif isinstance(thing, Reading):
        owner = session.get(Measure, thing.measure_id)
    elif isinstance(thing, CheckIn):
        owner = session.get(Goal, thing.goal_id)
    name = "" if owner is None else owner.title if isinstance(owner, Goal) else owner.name
    return " ".join(f"{name}: {title}".split() if name else title.split())


def _is_trashed(noun: type[Entity], older_than: datetime | None = None) -> ColumnElement[bool]:
    return noun.trashed_at.is_not(None) if older_than is None else noun.trashed_at < older_than


def _in_trash(session: Session, noun: type[Entity], older_than: datetime | None = None) -> list[Entity]:
    return list(session.scalars(select(noun).where(_is_trashed(noun, older_than))))


def _count(session: Session, noun: type[Entity], condition: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(noun).where(condition)) or 0
