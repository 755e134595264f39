"""The way of a goal as rows of a time line: start, forecasts, check-ins, evidence, actions, lessons, reflections, end."""

import datetime as dt
import enum
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from workjournal.domain.action import Action
from workjournal.domain.check_in import CheckIn
from workjournal.domain.episode import Episode
from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import OPEN_STATES, Goal
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.ui import words
from workjournal.ui.parts import action_words, goal_words, measure_value
from workjournal.ui.widgets.row_list import RowChip
from workjournal.ui.widgets.story_list import StoryRow

EXCERPT = 240


class What(enum.StrEnum):
    """The kinds of marks."""

    START = "start"
    FORECAST = "forecast"
    CHECK_IN = "check-in"
    EVIDENCE = "evidence"
    ACTION = "action"
    LESSON = "lesson"
    REFLECTION = "reflection"
    PAUSE = "pause"
    END = "end"


@dataclass(frozen=True)
class Mark:
    """What a row stands for; the id is that of the thing, or of the goal."""

    what: What
    id: UUID


class _Dated(NamedTuple):
    day: dt.date
    row: StoryRow
    place: int = 1
    """Within a day: 0 for the start, 2 for what stands at the end."""


def rows(journal: Journal, goal: Goal) -> list[StoryRow]:
    """All that happened, the newest first; of one day, what was written down last."""
    found = [*_of_goal(goal), *_looks(journal, goal), *_left(journal, goal)]
    found += [_evidence(episode) for episode in journal.evidence.of(goal.id)]
    found.sort(key=lambda each: (each.day, each.place, _id(each.row)), reverse=True)
    return [each.row for each in found]


def broken() -> RowChip:
    """What stands at a forecast that is not what was sealed."""
    return RowChip(_tr("Seal broken"), "danger", "triangle-alert")


def _of_goal(goal: Goal) -> Iterator[_Dated]:
    if goal.start is not None:
        yield _Dated(goal.start, _start(goal), 0)
    for revision in goal.revisions:
        if revision.sealed_at is not None:
            yield _Dated(revision.sealed_at.astimezone().date(), _revision(revision))
    if goal.paused_on is not None:
        mark = Mark(What.PAUSE, goal.id)
        said = (("", _tr("It asks for no check-in until you resume it. Its due day stays.")),)
        row = StoryRow(mark, _day(goal.paused_on), _tr("Paused"), said, "pause", "warn")
        yield _Dated(goal.paused_on, row, 2)
    if goal.state not in OPEN_STATES and goal.closed is not None:
        yield _Dated(goal.closed, _end(goal, goal.closed), 2)


def _start(goal: Goal) -> StoryRow:
    forecast = goal.forecast
    title = _tr("Started without a forecast")
    said: tuple[tuple[str, str], ...] = ()
    if forecast is not None:
        title = _tr("Started with a forecast of {value} %").format(value=forecast.probability)
        said = _because(forecast)
    chip = None if forecast is None or forecast.holds() else broken()
    day = _day(goal.start) if goal.start else ""
    return StoryRow(Mark(What.START, goal.id), day, title, said, "play", "accent", chip)


def _revision(forecast: Forecast) -> StoryRow:
    day = _day(forecast.sealed_at.astimezone().date()) if forecast.sealed_at else ""
    title = _tr("Forecast anew: {value} %").format(value=forecast.probability)
    chip = None if forecast.holds() else broken()
    return StoryRow(Mark(What.FORECAST, forecast.id), day, title, _because(forecast), "scale", "", chip)


def _because(forecast: Forecast) -> tuple[tuple[str, str], ...]:
    return ((_tr("Because"), forecast.reasons),) if forecast.reasons.strip() else ()


def _end(goal: Goal, closed: dt.date) -> StoryRow:
    word, icon, tone = goal_words.look(goal.state)
    said = ((_tr("Why"), goal.reason),) if goal.reason.strip() else ()
    title = _tr("Closed: {outcome}").format(outcome=word.lower())
    return StoryRow(Mark(What.END, goal.id), _day(closed), title, said, icon, tone)


def _looks(journal: Journal, goal: Goal) -> Iterator[_Dated]:
    known = measure_value.measures(journal, goal)
    for check_in in goal.check_ins:
        yield _Dated(check_in.date, _look(check_in, measure_value.told(check_in, known)))


def _look(check_in: CheckIn, value: str) -> StoryRow:
    numbers = [
        text.format(value=number)
        for text, number in (
            (_tr("Progress {value}"), check_in.progress),
            (_tr("Confidence {value}"), check_in.confidence),
        )
        if number is not None
    ]
    said = (
        (_tr("What changed"), check_in.changed),
        (_tr("Feedback received"), check_in.feedback),
        (_tr("Help needed"), check_in.help_needed),
    )
    title = " · ".join([*numbers, *([value] if value else [])]) or _tr("Check-in")
    mark, told = Mark(What.CHECK_IN, check_in.id), tuple(each for each in said if each[1].strip())
    return StoryRow(mark, _day(check_in.date), title, told, "calendar-check", "accent", menu=True)


def _evidence(episode: Episode) -> _Dated:
    told = _short(episode.result) or _short(words.excerpt(episode))
    row = StoryRow(
        Mark(What.EVIDENCE, episode.id),
        _day(episode.date),
        episode.title,
        (("", told),) if told else (),
        words.kind_icon(episode.kind),
        words.kind_tone(episode.kind),
        RowChip(_tr("Evidence"), "", "paperclip"),
        menu=True,
    )
    return _Dated(episode.date, row)


def _left(journal: Journal, goal: Goal) -> Iterator[_Dated]:
    """Reflections on it, the lessons they left, and the actions that are about it."""
    for reflection in journal.reflections.of_goal(goal.id):
        yield _Dated(reflection.date, _reflection(journal, reflection))
    for lesson in journal.lessons.left_by_goal(goal.id):
        chip, mark = RowChip(_tr("Lesson"), "", "lightbulb"), Mark(What.LESSON, lesson.id)
        row = StoryRow(mark, _day(lesson.date), lesson.text, (), "lightbulb", "accent", chip)
        yield _Dated(lesson.date, row)
    for action in journal.actions.of_goal(goal.id):
        chip = _standing(action)
        mark, text = Mark(What.ACTION, action.id), " ".join(action.text.split())
        yield _Dated(action.date, StoryRow(mark, _day(action.date), text, (), chip.icon, chip.tone, chip))


def _standing(action: Action) -> RowChip:
    """Of which kind it is, and how it stands: "Ask · Open"."""
    kind = next(choice.label for choice in action_words.kinds() if choice.value is action.kind)
    chip = action_words.chip(action.state)
    return chip._replace(text=f"{kind} · {chip.text}")


def _reflection(journal: Journal, reflection: Reflection) -> StoryRow:
    first = next((answer for answer in reflection.answers.values() if answer.strip()), "")
    told = _short(first)
    chip = RowChip(_tr("Reflection"), "", "notebook-pen")
    return StoryRow(
        Mark(What.REFLECTION, reflection.id),
        _day(reflection.date),
        journal.methods.asked(reflection).name,
        (("", told),) if told else (),
        "notebook-pen",
        "",
        chip,
    )


def _short(text: str) -> str:
    """Its beginning in one paragraph, cut between words."""
    return textwrap.shorten(text, EXCERPT, placeholder=" …")


def _id(row: StoryRow) -> UUID:
    assert isinstance(row.id, Mark)
    return row.id.id


def _day(day: dt.date) -> str:
    return goal_words.day(day, "d MMM")


def _tr(text: str) -> str:
    return QCoreApplication.translate("GoalMarks", text)
