"""The demo's story as it is written in resources/demo, and how it is told with the words of one year."""

import re
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

from workjournal.journal.demo_goal_script import GoalScript
from workjournal.journal.demo_growth_script import (
    ChangeScript,
    CredentialScript,
    MeasureScript,
    ProfileScript,
    PulseScript,
    RatingScript,
    SkillScript,
)
from workjournal.journal.demo_meeting_script import MeetingScript

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
class MethodScript:
    """A method of the storyteller's own: a copy of `basis` with more questions, {text, hint, part}, at its end."""

    key: str
    name: str
    basis: str
    day: int
    time: str
    question: list[dict[str, str]]


@dataclass(frozen=True, kw_only=True)
class ReflectionScript:
    """A reflection on an episode, on a goal, or on nothing in particular; `method` may be one of the storyteller's own."""

    key: str
    day: int
    time: str
    method: str
    answers: dict[str, str]
    episode: str | None = None
    goal: str | None = None
    distanced: bool = False
    evidence: str = ""
    depth: str | None = None
    decision_quality: int | None = None
    outcome_quality: int | None = None


@dataclass(frozen=True, kw_only=True)
class CommitmentScript:
    """What a review ended with, the day on which it ended, and how; one that is still open has no day yet.

    That of a month is due by its day, and nobody can have thought of it before `since`.
    """

    text: str
    since: int = 0
    day: int | None = None
    state: str = "done"


@dataclass(frozen=True, kw_only=True)
class ReviewScript(ReflectionScript):
    """A review of the week that its day is in; its commitments are an answer too."""

    interval: str = "week"
    method: str = "period-review"
    commitment: tuple[CommitmentScript, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LineScript:
    """A sentence on a day. The reviews of months and quarters are made of those that happen to lie in them.

    A month begins on another day of the story in every year, so its review cannot be written beforehand. `moved`,
    `learned` and `energy` are for its prompts; a `quarter` repeats only the weightier ones.
    """

    day: int
    moved: str = ""
    learned: str = ""
    energy: str = ""
    quarter: bool = False


@dataclass(frozen=True, kw_only=True)
class LessonScript:
    """A lesson a reflection or a review left, or one written down by itself on a day.

    `recall` are the storyteller's own words, when it came back; `merged` is the day on which it became one with
    `merged_into`, `shared` the day on which it was passed on, `retired` the day on which it had done its work.
    """

    key: str
    text: str
    reflection: str | None = None
    day: int | None = None
    time: str = "18:00"
    trigger: str = ""
    detail: str = ""
    skills: list[str] = field(default_factory=list)
    audiences: list[str] = field(default_factory=list)
    recall: list[str] = field(default_factory=list)
    merged_into: str | None = None
    merged: int | None = None
    shared: int | None = None
    retired: int | None = None


@dataclass(frozen=True, kw_only=True)
class ActionScript:
    """An action a reflection left; it ends on its due day, or on `ended`, if its state says so."""

    text: str
    reflection: str
    kind: str = "action"
    owner: str = "me"
    due: int | None = None
    ended: int | None = None
    if_then: str = ""
    state: str = "open"
    audiences: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Script:
    """The whole story, in the order of its files."""

    person: tuple[PersonScript, ...] = ()
    skill: tuple[SkillScript, ...] = ()
    episode: tuple[EpisodeScript, ...] = ()
    method: tuple[MethodScript, ...] = ()
    reflection: tuple[ReflectionScript, ...] = ()
    review: tuple[ReviewScript, ...] = ()
    line: tuple[LineScript, ...] = ()
    commitment: tuple[CommitmentScript, ...] = ()
    lesson: tuple[LessonScript, ...] = ()
    action: tuple[ActionScript, ...] = ()
    goal: tuple[GoalScript, ...] = ()
    measure: tuple[MeasureScript, ...] = ()
    change: tuple[ChangeScript, ...] = ()
    rating: tuple[RatingScript, ...] = ()
    credential: tuple[CredentialScript, ...] = ()
    profile: tuple[ProfileScript, ...] = ()
    pulse: tuple[PulseScript, ...] = ()
    meeting: tuple[MeetingScript, ...] = ()

    def looks_back(self) -> tuple[ReflectionScript, ...]:
        """Reflections, and the reviews of weeks."""
        return (*self.reflection, *self.review)


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
