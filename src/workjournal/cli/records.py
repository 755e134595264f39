"""The things of a journal as JSON values: field names of their own, null for what is not set, ISO dates, full ids."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from workjournal.charts.figure import Figure
from workjournal.domain.action import Action
from workjournal.domain.attachment import Attachment
from workjournal.domain.entity import Entity
from workjournal.domain.episode import Episode
from workjournal.domain.goal import CheckIn, Forecast, Goal
from workjournal.domain.keeping import Draft
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.lesson import Lesson, Recall
from workjournal.domain.methods.method import Method
from workjournal.domain.own_method import OwnMethod
from workjournal.domain.period import Period
from workjournal.domain.reflection import Reflection
from workjournal.journal.agenda import Due
from workjournal.journal.journal import Journal
from workjournal.journal.matching import Match
from workjournal.journal.reviews import Material
from workjournal.journal.trash import Trashed

Record = dict[str, Any]
_EPISODE = (
    *("date", "time", "title", "story", "result", "kind", "role", "setting", "source", "moment"),
    *("difficulty", "energy", "people", "skills", "tags", "goal", "lessons_applied", "source_link"),
    *("attachments", "private_note", "audiences"),
)
_GOAL = (
    *("title", "why", "performance", "conditions", "criterion", "skills", "challenges", "difficulty"),
    *("feedback_from", "support", "wish", "outcome", "obstacle", "plan", "premortem", "forecast"),
    *("confidence_before", "confidence_after", "confidence_really_before", "start", "due", "closed"),
    *("state", "reason", "audiences", "check_ins"),
)
_CHECK_IN = ("date", "progress", "confidence", "measure_value", "changed", "feedback", "help_needed")
_REFLECTION = (
    *("date", "method", "prompts", "answers", "distanced", "evidence", "depth"),
    *("decision_quality", "outcome_quality", "episodes", "goal"),
    *("interval", "period_start", "period_end", "lessons", "actions"),
)
_LESSON = (
    *("date", "text", "detail", "trigger", "state", "skills", "audiences", "due", "recalled_on"),
    *("reflection", "sources", "goals", "applications"),
)
_ACTION = (
    *("date", "text", "kind", "owner", "due", "if_then", "state", "ended", "audiences"),
    *("reflection", "goal"),
)


def episodes(journal: Journal, things: Sequence[Episode]) -> list[Record]:
    """Episodes with the lessons applied in them and their attachments, read for all of them at once."""
    files = journal.episodes.attached(things)
    applied: dict[UUID, list[Record]] = {}
    for each in journal.lessons.all(retired=True):
        for use in each.applied():
            record = {"lesson": str(each.id), "text": each.text, "worked": use.worked}
            applied.setdefault(use.episode_id, []).append(record)
    return [
        _record(
            thing,
            _EPISODE,
            goal=thing.goal_id,
            lessons_applied=applied.get(thing.id, []),
            attachments=[_attachment(file) for file in files.get(thing.id, ())],
        )
        for thing in things
    ]


def reflection(journal: Journal, thing: Reflection) -> Record:
    """A reflection with the prompts as it was asked them; its episodes, lessons and actions as ids."""
    lessons, actions = journal.reflections.left_by(thing.id)
    asked = journal.methods.asked(thing).prompts
    return _record(
        thing,
        _REFLECTION,
        goal=thing.goal_id,
        interval=thing.period and thing.period.interval,
        prompts=[{"key": prompt.key, "text": prompt.text} for prompt in asked],
        episodes=_ids(thing.episodes),
        lessons=_ids(lessons),
        actions=_ids(actions),
    )


def lessons(journal: Journal, things: Sequence[Lesson]) -> list[Record]:
    """Lessons with each episode they were used in, the reflections that left them and the goals that build on them."""
    further, goals = journal.lessons.joined()
    return [
        _record(
            thing,
            _LESSON,
            reflection=thing.reflection_id,
            sources=[str(each) for each in (thing.reflection_id, *further.get(thing.id, ())) if each],
            goals=[str(each) for each in goals.get(thing.id, ())],
            applications=[{"episode": str(use.episode_id), "worked": use.worked} for use in thing.applied()],
        )
        for thing in things
    ]


def lesson(journal: Journal, thing: Lesson) -> Record:
    """One lesson with its recalls, too."""
    recalls = [recall(each) for each in journal.recalls.of(thing.id)]
    return {**lessons(journal, [thing])[0], "recalls": recalls}


def recall(thing: Recall) -> Record:
    """An attempt to remember a lesson."""
    return _record(thing, ("date", "grade", "answer"))


def match(record: Record, thing: Match) -> Record:
    """A lesson's record, and what it has in common with a text."""
    return {**record, "labels": list(thing.labels), "words": list(thing.words)}


def draft(thing: Draft, about: str) -> Record:
    """What was left half-way."""
    return {
        "place": thing.place,
        "about": about or None,
        "fields": thing.fields,
        "changed_at": _plain(thing.changed_at),
    }


def due(thing: Due) -> Record:
    """Something worth a minute: with which thing or period, and how many."""
    period = thing.thing if isinstance(thing.thing, Period) else None
    return {
        "kind": thing.kind.value,
        "thing": str(thing.thing) if isinstance(thing.thing, UUID) else None,
        "period": period and period_of(period),
        "title": _plain(thing.title),
        "since": _plain(thing.since),
        "number": thing.number,
    }


def period_of(thing: Period) -> Record:
    """A week, month or quarter; both days inclusive."""
    return {
        "interval": thing.interval.value,
        "start": _plain(thing.start),
        "end": _plain(thing.end),
        "key": thing.key,
    }


def review(journal: Journal, thing: Material, asked: Method, kept: Reflection | None, *, due: bool) -> Record:
    """What a review looks at, whether it is due, the review where there is one, and what it asks."""
    return {
        "period": period_of(thing.period),
        "due": due,
        "episodes": episodes(journal, thing.episodes),
        "actions": [action(each) for each in thing.actions],
        "applied": [
            {"lesson": str(each.id), "text": each.text, "worked": worked} for each, worked in thing.applied
        ],
        "commitments": [action(each) for each in thing.commitments],
        "last": str(thing.last.id) if thing.last else None,
        "review": kept and reflection(journal, kept),
        "prompts": method(asked)["prompts"],
    }


def action(thing: Action) -> Record:
    """An action and where it came from."""
    return _record(thing, _ACTION, reflection=thing.reflection_id, goal=thing.goal_id)


def goal(thing: Goal) -> Record:
    """A goal with its forecast and check-ins."""
    check_ins = [_record(each, _CHECK_IN) for each in sorted(thing.check_ins, key=_by_day)]
    return _record(thing, _GOAL, forecast=_forecast(thing.forecast), check_ins=check_ins)


def trashed(thing: Trashed) -> Record:
    """What the trash tells of a thing in it."""
    return {"id": str(thing.id), "noun": thing.noun, "title": thing.title, "since": _plain(thing.since)}


def method(thing: Method, own: OwnMethod | None = None) -> Record:
    """A reflection method with its prompts; for one of the user's own also what it was copied from, and its edition."""
    record = {
        "key": thing.key,
        "name": thing.name,
        "prompts": [asdict(prompt) for prompt in thing.prompts],
        "offered": thing.offered or None,
        "source": thing.source or None,
        "caution": thing.caution or None,
    }
    return {**record, "basis": own.basis or None, "edition": own.edition} if own else record


def figure(thing: Figure) -> Record:
    """A chart: its sentence, its n, and the numbers behind it by column."""
    columns = [header.lower().replace(" ", "_") for header in thing.table.headers]
    return {
        "key": thing.key,
        "title": thing.title,
        "subtitle": thing.subtitle,
        "reading": thing.reading,
        "n": thing.n,
        "table": [dict(zip(columns, row, strict=True)) for row in thing.table.rows],
    }


def _by_day(check_in: CheckIn) -> tuple[dt.date, str]:
    return check_in.date, str(check_in.created_at)


def _forecast(thing: Forecast | None) -> Record | None:
    if thing is None:
        return None
    return {
        "probability": thing.probability,
        "reasons": _plain(thing.reasons),
        "sealed_at": _plain(thing.sealed_at),
        "intact": thing.is_intact(),
    }


def _attachment(thing: Attachment) -> Record:
    return {
        "id": str(thing.id),
        "name": thing.name,
        "media_type": thing.media_type,
        "size": thing.size,
        "sha256": thing.sha256,
    }


def _record(thing: Entity, names: Iterable[str], **own: Any) -> Record:
    """The thing's fields by name, those in `own` as they are given."""
    fields = ("id", *names, "created_at", "changed_at", "trashed_at")
    return {name: _plain(own[name] if name in own else getattr(thing, name)) for name in fields}


def _ids(things: Iterable[Entity]) -> list[str]:
    return [str(thing.id) for thing in things]


def _plain(value: Any) -> Any:
    """JSON's own words for a value: lists of names for labels, null for an empty text and what is no finite number."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, (list, frozenset)):
        return [_plain(each) for each in (value if isinstance(value, list) else sorted(value))]
    if isinstance(value, (Tag, Skill, Person)):
        return value.name
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    if isinstance(value, (dt.datetime, dt.date)):
        return value.isoformat()
    return str(value) or None if isinstance(value, (str, UUID)) else value
