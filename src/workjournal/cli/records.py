"""The things of a journal as JSON values; goals, measures and skills have a module of their own."""

from collections.abc import Sequence
from dataclasses import asdict
from uuid import UUID

from workjournal.cli.plain import Record, ids, plain, recorded
from workjournal.domain.action import Action
from workjournal.domain.attachment import Attachment
from workjournal.domain.episode import Episode
from workjournal.domain.keeping import Draft
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

_EPISODE = (
    *("date", "time", "title", "story", "result", "kind", "role", "setting", "source", "moment"),
    *("difficulty", "energy", "people", "skills", "tags", "goal", "lessons_applied", "source_link"),
    *("attachments", "private_note", "audiences", "pack"),
)
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
    *("reflection", "goal", "pack"),
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
        recorded(
            thing,
            _EPISODE,
            goal=thing.goal_id,
            pack=thing.pack_id,
            lessons_applied=applied.get(thing.id, []),
            attachments=[attachment(file) for file in files.get(thing.id, ())],
        )
        for thing in things
    ]


def reflection(journal: Journal, thing: Reflection) -> Record:
    """A reflection with the prompts as it was asked them; its episodes, lessons and actions as ids."""
    lessons, actions = journal.reflections.left_by(thing.id)
    asked = journal.methods.asked(thing).prompts
    return recorded(
        thing,
        _REFLECTION,
        goal=thing.goal_id,
        interval=thing.period and thing.period.interval,
        prompts=[{"key": prompt.key, "text": prompt.text} for prompt in asked],
        episodes=ids(thing.episodes),
        lessons=ids(lessons),
        actions=ids(actions),
    )


def lessons(journal: Journal, things: Sequence[Lesson]) -> list[Record]:
    """Lessons with each episode they were used in, the reflections that left them and the goals that build on them."""
    further, goals = journal.lessons.joined()
    return [
        recorded(
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
    return recorded(thing, ("date", "grade", "answer"))


def match(record: Record, thing: Match) -> Record:
    """A lesson's record, and what it has in common with a text."""
    return {**record, "labels": list(thing.labels), "words": list(thing.words)}


def draft(thing: Draft, about: str) -> Record:
    """What was left half-way."""
    return {
        "place": thing.place,
        "about": about or None,
        "fields": thing.fields,
        "changed_at": plain(thing.changed_at),
    }


def due(thing: Due) -> Record:
    """Something worth a minute: with which thing or period, and how many."""
    period = thing.thing if isinstance(thing.thing, Period) else None
    return {
        "kind": thing.kind.value,
        "thing": str(thing.thing) if isinstance(thing.thing, UUID) else None,
        "period": period and period_of(period),
        "title": plain(thing.title),
        "since": plain(thing.since),
        "number": thing.number,
    }


def period_of(thing: Period) -> Record:
    """A week, month or quarter; both days inclusive."""
    return {
        "interval": thing.interval.value,
        "start": plain(thing.start),
        "end": plain(thing.end),
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
    """An action and where it came from; `pack` is the one in whose meeting it was agreed."""
    return recorded(thing, _ACTION, reflection=thing.reflection_id, goal=thing.goal_id, pack=thing.pack_id)


def trashed(thing: Trashed) -> Record:
    """What the trash tells of a thing in it."""
    return {"id": str(thing.id), "noun": thing.noun, "title": thing.title, "since": plain(thing.since)}


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


def attachment(thing: Attachment) -> Record:
    return {
        "id": str(thing.id),
        "name": thing.name,
        "media_type": thing.media_type,
        "size": thing.size,
        "sha256": thing.sha256,
    }
