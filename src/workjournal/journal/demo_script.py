"""The demo's story as it is written in resources/demo, and how it is told with the words of one year."""

import re
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

Slots = dict[str, list[str]]
_SLOT = re.compile(r"\{(\w+)\}")
LAST_DAY = 363
"""A story's days go from 0, a Monday, to this, a Sunday."""


class BrokenScript(ValueError):
    """The demo's files contradict themselves: a bug of ours, never of the user."""


@dataclass(frozen=True, kw_only=True)
class PersonScript:
    """Somebody in the story."""

    name: str
    relation: str
    pseudonym: str = ""


@dataclass(frozen=True, kw_only=True)
class SkillScript:
    """Something the storyteller gets better at."""

    name: str
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class EpisodeScript:
    """An episode; `applied` holds {lesson, worked}, `goal` a goal's key."""

    key: str
    day: int
    time: str
    title: str
    story: str = ""
    result: str = ""
    kind: str = "work"
    role: str = ""
    setting: str | None = None
    source: str | None = None
    moment: str | None = None
    difficulty: int | None = None
    energy: int | None = None
    people: list[str] = field(default_factory=list)
    skills: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    goal: str | None = None
    private_note: str = ""
    source_link: str = ""
    audiences: list[str] = field(default_factory=list)
    applied: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class ReflectionScript:
    """A reflection on one episode."""

    key: str
    episode: str
    day: int
    time: str
    method: str
    answers: dict[str, str]
    decision_quality: int | None = None
    outcome_quality: int | None = None


@dataclass(frozen=True, kw_only=True)
class LessonScript:
    """A lesson a reflection left."""

    key: str
    text: str
    reflection: str
    trigger: str = ""
    detail: str = ""
    skills: list[str] = field(default_factory=list)
    audiences: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class ActionScript:
    """An action a reflection left; it ends on its due day if its state says so."""

    text: str
    reflection: str
    kind: str = "action"
    owner: str = "me"
    due: int | None = None
    if_then: str = ""
    state: str = "open"
    audiences: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class CheckInScript:
    """A look at a goal."""

    day: int
    progress: int | None = None
    confidence: int | None = None
    changed: str = ""
    feedback: str = ""
    help_needed: str = ""


@dataclass(frozen=True, kw_only=True)
class GoalScript:
    """A stretch goal from its start to its end, or without one while it still runs."""

    key: str
    title: str
    start: int
    state: str
    why: str = ""
    performance: str = ""
    conditions: str = ""
    criterion: str = ""
    skills: list[str] = field(default_factory=list)
    challenges: list[str] = field(default_factory=list)
    difficulty: int | None = None
    feedback_from: str = ""
    support: str = ""
    wish: str = ""
    outcome: str = ""
    obstacle: str = ""
    plan: str = ""
    premortem: str = ""
    probability: int | None = None
    probability_reasons: str = ""
    confidence_before: int | None = None
    confidence_after: int | None = None
    confidence_really_before: int | None = None
    due: int | None = None
    closed: int | None = None
    reason: str = ""
    audiences: list[str] = field(default_factory=list)
    checkin: tuple[CheckInScript, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Script:
    """The whole story, in the order of its files."""

    person: tuple[PersonScript, ...] = ()
    skill: tuple[SkillScript, ...] = ()
    episode: tuple[EpisodeScript, ...] = ()
    reflection: tuple[ReflectionScript, ...] = ()
    lesson: tuple[LessonScript, ...] = ()
    action: tuple[ActionScript, ...] = ()
    goal: tuple[GoalScript, ...] = ()


def told(thing: Any, slots: Slots, year: int) -> Any:
    """The same script with each {slot} replaced by its word for that year; the words come round again.

    Raises:
        BrokenScript: no such slot.
    """

    def word(found: re.Match[str]) -> str:
        if found[1] not in slots:
            raise BrokenScript(f"there is no slot {found[0]}")
        return slots[found[1]][year % len(slots[found[1]])]

    def again(part: Any) -> Any:
        if isinstance(part, str):
            return _SLOT.sub(word, part)
        if isinstance(part, dict):
            return {key: again(value) for key, value in part.items()}
        if isinstance(part, (list, tuple)):
            return type(part)(again(value) for value in part)
        if is_dataclass(part) and not isinstance(part, type):
            return replace(part, **{each.name: again(getattr(part, each.name)) for each in fields(part)})
        return part

    return again(thing)
