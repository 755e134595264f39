"""What can be done with a goal wherever it is shown: put it off, let it rest, take it up again; with the way back."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from workjournal.domain.goal import Goal, GoalState
from workjournal.journal.journal import Journal
from workjournal.ui import icons
from workjournal.ui.parts.goal_words import day

TOMORROW, SOON, NEXT_WEEK = 1, 3, 7
"""Until when it can wait, in days from today."""
Told = Callable[[str, Callable[[], object]], object]
"""Takes what was done and the way back: the toast of a screen."""
Go = Callable[[str, object], object]


def _tr(text: str) -> str:
    return QCoreApplication.translate("GoalDeeds", text)


def put_off(journal: Journal, goal_id: UUID, until: dt.date, say: Told) -> None:
    """Ask for nothing before that day."""
    undo = way_back(journal, journal.goals.get(goal_id))
    goal = journal.goals.snooze(goal_id, until)
    say(_asks_again(goal, journal.today()), undo)


def pause(journal: Journal, goal_id: UUID, say: Told) -> None:
    """Let it rest."""
    undo = way_back(journal, journal.goals.get(goal_id))
    journal.goals.pause(goal_id, journal.today())
    say(_tr("Goal paused; its due day stays"), undo)


def resume(journal: Journal, goal_id: UUID, say: Told) -> None:
    """Take it up again."""
    undo = way_back(journal, journal.goals.get(goal_id))
    journal.goals.resume(goal_id)
    say(_tr("Its rhythm goes on"), undo)


def trash(journal: Journal, goal_id: UUID, say: Told) -> None:
    """Move it to the trash."""
    journal.goals.trash(goal_id)
    say(_tr("Goal moved to the trash"), partial(journal.goals.restore, goal_id))


def way_back(journal: Journal, goal: Goal) -> Callable[[], object]:
    """Puts delay and pause as this goal has them."""
    goal_id, until, paused = goal.id, goal.snoozed_until, goal.paused_on

    def undo() -> None:
        journal.goals.resume(goal_id)
        if until is not None:
            journal.goals.snooze(goal_id, until)
        if paused is not None:
            journal.goals.pause(goal_id, paused)

    return undo


def add_delays(menu: QMenu, journal: Journal, goal_id: UUID, say: Told) -> None:
    """Until when it can wait."""
    for words, days in (
        (_tr("Tomorrow"), TOMORROW),
        (_tr("In three days"), SOON),
        (_tr("Next week"), NEXT_WEEK),
    ):
        until = journal.today() + dt.timedelta(days=days)
        _add(menu, "calendar-clock", words, partial(put_off, journal, goal_id, until, say))


def add_rhythm(menu: QMenu, delays: QMenu, journal: Journal, goal: Goal, say: Told) -> None:
    """When a running goal asks again: later, in `delays`, not for a while, or as before."""
    goes_on = partial(resume, journal, goal.id, say)
    if goal.paused_on is not None:
        _add(menu, "play", _tr("Resume"), goes_on)
        return
    add_delays(delays, journal, goal.id, say)
    delays.addSeparator()
    if goal.is_snoozed(journal.today()):
        _add(delays, "rotate-ccw", _tr("Back to its rhythm"), goes_on)
    _add(menu, "pause", _tr("Pause the goal"), partial(pause, journal, goal.id, say))


def fill(menu: QMenu, journal: Journal, goal: Goal, go: Go, say: Told, give_up: Callable[[], object]) -> None:
    """All that fits its state. Starting, checking in and closing ask something, and do so on its page.

    `give_up` asks why one that never started is to be abandoned.
    """
    to_page = partial(go, "goal", goal.id)
    _add(menu, "mountain", _tr("Open"), to_page)
    if goal.state is GoalState.PLANNED:
        _add(menu, "play", _tr("Start…"), to_page)
        _add(menu, "flag", _tr("Give up…"), give_up)
    elif goal.state is GoalState.ACTIVE:
        rests, delays = goal.paused_on is not None, menu
        if not rests:
            _add(menu, "calendar-check", _tr("Check in…"), to_page)
            delays = menu.addMenu(icons.icon("calendar-clock"), _tr("Remind me"))
        add_rhythm(menu, delays, journal, goal, say)
        _add(menu, "flag", _tr("Close…"), to_page)
    menu.addSeparator()
    _add(menu, "trash-2", _tr("Move to the trash"), partial(trash, journal, goal.id, say))


def _asks_again(goal: Goal, today: dt.date) -> str:
    """The day it does: its rhythm may have asked later anyway."""
    due = goal.next_check_in(today)
    if due is None:
        return _tr("It asks for no check-in")
    return _tr("It asks again on {day}").format(day=day(due, "ddd d MMM"))


def _add(menu: QMenu, icon: str, words: str, does: Callable[[], object]) -> None:
    menu.addAction(icons.icon(icon), words).triggered.connect(lambda *_: does())
