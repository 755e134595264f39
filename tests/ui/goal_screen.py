"""The page of a goal by itself, and a goal that runs."""

import datetime as dt
from uuid import UUID

from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.goal import Goal
from workjournal.journal.journal import Journal
from workjournal.ui.parts.goal_marks import Mark, What
from workjournal.ui.screens.goal import GoalScreen
from workjournal.ui.widgets.story_list import StoryRow

WEEKS = 10


def shown(qtbot: QtBot, journal: Journal) -> GoalScreen:
    """A page of its own, which follows the journal as it does in the window."""
    screen = on_screen(qtbot, GoalScreen(journal))
    screen.renew()
    return screen


def started(journal: Journal, *, probability: int | None = 65, measure_id: UUID | None = None) -> UUID:
    """A goal that began today and is due in ten weeks."""
    goal = Goal(title="Lead Q1 planning", confidence_before=40, measure_id=measure_id)
    goal.due = journal.today() + dt.timedelta(weeks=WEEKS)
    reasons = "" if probability is None else "Priya wants it."
    journal.goals.plan(goal, skills=["Planning"], probability=probability, reasons=reasons)
    return journal.goals.start(goal.id, journal.today()).id


def told(screen: GoalScreen) -> list[str]:
    """The titles of the time line, newest first."""
    return [row.title for row in screen.story.rows.rows() if isinstance(row, StoryRow)]


def choose(screen: GoalScreen, what: What) -> Mark:
    """Make the newest row of that kind current, with the keyboard."""
    row = screen.story.row(what)
    assert row is not None
    assert isinstance(row.id, Mark)
    screen.story.rows.setFocus()
    assert screen.story.rows.choose(row.id)
    return row.id
