"""What lessons are called on screen: how far one has come, whether it worked, how well it was recalled and when next."""

import datetime as dt
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from workjournal.domain.lesson import Lesson, LessonState
from workjournal.domain.spacing import Grade
from workjournal.journal.lessons import LessonLine
from workjournal.ui import words
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts.goal_words import challenges
from workjournal.ui.plurals import PLURALS
from workjournal.ui.widgets.lesson_list import LessonRow
from workjournal.ui.widgets.row_list import RowChip

_STATES = {
    LessonState.NEW: (QT_TRANSLATE_NOOP("LessonWords", "New"), "sprout", ""),
    LessonState.RECALLED: (QT_TRANSLATE_NOOP("LessonWords", "Recalled"), "repeat", "info"),
    LessonState.APPLIED: (QT_TRANSLATE_NOOP("LessonWords", "Applied"), "circle-check", "ok"),
    LessonState.SHARED: (QT_TRANSLATE_NOOP("LessonWords", "Shared"), "share-2", "accent"),
    LessonState.RETIRED: (QT_TRANSLATE_NOOP("LessonWords", "Retired"), "archive", ""),
}
_VERDICTS = {
    True: (QT_TRANSLATE_NOOP("LessonWords", "worked"), "circle-check", "ok"),
    False: (QT_TRANSLATE_NOOP("LessonWords", "did not work"), "circle-x", "warn"),
    None: (QT_TRANSLATE_NOOP("LessonWords", "can't tell yet"), "circle-question-mark", ""),
}
_GRADES = {
    Grade.AGAIN: (QT_TRANSLATE_NOOP("LessonWords", "Again"), "rotate-ccw", "warn"),
    Grade.HARD: (QT_TRANSLATE_NOOP("LessonWords", "Hard"), "mountain", ""),
    Grade.GOOD: (QT_TRANSLATE_NOOP("LessonWords", "Good"), "circle-check", "ok"),
    Grade.EASY: (QT_TRANSLATE_NOOP("LessonWords", "Easy"), "zap", "info"),
}
_SOON = 14
"""Days up to which they are counted; later ones are named."""


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("LessonWords", text, "", number)


def chip(state: LessonState) -> RowChip:
    """The chip of a state."""
    word, icon, tone = _STATES[state]
    return RowChip(_tr(word), tone, icon)


def verdict(worked: bool | None) -> tuple[str, str, str]:
    """Word, icon and tone for whether it worked."""
    word, icon, tone = _VERDICTS[worked]
    return _tr(word), icon, tone


def tally(lesson: Lesson) -> str:
    """As in "applied 4 times, worked 3", or nothing while it was not applied."""
    return _tally(len(lesson.applied()), lesson.worked())


def _tally(applied: int, worked: int) -> str:
    if not applied:
        return ""
    if applied == 1:
        return _tr("applied once, worked") if worked else _tr("applied once")
    return _tr("applied {times} times, worked {worked}").format(times=applied, worked=worked)


def grade(given: Grade) -> tuple[str, str, str]:
    """Word, icon and tone for how well it was recalled."""
    word, icon, tone = _GRADES[given]
    return _tr(word), icon, tone


def challenge(name: str) -> str:
    """A kind of challenge in the user's language; anything else as it is."""
    return next((kind.label for kind in challenges() if kind.value == name), name)


def when(trigger: str) -> str:
    """What should bring it to mind, as in "When a date is asked for"; nothing where that is not said."""
    trigger = trigger.strip()
    said = trigger.removeprefix("when ").removeprefix("When ")
    return _tr("When {trigger}").format(trigger=said) if trigger else ""


def returns(due: dt.date, today: dt.date) -> str:
    """When a lesson comes back: "tomorrow", "in 4 days", "14 December"."""
    days = (due - today).days
    if days == 1:
        return _tr("tomorrow")
    return PLURALS.in_days(days) if 0 < days <= _SOON else _named(due, today)


def comes_back(lesson: Lesson, today: dt.date) -> str:
    """The same as a sentence for the page of a lesson."""
    if lesson.state is LessonState.RETIRED:
        return _tr("A retired lesson does not come back.")
    if lesson.due is None or lesson.is_due(today):
        return _tr("Waits to be recalled")
    return _tr("Comes back on {day}").format(day=_named(lesson.due, today))


def _named(day: dt.date, today: dt.date) -> str:
    return words.dated(day, "d MMMM" if day.year == today.year else "d MMMM yyyy")


def rows(lines: Iterable[LessonLine]) -> list[LessonRow]:
    """Lessons in a list."""
    chips = {state: chip(state) for state in LessonState}
    return [
        LessonRow(
            line.id, line.text, when(line.trigger), chips[line.state], _tally(line.applied, line.worked)
        )
        for line in lines
    ]
