"""What a pack of a period could hold: the things as short rows with their ticks, each in one section."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from workjournal.domain.action import Action, ActionKind, Owner
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Lesson
from workjournal.domain.pack import SECTIONS, evenly
from workjournal.domain.skill_record import Credential
from workjournal.journal.pack_choice import PackChoice
from workjournal.journal.pack_fields import Telling, digest, own_texts
from workjournal.journal.pack_things import PackThings

TELLING = frozenset({Kind.WIN, Kind.CHALLENGE, Kind.DECISION})
MOST = {
    "since-last-time": 5,
    "highlights": 6,
    "stories": 8,
    "months": 24,
    "goals": 4,
    "lessons": 4,
    "credentials": 12,
    "asks": 3,
    "commitments": 3,
}
"""How many of each a reader takes in; more can be ticked by hand."""
EPISODES = {Audience.MANAGER: "highlights", Audience.NEXT_JOB: "stories", Audience.OWN: "months"}
"""The section that tells the episodes."""


@dataclass(frozen=True)
class PackItem:
    """An offered thing: its section, what it is called, and whether it is ticked.

    `shared` says that the worker ticked the thing itself for the audience; `telling` that it says something by
    itself, so that it is proposed before others; `agreed` that the last meetings left it, so that the pack opens with
    it; `told` on which day it was in a pack for this audience already.
    `pictures` are ids and names of what could be shown with it. `reworded` says that a text of it is told otherwise to
    this audience, `changed_since` that the journal's text was changed after that.
    """

    id: UUID
    section: str
    title: str
    note: str
    shared: bool
    telling: bool
    ticked: bool = False
    told: dt.date | None = None
    agreed: bool = False
    pictures: tuple[tuple[UUID, str], ...] = ()
    reworded: bool = False
    changed_since: bool = False


def offered(things: PackThings, audience: Audience) -> list[PackItem]:
    """Everything that may be shown to an audience, in the usual order of its sections."""
    items = [
        *(_action(action, things, audience) for action in things.actions),
        *(_episode(episode, things, audience) for episode in things.episodes),
        *(_goal(goal, audience) for goal in things.goals),
        *(_lesson(lesson, audience) for lesson in things.lessons),
        *(_credential(credential) for credential in things.credentials),
    ]
    order = [section.key for section in SECTIONS[audience]]
    reworded = _reworded(things, audience)
    told = [
        replace(
            item,
            told=things.told.get(item.id),
            reworded=item.id in reworded,
            changed_since=reworded.get(item.id, False),
        )
        for item in items
        if item.section in order
    ]
    return sorted(told, key=lambda item: (order.index(item.section), not item.agreed))


def standing(things: PackThings, choice: PackChoice, telling: Telling) -> list[PackItem]:
    """The chosen items of which the pack says anything: in their section, or what an episode has for evidence."""
    by_id = {thing.id: thing for thing in things.all}

    def stands(item: PackItem) -> bool:
        thing = by_id[item.id]
        if item.section in choice.ordered and telling.tells(thing):
            return True
        if "evidence" not in choice.ordered or not isinstance(thing, Episode):
            return False
        pictured = any(picture in choice.pictures for picture, _ in item.pictures)
        return pictured or bool(telling.texts(thing)["source_link"].strip())

    chosen = (item for item in offered(things, choice.audience) if item.id in choice.items)
    return [item for item in chosen if stands(item)]


def _reworded(things: PackThings, audience: Audience) -> dict[UUID, bool]:
    """The things of which a text is reworded, and whether the journal's own was changed since."""
    if not things.wordings:
        return {}
    found: dict[UUID, bool] = {}
    own = {thing.id: own_texts(thing, audience) for thing in things.all}
    for (thing, field), kept in things.wordings.items():
        text = own.get(thing, {}).get(field)
        if text is not None:
            found[thing] = found.get(thing, False) or kept.of != digest(text)
    return found


def proposed(items: Sequence[PackItem], audience: Audience) -> list[PackItem]:
    """The same items, with a handful of each section ticked.

    Of what the worker ticked for the audience, or of everything where nothing was, an even spread over the period;
    what was told before only where there is nothing else. For oneself nothing needs to have been ticked.
    """
    nothing_shared = audience is Audience.OWN or not any(item.shared for item in items)
    ticked: set[UUID] = set()
    for section, most in MOST.items():
        of_it = [item for item in items if item.section == section]
        open_to = _untold(item for item in of_it if item.shared or nothing_shared)
        first = [item for item in open_to if item.agreed][:most]
        rest = [item for item in open_to if not item.agreed]
        telling = [item for item in rest if item.telling]
        spread = evenly(telling if nothing_shared and telling else rest, most - len(first))
        ticked.update(item.id for item in (*first, *spread))
    return [replace(item, ticked=item.id in ticked) for item in items]


def _untold(items: Iterable[PackItem]) -> list[PackItem]:
    """Without the episodes and lessons that were told before; goals and actions go on from pack to pack."""
    every = list(items)
    new = [item for item in every if item.told is None or item.section not in _TOLD_ONCE]
    return new or every


_TOLD_ONCE = frozenset({"highlights", "lessons"})


def _action(action: Action, things: PackThings, audience: Audience) -> PackItem:
    section = _section(action, things.start)
    note = f"{action.owner.value} · {action.state.value}"
    agreed = action.pack_id in things.meetings
    shared = agreed or audience in action.audiences
    return PackItem(action.id, section, action.text, note, shared, telling=True, agreed=agreed)


def _section(action: Action, start: dt.date) -> str:
    """What was agreed before, or is over, or is the manager's move, is told first; the rest is asked for or planned."""
    if action.ended or action.date < start or action.pack_id:
        return "since-last-time"
    if action.kind is not ActionKind.ACTION or action.owner is Owner.MANAGER:
        return "asks"
    return "commitments"


def _episode(episode: Episode, things: PackThings, audience: Audience) -> PackItem:
    heard = audience is Audience.MANAGER and episode.pack_id in things.meetings
    note = f"{episode.date.isoformat()} · {episode.kind.value}"
    return PackItem(
        episode.id,
        "since-last-time" if heard else EPISODES[audience],
        episode.title,
        note,
        heard or audience in episode.audiences,
        telling=episode.kind in TELLING and bool(episode.result.strip()),
        pictures=things.pictures.get(episode.id, ()),
        agreed=heard,
    )


def _goal(goal: Goal, audience: Audience) -> PackItem:
    return PackItem(goal.id, "goals", goal.title, goal.state.value, audience in goal.audiences, telling=True)


def _lesson(lesson: Lesson, audience: Audience) -> PackItem:
    shared = audience in lesson.audiences
    return PackItem(lesson.id, "lessons", lesson.text, lesson.state.value, shared, bool(lesson.applied()))


def _credential(credential: Credential) -> PackItem:
    """What others certified was made to be shown, but is ticked by nobody before."""
    day = credential.issued.isoformat() if credential.issued else ""
    note = " · ".join(part for part in (credential.issuer, day) if part)
    return PackItem(credential.id, "credentials", credential.name, note, shared=False, telling=True)
