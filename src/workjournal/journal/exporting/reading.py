"""What was chosen of a journal as plain records for the readable formats, read piece by piece from one state of it."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from workjournal.domain.action import Action
from workjournal.domain.entity import Audience, Entity
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.label import Person, Skill
from workjournal.domain.lesson import Lesson
from workjournal.domain.measure import MarkedChange, Measure
from workjournal.domain.own_method import OwnMethod
from workjournal.domain.pack import Pack
from workjournal.domain.pulse import Pulse
from workjournal.domain.reflection import Reflection
from workjournal.domain.role_profile import RoleProfile
from workjournal.exporters.record import Entry, Noun, Record, Sheaf
from workjournal.journal.exporting.choice import Choice
from workjournal.journal.exporting.episode_records import episodes, own_methods, reflections
from workjournal.journal.exporting.goal_records import goals
from workjournal.journal.exporting.index import PAGES, entries, titles
from workjournal.journal.exporting.lesson_records import actions, lessons
from workjournal.journal.exporting.measure_records import changes, measures, pulses
from workjournal.journal.exporting.pack_records import packs
from workjournal.journal.exporting.reach import chosen
from workjournal.journal.exporting.skill_records import people, profiles, skills
from workjournal.journal.exporting.telling import telling
from workjournal.journal.exporting.things import Things
from workjournal.journal.exporting.told import entry, told_records
from workjournal.store.integrity import Report
from workjournal.store.store import Store

BATCH = 250
"""Things that are read at once; the driver takes only so many parameters."""
ONLY_IN_JSON = "Earlier wordings, unfinished writing, settings and what lies in the trash are not here; an export as JSON has them."
TOLD_TO = "Names are replaced, and nothing private is here, as in a pack for the same reader."
_FOR = {Audience.MANAGER: "the manager", Audience.NEXT_JOB: "the next job"}
_READ: Mapping[type[Entity], Callable[[Things, list[UUID]], Iterator[Record]]] = {
    Episode: episodes,
    Reflection: reflections,
    Lesson: lessons,
    Goal: goals,
    Action: actions,
    Pack: packs,
    Pulse: pulses,
    MarkedChange: changes,
    Measure: measures,
    Skill: skills,
    RoleProfile: profiles,
    Person: people,
    OwnMethod: own_methods,
}
_KINDS = {noun: kind for kind, noun in PAGES.items()}


def sheaf(
    store: Store, session: Session, choice: Choice, troubles: list[str], report: Report, *, with_files: bool
) -> Sheaf:
    """What an exporter writes; it reads in the session as long as it is used.

    Args:
        troubles: gets what could not be read, such as a damaged attachment.
        report: told how far it is; what it raises ends the reading.
        with_files: whether the format has a place for the content of attachments.

    Raises:
        NoSuchTag
    """
    wanted, made = chosen(session, choice), store.clock().astimezone()
    telling_ = telling(session, choice)
    if telling_ is not None:
        told = list(told_records(session, telling_, wanted))
        listed = [entry(record) for record in told]
        reading = _Progress(listed, report)
        return Sheaf(
            made=made,
            about=described(choice),
            entries=listed,
            titles={},
            read=lambda noun: reading.counted(record for record in told if record.noun == noun),
            left_out=(TOLD_TO,),
        )
    listed = list(entries(session, wanted))
    reading = _Progress(listed, report)
    called = {each.id: each.title for each in listed}
    things = Things(store, session, wanted, called, with_files and choice.attachments, reading.tick, troubles)
    return Sheaf(
        made=made,
        about=described(choice),
        entries=listed,
        titles=titles(session),
        read=lambda noun: reading.counted(_records(things, noun, listed)),
        left_out=(ONLY_IN_JSON, *(() if choice.attachments else ("Attachments were left out.",))),
    )


def _records(things: Things, noun: Noun, listed: list[Entry]) -> Iterator[Record]:
    ids = [each.id for each in listed if each.noun == noun]
    for start in range(0, len(ids), BATCH):
        yield from list(_READ[_KINDS[noun]](things, ids[start : start + BATCH]))
        things.session.expunge_all()


class _Progress:
    """Tells how many of the things were read."""

    def __init__(self, listed: list[Entry], report: Report) -> None:
        self._report, self._done, self._all, self._what = report, 0, max(1, len(listed)), ""

    def counted(self, read: Iterator[Record]) -> Iterator[Record]:
        for record in read:
            self._what = record.noun.heading
            self.tick()
            yield record
            self._done += 1

    def tick(self) -> None:
        self._report(min(1.0, self._done / self._all), self._what)


def described(choice: Choice) -> str:
    """What was chosen, as a sentence."""
    if choice.is_whole:
        return "It holds the whole journal."
    told = [_days(choice.start, choice.end)]
    told += [f"with the tag {' or '.join(sorted(choice.tags))}"] if choice.tags else []
    told += ["of what was chosen by hand"] if choice.ids else []
    told += [f"of what was ticked for {_FOR[choice.shared_with]}"] if choice.shared_with else []
    return f"It holds a part of the journal: {', '.join(filter(None, told))}."


def _days(start: dt.date | None, end: dt.date | None) -> str:
    if start and end:
        return f"{start} to {end}"
    return f"from {start} on" if start else f"up to {end}" if end else ""
