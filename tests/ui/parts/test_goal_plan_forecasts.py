"""What was forecast, as it is shown once a goal has started: sealed, with its day, and checked each time."""

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui.goal_page import planning
from workjournal.domain.goal import Goal, GoalState
from workjournal.journal.journal import Journal
from workjournal.ui.parts.goal_plan import GoalPlan


@pytest.fixture
def running(journal: Journal) -> Goal:
    goal = Goal(title="Chair the review", due=dt.date(2027, 2, 15))
    journal.goals.plan(goal, probability=65, reasons="Two went well.")
    return journal.goals.start(goal.id, journal.today())


def shown(qtbot: QtBot, journal: Journal, goal: Goal) -> GoalPlan:
    return planning(qtbot, journal, journal.goals.get(goal.id), journal)


def change(journal: Journal, statement: str) -> None:
    """Behind the program's back, in a journal with one goal."""
    with journal.goals.store.writing() as session:
        session.connection().exec_driver_sql(f"UPDATE forecast SET {statement}")


def test_before_the_start_there_is_nothing_sealed(qtbot: QtBot, journal: Journal) -> None:
    goal = Goal(title="Chair it")
    journal.goals.plan(goal, probability=65)
    plan = shown(qtbot, journal, goal)
    assert not plan.forecasts.isVisible()
    plan.show_step(4)
    assert plan.guide.odds.seal_note.text().startswith("Sealed when the goal starts")


def test_the_sealed_one_has_its_day_whatever_becomes_of_the_due_day(
    qtbot: QtBot, journal: Journal, running: Goal
) -> None:
    running.due = dt.date(2027, 6, 1)
    journal.goals.save(running)
    plan = shown(qtbot, journal, running)
    assert (plan.figure.text(), plan.said_reasons.text()) == ("65 %", "Two went well.")
    assert plan.figure_words.text() == "chance of success by 15 Feb 2027"
    assert plan.intact_chip.text() == "Intact"
    assert plan.seal.text().startswith("Sealed 19 Nov 2026")
    assert not plan.forecasts.revised.isVisible()


def test_revisions_stand_beside_the_first(
    qtbot: QtBot, journal: Journal, running: Goal, clock: Clock
) -> None:
    clock.forward(days=3)
    journal.goals.revise(running.id, 40, "Ada is ill.")
    clock.forward(days=1)
    journal.goals.revise(running.id, 55)
    plan = shown(qtbot, journal, running)
    assert plan.figure.text() == "65 %"
    first, second = plan.forecasts.revisions
    for word in ("40 %", "by 15 Feb 2027", "Ada is ill.", "Sealed 22 Nov 2026", "Intact"):
        assert word in first.spoken()
    assert "55 %" in second.spoken()
    assert first.accessibleName() == "40 % by 15 Feb 2027, Intact"
    plan.show_forecasts(journal.goals.get(running.id))
    assert len(plan.forecasts.revisions) == 2


@pytest.mark.parametrize("change_of", ["probability = 90", "reasons = 'I knew'", "by = NULL"])
def test_a_first_forecast_changed_by_sql_is_broken(
    qtbot: QtBot, journal: Journal, running: Goal, change_of: str
) -> None:
    change(journal, change_of)
    plan = shown(qtbot, journal, running)
    assert plan.intact_chip.text() == "Seal broken"
    assert plan.intact_chip.isVisible()
    assert "changed since" in plan.seal.text()


@pytest.mark.parametrize("wiped", ["sealed_at = NULL", "sealed_at = NULL, digest = ''"])
def test_a_seal_that_is_gone_is_broken_too(qtbot: QtBot, journal: Journal, running: Goal, wiped: str) -> None:
    change(journal, wiped)
    plan = shown(qtbot, journal, running)
    assert plan.intact_chip.text() == "Seal broken"
    assert plan.seal.text() == "Its seal is missing, so it may have been changed."


def test_each_revision_has_a_seal_of_its_own(
    qtbot: QtBot, journal: Journal, running: Goal, clock: Clock
) -> None:
    for probability in (40, 50):
        clock.forward(days=1)
        journal.goals.revise(running.id, probability)
    change(journal, "probability = 80 WHERE probability = 40")
    plan = shown(qtbot, journal, running)
    assert plan.intact_chip.text() == "Intact"
    assert [line.chip.text() for line in plan.forecasts.revisions] == ["Seal broken", "Intact"]
    assert "changed since" in plan.forecasts.revisions[0].spoken()


def test_only_a_running_goal_with_a_forecast_can_be_forecast_anew(
    qtbot: QtBot, journal: Journal, running: Goal
) -> None:
    plan = shown(qtbot, journal, running)
    assert plan.revise.isVisible()
    plan.show_goal(journal.goals.close(running.id, GoalState.ACHIEVED, journal.today()), journal.today())
    assert not plan.revise.isVisible()
    assert plan.forecasts.isVisible()
    bare = journal.goals.add(Goal(title="Without"))
    plan.show_goal(journal.goals.start(bare.id, journal.today()), journal.today())
    assert plan.seal.text() == "This goal started without a forecast."
    assert not plan.revise.isVisible()
    assert not plan.figure.isVisible()
    assert not plan.intact_chip.isVisible()
