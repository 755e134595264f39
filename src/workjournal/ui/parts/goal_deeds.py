"""What can be done with a goal where it stands in a list: put it off, let it rest, take it up again; with the way back."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from workjournal.domain.goal import Goal, GoalState
from workjournal.journal.journal import Journal
from workjournal.ui import icons
from workjournal.ui.parts.goal_rhythm import NEXT_WEEK, SOON, TOMORROW
from workjournal.ui.parts.goal_words import day

Told = Callable[[str, Callable[[], object] | None], object]
"""Takes what was done and the way back: the toast of a screen."""
Go = Callable[[str, object], object]


def _tr(text: str) -> str:
    return QCoreApplication.translate("GoalDeeds", text)


def put_off(journal: Journal, goal_id: UUID, until: dt.date, say: Told) -> None:
    """Ask for nothing before that day."""
    undo = _back(journal, goal_id)
    journal.goals.snooze(goal_id, until)
    say(_tr("It asks again on {day}").format(day=day(until, "ddd d MMM")), undo)


def pause(journal: Journal, goal_id: UUID, say: Told) -> None:
    """Let it rest."""
    undo = _back(journal, goal_id)
    journal.goals.pause(goal_id, journal.today())
    say(_tr("Goal paused; its due day stays"), undo)


def resume(journal: Journal, goal_id: UUID, say: Told) -> None:
    """Take it up again."""
    undo = _back(journal, goal_id)
    journal.goals.resume(goal_id)
    say(_tr("Its rhythm goes on"), undo)


def trash(journal: Journal, goal_id: UUID, say: Told) -> None:
    """Move it to the trash."""
    journal.goals.trash(goal_id)
    say(_tr("Goal moved to the trash"), partial(journal.goals.restore, goal_id))


def add_delays(menu: QMenu, journal: Journal, goal_id: UUID, say: Told) -> None:
    """Until when it can wait."""
    for words, days in (
        (_tr("Tomorrow"), TOMORROW),
        (_tr("In three days"), SOON),
        (_tr("Next week"), NEXT_WEEK),
    ):
        until = journal.today() + dt.timedelta(days=days)
        _add(menu, "calendar-clock", words, partial(put_off, journal, goal_id, until, say))


def fill(menu: QMenu, journal: Journal, goal: Goal, go: Go, say: Told) -> None:
    """All that fits its state. Starting, checking in and closing ask something, and do so on its page."""
    to_page = partial(go, "goal", goal.id)
    _add(menu, "mountain", _tr("Open"), to_page)
    if goal.state is GoalState.PLANNED:
        _add(menu, "play", _tr("Start…"), to_page)
    elif goal.state is GoalState.ACTIVE and goal.paused_on:
        _add(menu, "play", _tr("Resume"), partial(resume, journal, goal.id, say))
        _add(menu, "flag", _tr("Close…"), to_page)
    elif goal.state is GoalState.ACTIVE:
        _add(menu, "calendar-check", _tr("Check in…"), to_page)
        add_delays(menu.addMenu(icons.icon("calendar-clock"), _tr("Remind me")), journal, goal.id, say)
        _add(menu, "pause", _tr("Pause"), partial(pause, journal, goal.id, say))
        _add(menu, "flag", _tr("Close…"), to_page)
    menu.addSeparator()
    _add(menu, "trash-2", _tr("Move to the trash"), partial(trash, journal, goal.id, say))


def _add(menu: QMenu, icon: str, words: str, does: Callable[[], object]) -> None:
    menu.addAction(icons.icon(icon), words).triggered.connect(lambda *_: does())


def _back(journal: Journal, goal_id: UUID) -> Callable[[], object]:
    """Puts delay and pause as they are now."""
    goal = journal.goals.get(goal_id)
    until, paused = goal.snoozed_until, goal.paused_on

    def undo() -> None:
        journal.goals.resume(goal_id)
        if until is not None:
            journal.goals.snooze(goal_id, until)
        if paused is not None:
            journal.goals.pause(goal_id, paused)

    return undo
