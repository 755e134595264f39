"""What goals are called on screen: states, kinds of challenge, where one stands."""

import datetime as dt
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from workjournal.domain.goal import CHALLENGES, Goal, GoalState
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.widgets.choice_box import Choice
from workjournal.ui.widgets.row_list import RowChip


class StateLook(NamedTuple):
    """How a state is shown."""

    word: str
    icon: str
    tone: str


_STATES = {
    GoalState.PLANNED: StateLook(QT_TRANSLATE_NOOP("GoalWords", "Planned"), "pencil", ""),
    GoalState.ACTIVE: StateLook(QT_TRANSLATE_NOOP("GoalWords", "Active"), "mountain", "accent"),
    GoalState.ACHIEVED: StateLook(QT_TRANSLATE_NOOP("GoalWords", "Achieved"), "trophy", "ok"),
    GoalState.PARTLY: StateLook(QT_TRANSLATE_NOOP("GoalWords", "Partly achieved"), "flag", "info"),
    GoalState.MISSED: StateLook(QT_TRANSLATE_NOOP("GoalWords", "Missed"), "circle-x", "warn"),
    GoalState.ABANDONED: StateLook(QT_TRANSLATE_NOOP("GoalWords", "Abandoned"), "archive", ""),
}
_CHALLENGES = (
    QT_TRANSLATE_NOOP("GoalWords", "New responsibility"),
    QT_TRANSLATE_NOOP("GoalWords", "New direction"),
    QT_TRANSLATE_NOOP("GoalWords", "Inherited trouble"),
    QT_TRANSLATE_NOOP("GoalWords", "People problems"),
    QT_TRANSLATE_NOOP("GoalWords", "High stakes"),
    QT_TRANSLATE_NOOP("GoalWords", "Scope and scale"),
    QT_TRANSLATE_NOOP("GoalWords", "Outside pressure"),
    QT_TRANSLATE_NOOP("GoalWords", "Influence without authority"),
    QT_TRANSLATE_NOOP("GoalWords", "Other cultures"),
    QT_TRANSLATE_NOOP("GoalWords", "Mixed team"),
)


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("GoalWords", text, "", number)


def day(when: dt.date, pattern: str = "d MMM yyyy") -> str:
    """A day as it is written in lists."""
    return QLocale().toString(QDate(when.year, when.month, when.day), pattern)


def look(state: GoalState) -> StateLook:
    """Word, icon and tone of a state, in the user's language."""
    known = _STATES[state]
    return known._replace(word=_tr(known.word))


def challenges() -> list[Choice]:
    """The kinds of challenge to choose from."""
    return [Choice(kind, _tr(word)) for kind, word in zip(CHALLENGES, _CHALLENGES, strict=True)]


def week(goal: Goal, today: dt.date) -> str:
    """Where in its time a goal is: "week 4 of 10", or "week 4" without a due day."""
    number, weeks = goal.week(today)
    if weeks is None:
        return _tr("week {number}").format(number=number)
    if number > weeks:
        return _tr("week {number}, planned for {weeks}").format(number=number, weeks=weeks)
    return _tr("week {number} of {weeks}").format(number=number, weeks=weeks)


def standing(goal: Goal, today: dt.date) -> str:
    """One line on where a goal stands."""
    parts = []
    if goal.state is GoalState.ACTIVE:
        parts.append(week(goal, today))
        numbers = ((_tr("progress {value}"), "progress"), (_tr("confidence {value}"), "confidence"))
        parts += [
            words.format(value=value) for words, field in numbers if (value := goal.latest(field)) is not None
        ]
    elif goal.state is GoalState.PLANNED:
        parts.append(_tr("due {day}").format(day=day(goal.due)) if goal.due else _tr("no due day yet"))
        if goal.forecast:
            parts.append(_tr("forecast {value} %").format(value=goal.forecast.probability))
    else:
        if goal.closed:
            parts.append(_tr("closed {day}").format(day=day(goal.closed)))
        before, after = goal.confidence_before, goal.confidence_after
        if before is not None and after is not None:
            parts.append(_tr("confidence {before} before, {after} after").format(before=before, after=after))
    line = " · ".join(parts)
    return line[:1].upper() + line[1:]


def waiting(goal: Goal, today: dt.date) -> list[RowChip]:
    """What an open goal waits for: a check-in, or a look at its due day."""
    chips = []
    due = goal.next_check_in(today)
    if due is not None and due == today:
        chips.append(RowChip(_tr("Check-in due"), "accent", "calendar-check"))
    elif due is not None and due < today:
        chips.append(
            RowChip(_tr("Check-in due since {day}").format(day=day(due, "d MMM")), "warn", "calendar-clock")
        )
    if goal.due is not None and goal.is_overdue(today):
        chips.append(RowChip(_tr("Past its due day"), "warn", "clock"))
    return chips
