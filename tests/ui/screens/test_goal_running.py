"""A goal that runs: checked in on, put off, let rest."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui.goal_screen import shown, started, told
from workjournal.domain.action import ActionKind, Owner
from workjournal.domain.measure import Measure
from workjournal.journal.journal import Journal
from workjournal.ui.parts.goal_marks import What
from workjournal.ui.places import New
from workjournal.ui.screens.goal import GoalScreen

LEFT = Qt.MouseButton.LeftButton
Toasts = list[tuple[str, Callable[[], object]]]


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> GoalScreen:
    return shown(qtbot, journal)


@pytest.fixture
def active(journal: Journal) -> UUID:
    return started(journal)


@pytest.fixture
def toasts(screen: GoalScreen) -> Toasts:
    found: Toasts = []
    screen.toast.connect(lambda text, undo: found.append((text, undo)))
    return found


def press(menu: QMenu, words: str) -> None:
    """Open a menu and take the entry of those words."""
    menu.aboutToShow.emit()
    (entry,) = [each for each in menu.actions() if each.text() == words]
    entry.trigger()


def entries(menu: QMenu) -> list[str]:
    menu.aboutToShow.emit()
    return [each.text() for each in menu.actions() if each.text()]


def test_checks_in_by_keyboard(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID, clock: Clock
) -> None:
    clock.forward(days=7)
    screen.arrive(active)
    assert screen.check_in.due_chip.text() == "Check-in due"
    assert screen.check_in.progress.hasFocus()
    qtbot.keyClick(screen.check_in.progress, Qt.Key.Key_Right)
    qtbot.keyClicks(screen.check_in.changed, "Priya owns the draft")
    qtbot.keyClicks(screen.check_in.measure_value, "12.5")
    qtbot.keyClick(screen.check_in.changed, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(journal.goals.get(active).check_ins))
    (kept,) = journal.goals.get(active).check_ins
    assert (kept.progress, kept.confidence, kept.measure_value) == (50, None, 12.5)
    assert kept.changed == "Priya owns the draft"
    assert kept.date == journal.today()
    assert screen.check_in.changed.text == ""
    assert not screen.check_in.due_chip.isVisible()
    assert screen.check_in.next.text() == "Next one Thu 3 Dec"
    assert told(screen)[0] == "Progress 50 · Figure 12.5"


def test_the_value_is_asked_for_by_the_goals_measure_and_goes_there(
    qtbot: QtBot, screen: GoalScreen, journal: Journal
) -> None:
    measure = journal.measures.save(Measure(name="Time to an answer", unit="days"))
    goal_id = started(journal, measure_id=measure.id)
    screen.arrive(goal_id)
    assert screen.check_in.fields.measure_value_label.text() == "Time to an answer (days)"
    assert screen.check_in.measure_value.accessibleName() == "Time to an answer (days)"
    qtbot.keyClicks(screen.check_in.measure_value, "12.5 days")
    qtbot.mouseClick(screen.check_in.give, LEFT)
    (value,) = journal.measures.values(measure.id)
    assert (value.value, value.from_check_in) == (12.5, True)
    assert told(screen)[0] == "Time to an answer 12.5 days"
    assert screen.check_in.measure_value.placeholderText() == "Last time 12.5 days"


def test_a_goal_without_a_measure_asks_for_a_figure(
    screen: GoalScreen, journal: Journal, active: UUID
) -> None:
    measure = journal.measures.save(Measure(name="Time to an answer", unit="days"))
    screen.arrive(started(journal, measure_id=measure.id))
    screen.arrive(active)
    assert screen.check_in.fields.measure_value_label.text() == "A figure"


def test_help_needed_says_what_becomes_of_it_and_becomes_it(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID
) -> None:
    screen.arrive(active)
    assert "ask for your next review pack" in screen.check_in.help_needed.accessibleDescription()
    qtbot.keyClicks(screen.check_in.help_needed, "An introduction to Lena")
    qtbot.mouseClick(screen.check_in.give, LEFT)
    (ask,) = journal.actions.open()
    assert (ask.kind, ask.owner, ask.text) == (ActionKind.ASK, Owner.MANAGER, "An introduction to Lena")
    assert screen.story.row(What.ACTION) is not None


def test_a_check_in_in_the_making_is_a_draft_of_its_own(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID
) -> None:
    screen.arrive(active)
    qtbot.keyClicks(screen.check_in.help_needed, "An introduction to Lena")
    screen.check_in.date.day = dt.date(2026, 11, 12)
    screen.leave()
    assert [draft.place for draft in journal.drafts.all()] == [f"checkin:{active}"]
    screen.arrive(New())
    screen.arrive(active)
    assert screen.check_in.help_needed.text == "An introduction to Lena"
    assert screen.check_in.date.day == dt.date(2026, 11, 12)


def test_what_is_wrong_with_a_check_in_is_said_in_the_card(
    qtbot: QtBot, screen: GoalScreen, active: UUID
) -> None:
    screen.arrive(active)
    qtbot.mouseClick(screen.check_in.give, LEFT)
    assert "Give progress" in screen.check_in.problem.text()
    qtbot.keyClicks(screen.check_in.measure_value, "much")
    qtbot.mouseClick(screen.check_in.give, LEFT)
    assert "number" in screen.check_in.problem.text()
    assert screen.check_in.measure_value.hasFocus()


def test_a_check_in_is_taken_back_from_its_toast(
    screen: GoalScreen, journal: Journal, active: UUID, toasts: Toasts
) -> None:
    screen.arrive(active)
    screen.check_in.progress.rating = 30
    screen.check_in.give.click()
    (said, undo) = toasts[-1]
    assert said == "Checked in"
    undo()
    assert journal.goals.get(active).check_ins == []


@pytest.mark.parametrize(("words", "days"), [("Tomorrow", 1), ("In three days", 3), ("Next week", 7)])
def test_a_due_check_in_is_put_off(
    screen: GoalScreen, journal: Journal, active: UUID, clock: Clock, toasts: Toasts, words: str, days: int
) -> None:
    clock.forward(days=8)
    screen.arrive(active)
    press(screen.check_in.rhythm.menu, words)
    until = journal.today() + dt.timedelta(days=days)
    assert journal.goals.get(active).next_check_in(journal.today()) == until
    assert not screen.check_in.due_chip.isVisible()
    assert screen.check_in.next.text().startswith("Put off until")
    toasts[-1][1]()
    assert journal.goals.get(active).check_in_due(journal.today())


def test_a_goal_rests_until_it_is_resumed(
    screen: GoalScreen, journal: Journal, active: UUID, clock: Clock, toasts: Toasts
) -> None:
    clock.forward(days=8)
    screen.arrive(active)
    press(screen.check_in.rhythm.menu, "Pause the goal")
    assert screen.check_in.due_chip.text() == "Paused since 27 Nov"
    assert screen.story.row(What.PAUSE) is not None
    assert not journal.goals.get(active).check_in_due(journal.today())
    clock.forward(days=20)
    screen.renew()
    assert screen.check_in.due_chip.text() == "Paused since 27 Nov"
    assert entries(screen.check_in.rhythm.menu) == ["Resume"]
    press(screen.check_in.rhythm.menu, "Resume")
    assert journal.goals.get(active).check_in_due(journal.today())
    assert screen.story.row(What.PAUSE) is None
    toasts[-1][1]()
    assert journal.goals.get(active).paused_on == dt.date(2026, 11, 27)


def test_undoing_a_pause_leaves_it_put_off(
    screen: GoalScreen, journal: Journal, active: UUID, toasts: Toasts
) -> None:
    until = journal.today() + dt.timedelta(days=30)
    journal.goals.snooze(active, until)
    screen.arrive(active)
    press(screen.check_in.rhythm.menu, "Pause the goal")
    toasts[-1][1]()
    goal = journal.goals.get(active)
    assert (goal.paused_on, goal.snoozed_until) == (None, until)


def test_what_is_typed_in_the_plan_is_saved_on_top_of_a_pause(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID
) -> None:
    screen.arrive(active)
    screen.plan.view.choice = "plan"
    qtbot.keyClicks(screen.plan.wish, "A quiet January")
    screen.plan.view.choice = "progress"
    press(screen.check_in.rhythm.menu, "Pause the goal")
    screen.leave()
    goal = journal.goals.get(active)
    assert (goal.wish, goal.paused_on) == ("A quiet January", journal.today())


def test_a_check_in_taken_back_leaves_the_goal_at_rest_as_it_was(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID, toasts: Toasts
) -> None:
    until = journal.today() + dt.timedelta(days=20)
    journal.goals.snooze(active, until)
    journal.goals.pause(active, journal.today())
    screen.arrive(active)
    qtbot.keyClick(screen.check_in.progress, Qt.Key.Key_Right)
    qtbot.mouseClick(screen.check_in.give, LEFT)
    assert journal.goals.get(active).paused_on is None
    toasts[-1][1]()
    goal = journal.goals.get(active)
    assert goal.check_ins == []
    assert (goal.paused_on, goal.snoozed_until) == (journal.today(), until)


def test_a_delay_that_ends_before_it_asks_anyway_is_not_said_to_be_its_day(
    screen: GoalScreen, journal: Journal, active: UUID, toasts: Toasts
) -> None:
    screen.arrive(active)
    asks = screen.check_in.next.text()
    assert asks.startswith("Next one")
    press(screen.check_in.rhythm.menu, "Tomorrow")
    assert toasts[-1][0] == asks.replace("Next one", "It asks again on")
    assert screen.check_in.next.text() == asks
    goal = journal.goals.get(active)
    goal.rhythm_days = 0
    journal.goals.save(goal)
    screen.arrive(active)
    press(screen.check_in.rhythm.menu, "Tomorrow")
    assert toasts[-1][0] == "It asks for no check-in"


def test_a_day_to_come_is_refused_in_the_card(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID
) -> None:
    screen.arrive(active)
    qtbot.keyClicks(screen.check_in.changed, "Priya owns the draft")
    screen.check_in.date.day = journal.today() + dt.timedelta(days=1)
    qtbot.mouseClick(screen.check_in.give, LEFT)
    assert "still to come" in screen.check_in.problem.text()
    assert screen.check_in.changed.text == "Priya owns the draft"
    assert journal.goals.get(active).check_ins == []


def test_an_overdue_goal_looks_like_one(screen: GoalScreen, journal: Journal, active: UUID) -> None:
    screen.arrive(active)
    assert screen.plan.standing_chip._tone == ""
    assert accents(screen) == (False, True)  # one at a time: checking in, not closing
    goal = journal.goals.get(active)
    goal.due = journal.today() - dt.timedelta(days=1)
    journal.goals.save(goal)
    screen.arrive(active)
    assert screen.plan.standing_chip._tone == "warn"
    assert accents(screen) == (True, False)


def accents(screen: GoalScreen) -> tuple[bool, bool]:
    """Whether closing stands out, and whether checking in does."""
    closing, checking_in = (
        each.property("role") == "primary" for each in (screen.close_goal, screen.check_in.give)
    )
    return closing, checking_in


def test_a_value_left_at_a_terminal_is_gone_on_with(
    screen: GoalScreen, journal: Journal, active: UUID
) -> None:
    left = {"measure_value": 12.5, "changed": "They let me", "date": "2026-11-12"}
    journal.drafts.keep(f"checkin:{active}", left)
    screen.arrive(active)
    assert screen.check_in.measure_value.text() == "12.5"
    screen.check_in.give.click()
    (look,) = journal.goals.get(active).check_ins
    assert (look.measure_value, look.changed, look.date) == (12.5, "They let me", dt.date(2026, 11, 12))
